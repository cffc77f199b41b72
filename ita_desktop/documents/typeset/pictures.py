"""Read a picture, turn it as its EXIF says, shrink what print cannot show, and keep photographs as JPEG."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .errors import PictureUnreadable

if TYPE_CHECKING:
    from PIL import Image

_DPI: Final = 200
_QUALITIES: Final = (80, 65, 50)
_BYTES_A_POINT: Final = 0.33
"""Photographs full of leaves and gravel are packed harder, or forty of them would not go by mail."""
_MOST_PIXELS: Final = 120_000_000


@dataclass(frozen=True, slots=True)
class PreparedPicture:
    """Bytes as they go into the PDF, with their filter; `mask` is the zlib-packed opacity, if any."""

    width: int
    height: int
    data: bytes
    jpeg: bool
    mask: bytes | None = None


@lru_cache(maxsize=64)
def prepare(source: Path | bytes, width_mm: float) -> PreparedPicture:
    """Make a picture ready to be printed `width_mm` wide."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    path = source if isinstance(source, Path) else None
    try:
        with Image.open(source if isinstance(source, Path) else io.BytesIO(source)) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise PictureUnreadable(path, "too_large")
            photograph = opened.format == "JPEG"
            picture = ImageOps.exif_transpose(opened)
            picture.load()
    except UnidentifiedImageError as problem:
        raise PictureUnreadable(path, "not_a_picture") from problem
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as problem:
        raise PictureUnreadable(path, "damaged") from problem
    return _pack(_shrink(picture, width_mm), photograph=photograph)


def _shrink(picture: Image.Image, width_mm: float) -> Image.Image:
    from PIL import Image

    most = max(1, round(width_mm / 25.4 * _DPI))
    if picture.width <= most:
        return picture
    if picture.mode in ("P", "1"):
        picture = picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    height = max(1, round(picture.height * most / picture.width))
    return picture.resize((most, height), Image.Resampling.LANCZOS)


def _pack(picture: Image.Image, *, photograph: bool) -> PreparedPicture:
    """Photographs become JPEG; drawings and stamps stay exact, with their transparency."""
    mask = None
    if "A" in picture.getbands() or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        opacity = picture.getchannel("A")
        mask = None if opacity.getextrema() == (255, 255) else zlib.compress(opacity.tobytes(), 9)
    rgb = picture.convert("RGB")
    if photograph:
        return PreparedPicture(rgb.width, rgb.height, _photograph(rgb), jpeg=True)
    return PreparedPicture(rgb.width, rgb.height, zlib.compress(rgb.tobytes(), 9), jpeg=False, mask=mask)


def _photograph(picture: Image.Image) -> bytes:
    """Pack a photograph, harder if it would be large."""
    data = b""
    for quality in _QUALITIES:
        packed = io.BytesIO()
        picture.save(packed, "JPEG", quality=quality, optimize=True)
        data = packed.getvalue()
        if len(data) <= picture.width * picture.height * _BYTES_A_POINT:
            break
    return data


def natural_width_mm(path: Path) -> float:
    """Width at 150 dots per inch, as the picture stands upright."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            return ImageOps.exif_transpose(picture).width / 150 * 25.4
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as problem:
        reason = "missing" if isinstance(problem, FileNotFoundError) else "damaged"
        raise PictureUnreadable(path, reason) from problem
