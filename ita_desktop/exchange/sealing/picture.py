"""A key's line as a QR code, for a scanner at the other counter. The only module that knows segno."""

from __future__ import annotations

from io import BytesIO

import segno

SCALE, QUIET_ZONE = 3, 4
"""Dots a module, and the empty modules around that scanners need."""


def qr_png(text: str) -> bytes:
    """Return the picture of a text as PNG."""
    stream = BytesIO()
    segno.make(text, error="l", micro=False).save(stream, kind="png", scale=SCALE, border=QUIET_ZONE)
    return stream.getvalue()
