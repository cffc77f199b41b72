"""States of papers as badges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_desktop.domain.paperwork.papers import PaperState
from ita_desktop.support.language import tr
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.icons import Icon
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from ita_desktop.domain.paperwork.papers import PaperLine

TONES: Final = {
    PaperState.DRAFT: (Tone.CALM, None),
    PaperState.FOR_SIGNATURE: (Tone.WARN, Icon.HALF),
    PaperState.SIGNED: (Tone.GOOD, None),
    PaperState.VOID: (Tone.BAD, Icon.CROSS),
}


def state_badge(state: PaperState) -> State:
    """A paper's state as a badge."""
    return State(label(state), *TONES[state])


def paper_badge(line: PaperLine) -> State:
    """A paper's state in the list; a signed one says whether its scan is there."""
    if line.state is PaperState.SIGNED and line.scan:
        return State(tr("ลงนามแล้ว มีสแกน"), Tone.GOOD)
    return state_badge(line.state)
