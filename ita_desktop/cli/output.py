"""Writing a file that the user named with -o: whole or not at all, and never over an office file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ita_desktop.services.outputs import write_output
from ita_desktop.support.language import tr

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["checked_output", "write_output"]


def checked_output(path: Path, suffix: str) -> Path:
    """Return the path if its ending fits; BadParameter otherwise.

    `-o` overwrites what it names, so a slip such as `-o town.ita` would put a PDF over a year's work.
    """
    if path.suffix.lower() != suffix:
        raise click.BadParameter(tr("ชื่อไฟล์ต้องลงท้ายด้วย {suffix}").format(suffix=suffix), param_hint="-o")
    return path
