"""The user's own font is embedded likewise, or refused with the reason."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from ita_desktop.documents.typeset import (
    EmbeddingForbidden,
    FontFamily,
    FontUnreadable,
    MissingGlyph,
    Paragraph,
    UnknownFamily,
    installed_families,
    render,
)
from ita_desktop.documents.typeset.families import BUNDLED, Weight
from ita_desktop.documents.typeset.installed import family_at
from tests.documents.typeset.readers import BARE, INFO, mupdf, squeeze

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "น้ำที่ปู่ญาติผู้ใหญ่ให้ไว้ ฎุ ฐาน กตัญญู"


def changed(folder: Path, fs_type: int = 0, upem: int = 1000) -> Path:
    """A font of the user's: Laksaman with other licence bits or another em."""
    font = TTFont(BUNDLED["laksaman"].regular)
    font["OS/2"].fsType = fs_type
    if upem != 1000:
        from fontTools.ttLib.scaleUpem import scale_upem

        scale_upem(font, upem)
    path = folder / f"ของผู้ใช้-{fs_type}-{upem}.ttf"
    font.save(path)
    return path


@pytest.mark.parametrize("fs_type", [0x0000, 0x0004, 0x0008, 0x000E])
def test_a_font_that_allows_embedding_is_embedded(tmp_path: Path, fs_type: int) -> None:
    """Installable, print-and-preview, editable: all may go into a document."""
    own = FontFamily("ของผู้ใช้", changed(tmp_path, fs_type))
    pdf = render([Paragraph(TEXT)], info=INFO, page=BARE, family=own)
    assert squeeze(mupdf(pdf)) == squeeze(TEXT)
    assert b"FontFile2" in pdf


@pytest.mark.parametrize("fs_type", [0x0002, 0x0100, 0x0200])
def test_a_font_that_forbids_embedding_is_refused(tmp_path: Path, fs_type: int) -> None:
    """Restricted licence, no subsetting, bitmaps only: the error carries file and bits."""
    path = changed(tmp_path, fs_type)
    with pytest.raises(EmbeddingForbidden) as refusal:
        render([Paragraph(TEXT)], info=INFO, family=FontFamily("ของผู้ใช้", path))
    assert (refusal.value.path, refusal.value.fs_type) == (path, fs_type)


def test_the_faces_of_a_file_lie_beside_it(tmp_path: Path) -> None:
    """X-Regular.ttf has X-Bold.ttf, X Italic.TTF and X_BoldItalic.ttf; another family's are not taken."""
    names = ("X-Regular.ttf", "X-Bold.ttf", "X Italic.TTF", "X_BoldItalic.ttf", "XY-Bold.ttf", "X-Bold.otf")
    for name in names:
        (tmp_path / name).touch()
    found = family_at(tmp_path / "X-Regular.ttf")
    assert [found.path(weight).name for weight in Weight] == ["X-Regular.ttf", *names[1:4]]
    alone = family_at(tmp_path / "no such folder" / "Y.ttf")
    assert {alone.path(weight).name for weight in Weight} == {"Y.ttf"}


def test_another_em_changes_nothing(tmp_path: Path) -> None:
    """A font of 2048 units to the em is set as large, and as exactly."""
    own = FontFamily("ของผู้ใช้", changed(tmp_path, upem=2048))
    pdf = render([Paragraph(TEXT)], info=INFO, page=BARE, family=own)
    assert squeeze(mupdf(pdf)) == squeeze(TEXT)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "missing"),
        (b"", "not_truetype"),
        (b"OTTO" + bytes(200), "not_truetype"),
        (b"no font", "not_truetype"),
    ],
)
def test_what_is_no_truetype_font_is_refused(tmp_path: Path, content: bytes | None, reason: str) -> None:
    """Missing, empty, another format: said by one word that the window can translate."""
    path = tmp_path / "x.ttf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FontUnreadable) as refusal:
        render([Paragraph(TEXT)], info=INFO, family=FontFamily("x", path))
    assert refusal.value.reason == reason


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9])
def test_a_damaged_font_is_refused_and_nothing_worse(tmp_path: Path, cut: float) -> None:
    """A file cut short, as by a broken stick."""
    whole = BUNDLED["laksaman"].regular.read_bytes()
    path = tmp_path / "cut.ttf"
    path.write_bytes(whole[: int(len(whole) * cut)])
    with pytest.raises(FontUnreadable):
        render([Paragraph(TEXT)], info=INFO, family=FontFamily("x", path))


def test_a_missing_glyph_is_named() -> None:
    """Emoji, Chinese, a control character: the error names character and face."""
    for char in ("😀", "中", "\x07", "\ue000", "\ud800"):
        with pytest.raises(MissingGlyph) as refusal:
            render([Paragraph(f"ก{char}ข")], info=INFO)
        assert (refusal.value.char, refusal.value.font) == (char, "Laksaman")


def test_an_unknown_family_is_named() -> None:
    """The error carries the name."""
    with pytest.raises(UnknownFamily) as refusal:
        render([], info=INFO, family="garamond")
    assert refusal.value.name == "garamond"


def test_the_checksum_of_the_embedded_font_is_right(tmp_path: Path) -> None:
    """The whole file sums to the number that the format fixes."""
    from ita_desktop.documents.typeset.glyf import GlyphStore

    font = GlyphStore.parse(BUNDLED["laksaman"].regular.read_bytes()).build()
    assert sum(struct.unpack(f">{len(font) // 4}L", font)) & 0xFFFFFFFF == 0xB1B0AFBA


def test_installed_sarabun_is_found_by_its_file_names(tmp_path: Path) -> None:
    """Both ways of naming the files, in folders below; a family without a regular face is not offered."""
    source = BUNDLED["laksaman"]
    (tmp_path / "truetype").mkdir()
    for name, path in (
        ("THSarabunNew.ttf", source.regular), ("THSarabunNew Bold.ttf", source.bold),
        ("THSarabun.ttf", source.regular),
        ("truetype/THSarabun Bold Italic.ttf", source.bold_italic), ("TH SarabunIT๙ Bold.ttf", source.bold),
        ("Other.ttf", source.regular),
    ):  # fmt: skip
        assert path is not None
        (tmp_path / name).write_bytes(path.read_bytes())
    found = installed_families([tmp_path, tmp_path / "no such folder"])
    assert {key: family.name for key, family in found.items()} == {
        "thsarabunnew": "TH Sarabun New", "thsarabunpsk": "TH SarabunPSK",
    }  # fmt: skip
    assert found["thsarabunnew"].bold == tmp_path / "THSarabunNew Bold.ttf"
    assert found["thsarabunpsk"].bold_italic == tmp_path / "truetype" / "THSarabun Bold Italic.ttf"
    pdf = render([Paragraph(TEXT)], info=INFO, page=BARE, family=found["thsarabunpsk"])
    assert squeeze(mupdf(pdf)) == squeeze(TEXT)
