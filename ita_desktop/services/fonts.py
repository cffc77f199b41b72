"""Which fonts papers can be set in: those of the program, and TH Sarabun where the machine has it."""

from __future__ import annotations


def families() -> tuple[str, ...]:
    """Return the names that `PaperService.render` and `typeset_text` take; the first is the usual one."""
    from ita_desktop.documents import setting

    return setting.families()
