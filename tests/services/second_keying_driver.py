"""Keys a batch again in the file given, saying on stdout what has been kept. Meant to be killed."""

from __future__ import annotations

import sys
from pathlib import Path

from ita_desktop.services import workspace
from tests.helpers.offices import NOW


def main(path: Path, batch: int) -> None:
    """Key again until nothing is asked, acknowledging each press and each form once it is on the disk."""
    office = workspace.open_file(path, lambda: NOW)
    office.keying_figures.take_clerk("ข.")
    while (hand := office.verification.begin(batch)) is not None:
        for place in range(len(hand.form)):
            if hand.line[place] == ".":
                symbol = "2" if (hand.serial + place) % 7 == 0 else "1"
                hand = office.verification.press(hand, place, symbol)
                say("pressed", hand.serial, hand.line)
            if hand.states[place].value == "?":
                hand = office.verification.press(hand, place, hand.line[place])
                say("insisted", hand.serial, "".join(state.value for state in hand.states))
        office.verification.finish(hand)
        say("finished", hand.serial, hand.line)
    office.close()


def say(*words: object) -> None:
    """Tell what is on the disk."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
