"""A photograph as it comes from a camera or a clipboard, made ready to be kept: upright, at print size."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS: Final = 120_000_000
"""A picture of more points is refused before it is unpacked: it would fill the machine's memory."""
LONGEST: Final = 2000
"""Points of the longer side as kept: the text's width of a turned sheet at 200 dots per inch."""
QUALITY: Final = 85


class PictureFault(Exception):
    """What was given cannot be used: `reason` is not_a_picture, damaged or too_large."""

    def __init__(self, reason: str) -> None:
        """Say why."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class KeptPhoto:
    """A picture ready to be kept."""

    data: bytes
    media: str
    width: int
    height: int


def upright(data: bytes) -> KeptPhoto:
    """Turn a picture as its EXIF says, shrink it, leave out all that it tells beyond the picture.

    A photograph tells where it was taken: that goes into no paper. Raises PictureFault.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # MOST_PIXELS is our own limit
            with Image.open(io.BytesIO(data)) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise PictureFault("too_large")
                photograph = opened.format in ("JPEG", "MPO", "WEBP")
                opened.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
                picture = ImageOps.exif_transpose(opened)
    except UnidentifiedImageError as error:
        raise PictureFault("not_a_picture") from error
    except Image.DecompressionBombError as error:
        raise PictureFault("too_large") from error
    except (OSError, ValueError, SyntaxError) as error:
        raise PictureFault("damaged") from error
    return _packed(picture, photograph=photograph)


def _packed(picture: Image.Image, *, photograph: bool) -> KeptPhoto:
    """Pack photographs as JPEG; drawings, stamps and screen pictures stay exact as PNG."""
    packed = io.BytesIO()
    if photograph:
        picture.convert("RGB").save(packed, "JPEG", quality=QUALITY, optimize=True)
        return KeptPhoto(packed.getvalue(), "image/jpeg", picture.width, picture.height)
    plain = picture if picture.mode in ("RGB", "RGBA", "L") else picture.convert("RGBA")
    plain.save(packed, "PNG", optimize=True)
    return KeptPhoto(packed.getvalue(), "image/png", picture.width, picture.height)
