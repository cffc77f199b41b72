"""Links out on a stick to a machine with internet, and its answers back into the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.checklist_links import AskedLink, LinkAnswer, LinkList
from ita_desktop.domain.evidence import Evidence, EvidenceKind, current
from ita_desktop.domain.history import Action
from ita_desktop.exchange.evidence_folder import EvidenceFolder
from ita_desktop.exchange.link_list import read_answers, write_list
from ita_desktop.models import evidence_store, settings_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.checklist_state import items_of, read_state, state_in

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.checklist_state import ChecklistState
    from ita_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class AnswersTaken:
    """What came back: answers to our links, how many did not answer, copies kept, strangers passed over."""

    answers: int
    unreachable: int
    saved: int
    unknown: int


class LinkService:
    """Write the link list, and file the answers."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def asked(self) -> LinkList:
        """Return the present links of the year, each once, with the items that it serves."""
        state = read_state(self._session)
        with self._session.reading() as transaction:
            office = settings_store.office(transaction).name
        links = tuple(AskedLink(link, codes) for link, codes in _links(state).items())
        return LinkList(office, self._session.year, links)

    def write_list(self, path: Path) -> LinkList:
        """Write the link list to a file; the problems of writing."""
        links = self.asked()
        write_list(path, links)
        return links

    def take_answers(self, path: Path) -> tuple[Changes, AnswersTaken]:
        """File the answers; a saved copy becomes proof of what was public on the day of the check.

        A copy that is missing beside the answers, or not what its hash says, is passed over. Raises
        FileMissing, NotALinkFile, and the problems of copying; then nothing is filed.
        """
        answers = read_answers(path)
        items = items_of(self._session)
        links = _links(read_state(self._session))
        ours = [each for each in answers if each.link in links]
        copies = self._copies(path, ours)
        subject = f"{len(ours)} URL"
        with self._session.change(Action.CHANGED_ITEM, subject, Topic.CHECKLIST) as change:
            state = state_in(self._session, change.transaction, items)
            kept = {(each.sha256, each.day) for each in state.evidence}
            for answer in ours:
                evidence_store.put_answer(change.transaction, self._session.year, answer)
                proof = copies.get(answer.link)
                if proof is not None and (proof.sha256, proof.day) not in kept:
                    evidence_store.add(
                        change.transaction, self._session.year, proof, change.changes.at, self._session.role
                    )
        dead = sum(not each.reachable for each in ours)
        return change.changes, AnswersTaken(len(ours), dead, len(copies), len(answers) - len(ours))

    def _copies(self, path: Path, answers: list[LinkAnswer]) -> dict[str, Evidence]:
        """Copy the saved pages into the folder; return them as proofs of their links' items."""
        folder, source = EvidenceFolder(self._session.database.path), path.with_name(f"{path.name}-pages")
        links = _links(read_state(self._session))
        found = {}
        for answer in answers:
            if answer.saved and (source / answer.saved).is_file():
                kept = folder.add(source / answer.saved)
                if kept.sha256 == answer.sha256:
                    found[answer.link] = Evidence(
                        EvidenceKind.PAGE,
                        kept.name,
                        answer.at.date(),
                        answer.title or answer.link,
                        kept.sha256,
                        kept.size,
                        codes=links[answer.link],
                    )
        return found


def _links(state: ChecklistState) -> dict[str, tuple[str, ...]]:
    """Return the present links with the items that they serve, in the instrument's order."""
    found: dict[str, list[str]] = {}
    live = {each.key for each in current(state.evidence)} | {0}
    for item in state.items:
        for proof in state.proofs(item.code):
            if proof.kind is EvidenceKind.LINK and proof.key in live:
                found.setdefault(proof.target, []).append(item.code)
    return {link: tuple(codes) for link, codes in found.items()}
