"""Keys IIT forms into the file given, saying on stdout what has been kept. Meant to be killed."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from ita_desktop.services import workspace
from tests.helpers.offices import NOW

KEY = "ITA_TEST_KEY"
"""The key of an encrypted file, for this driver alone: the program itself never takes one from outside."""


def main(path: Path) -> None:
    """Key for as long as the process lives, acknowledging each key and each form once it is on the disk."""
    office = workspace.open_file(path, lambda: NOW, bytes.fromhex(os.environ.get(KEY, "")) or None)
    say = sys.stdout
    for _ in range(10_000):
        form = office.entry.begin("IIT")
        draft = form.draft
        width = len(form.form)
        for place in range(len(draft.line), width):
            draft = office.entry.keep(replace(draft, line=draft.line + str(1 + (draft.serial + place) % 2)))
            say.write(f"kept {draft.serial} {draft.line}\n")
            say.flush()
        office.entry.finish(draft)
        say.write(f"finished {draft.serial} {draft.line}\n")
        say.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
