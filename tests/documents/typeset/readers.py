"""Read a PDF's text back as the programs of its readers do.

Chrome and Edge, SumatraPDF, Linux viewers, Firefox.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pymupdf
import pypdfium2

from ita_desktop.documents.typeset import DocumentInfo, PageSetup

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = datetime(2025, 10, 1, 9, 0, tzinfo=UTC)
INFO = DocumentInfo("เอกสารทดสอบ", created=DAY)
BARE = PageSetup(page_number=None)
_PDFJS_SCRIPT = Path(__file__).with_name("pdfjs_text.mjs")


def pdfium(pdf: bytes) -> str:
    """Text as Chrome and Edge copy it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def mupdf(pdf: bytes) -> str:
    """Text as SumatraPDF copies it."""
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        return "\n".join(page.get_text() for page in document)


def poppler(pdf: bytes) -> str:
    """Text as Linux readers give it, in the order of the file (`-raw`)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(pdf)
        done = subprocess.run(
            ["pdftotext", "-raw", "-enc", "UTF-8", path, "-"], capture_output=True, check=True, timeout=120
        )
        return done.stdout.decode()


def pdfjs(pdf: bytes) -> str:
    """Text as Firefox gives it; PDFJS_DIST names an unpacked pdfjs-dist package."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(pdf)
        command = ["node", str(_PDFJS_SCRIPT), os.environ["PDFJS_DIST"], str(path)]
        return subprocess.run(command, capture_output=True, check=True, timeout=300).stdout.decode()


def readers() -> dict[str, Callable[[bytes], str]]:
    """Readers that this machine has; pdfium and MuPDF always, for they come as wheels."""
    found: dict[str, Callable[[bytes], str]] = {"pdfium": pdfium, "mupdf": mupdf}
    if shutil.which("pdftotext"):
        found["poppler"] = poppler
    if shutil.which("node") and os.environ.get("PDFJS_DIST"):
        found["pdfjs"] = pdfjs
    return found


def squeeze(text: str) -> str:
    """Text without white space: where a reader puts line ends and gaps is its own affair."""
    return re.sub(r"\s+", "", text)
