"""Find fonts of the user's: TH Sarabun among those of the machine, or the family of a file.

Most offices have TH Sarabun, and it may be used though not shipped.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .families import FontFamily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KNOWN: Final = {
    "thsarabunnew": "TH Sarabun New",
    "thsarabunpsk": "TH SarabunPSK",
    "thsarabunit9": "TH SarabunIT๙",
}
"""Families that are looked for, by the letters of their names."""
_STEMS: Final = {"thsarabun": "thsarabunpsk", "thsarabunit๙": "thsarabunit9"}
"""File names that differ from the family's."""
_FACES: Final = ("bolditalic", "bold", "italic", "")
SUFFIX: Final = ".ttf"


def font_folders() -> list[Path]:
    """Folders where this system keeps fonts, for all users and for this one."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
        return [
            Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
            local / "Microsoft" / "Windows" / "Fonts",
        ]
    if sys.platform == "darwin":
        return [Path("/Library/Fonts"), home / "Library" / "Fonts"]
    return [
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local/share/fonts",
        home / ".fonts",
    ]


def installed_families(folders: Iterable[Path] | None = None) -> dict[str, FontFamily]:
    """TH Sarabun families with a regular face on this machine, by key of KNOWN.

    Their licence is judged on use.
    """
    found: dict[str, dict[str, Path]] = {}
    for path in _font_files(font_folders() if folders is None else folders):
        key, face = _recognise(path)
        if key in KNOWN:
            found.setdefault(key, {}).setdefault(face, path)
    return {
        key: FontFamily(
            KNOWN[key], faces[""], faces.get("bold"), faces.get("italic"), faces.get("bolditalic")
        )
        for key, faces in sorted(found.items())
        if "" in faces
    }


def family_at(regular: Path) -> FontFamily:
    """Family of a TrueType file; its other faces are the files beside it that are named likewise.

    A file that is missing or no font is told on use.
    """
    beside = {
        _letters(path.stem): path
        for path in sorted(regular.parent.glob("*"))
        if path.suffix.lower() == SUFFIX
    }
    stem = _letters(regular.stem).removesuffix("regular")
    bold_italic, bold, italic = (beside.get(stem + face) for face in _FACES[:3])
    return FontFamily(regular.stem, regular, bold, italic, bold_italic)


def _font_files(folders: Iterable[Path]) -> Iterator[Path]:
    """Font files whose names could be meant; a folder that cannot be read is as good as empty."""
    for folder in folders:
        for parent, _, names in os.walk(folder):
            for name in sorted(names):
                if name.lower().endswith(SUFFIX) and "sarabun" in name.lower():
                    yield Path(parent) / name


def _recognise(path: Path) -> tuple[str, str]:
    """Family key and face of a file name such as "THSarabunNew BoldItalic.ttf" or "THSarabun Bold.ttf"."""
    letters = _letters(path.stem)
    face = next(face for face in _FACES if letters.endswith(face))
    stem = letters.removesuffix(face)
    return _STEMS.get(stem, stem), face


def _letters(stem: str) -> str:
    """Letters and figures of a name, by which files are compared."""
    return "".join(char for char in stem.lower() if char.isalnum())
