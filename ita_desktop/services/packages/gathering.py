"""What a package holds, gathered from the office file in one consistent state, part by part as chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.evidence import EvidenceKind
from ita_desktop.domain.packages.contents import Content, Part
from ita_desktop.domain.permissions import Readable
from ita_desktop.domain.roster import ExternalPerson, InternalPerson
from ita_desktop.exchange.concealing import Concealer
from ita_desktop.exchange.evidence_folder import EvidenceFolder
from ita_desktop.exchange.payload import YearData, paper_files, result_files
from ita_desktop.exchange.payload_asked import AnswerData, answer_files, history_files, people_files
from ita_desktop.exchange.payload_work import WorkData, measure_files, oit_files
from ita_desktop.exchange.readme import readme
from ita_desktop.models import (
    checklist_store,
    evidence_store,
    history_store,
    measure_store,
    questionnaire_store,
    roster_store,
    settings_store,
)
from ita_desktop.services.settings import SMALL_CELL, SMALL_CELL_DEFAULT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.exchange.package_zip import Source
    from ita_desktop.models.database import Transaction
    from ita_desktop.services.results import YearResult
    from ita_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class Wanted:
    """What goes along: the parts, and the papers by file name."""

    parts: frozenset[Part]
    papers: Mapping[str, bytes]


class Gatherer:
    """Gathers the files of a package."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def contents(self) -> tuple[Content, ...]:
        """Return what can go along and how much it is, to be shown before; papers are counted elsewhere."""
        year = self._session.year
        with self._session.reading() as transaction:
            forms = sum(questionnaire_store.respondents(transaction, year).values())
            proofs = evidence_store.proofs(transaction, year)
            rows = {
                Part.RESULTS: forms,
                Part.OIT: len(checklist_store.entries(transaction, year)),
                Part.MEASURES: len(measure_store.measures(transaction, year)),
                Part.PAPERS: 0,
                Part.EVIDENCE: sum(1 for proof in proofs if proof.kind is not EvidenceKind.LINK),
                Part.HISTORY: history_store.head(transaction).number,
                Part.ANSWERS: forms,
                Part.PEOPLE: _heads(transaction, year),
            }
        return tuple(Content(part, rows[part]) for part in Part)

    def files(self, result: YearResult, wanted: Wanted) -> dict[str, Source]:
        """Return the files of a package; RoleNeeded for what the role may not read."""
        with self._session.reading() as transaction:
            threshold = int(settings_store.get(transaction, SMALL_CELL, SMALL_CELL_DEFAULT))
            year = self._year_data(transaction, result, threshold)
            work = self._work_data(transaction, result)
        files: dict[str, Source] = {**result_files(year)}
        if Part.OIT in wanted.parts:
            files.update(oit_files(work))
        if Part.MEASURES in wanted.parts:
            files.update(measure_files(work))
        if Part.PAPERS in wanted.parts:
            files.update(paper_files(wanted.papers))
        files.update(self._asked(result, wanted, work, threshold))
        files["README.txt"] = readme(result.year, threshold, sorted(files))
        return files

    def _asked(self, result: YearResult, wanted: Wanted, work: WorkData, threshold: int) -> dict[str, Source]:
        """Return what goes along only on demand."""
        year, files = result.year, dict[str, "Source"]()
        if Part.EVIDENCE in wanted.parts:
            folder = EvidenceFolder(self._session.database.path)
            kept = [proof for proof in work.evidence if proof.kind is not EvidenceKind.LINK]
            places = [folder.place(proof.sha256, proof.target) for proof in kept]
            files.update({f"evidence/{place.name}": place for place in places})
        if Part.HISTORY in wanted.parts:
            with self._session.reading() as transaction:
                links, head = history_store.links(transaction), history_store.head(transaction)
            files.update(history_files(links, head, work.conceal))
        if Part.ANSWERS in wanted.parts:
            with self._session.reading(Readable.FORMS) as transaction:
                lines = {part: questionnaire_store.lines(transaction, year, part) for part in result.tallies}
            files.update(answer_files(AnswerData(result.instrument, lines, threshold)))
        if Part.PEOPLE in wanted.parts:
            with self._session.reading(Readable.PEOPLE) as transaction:
                people = roster_store.internal_people(transaction, year)
                files.update(people_files(people, roster_store.external_people(transaction, year)))
        return files

    def _year_data(self, transaction: Transaction, result: YearResult, threshold: int) -> YearData:
        """Gather the result."""
        year = result.year
        return YearData(
            result.instrument,
            settings_store.instrument_text(transaction, year),
            result.sheet,
            result.level.label if result.level else "",
            result.published,
            result.tallies,
            {part: questionnaire_store.lines(transaction, year, part) for part in result.tallies},
            threshold,
        )

    def _work_data(self, transaction: Transaction, result: YearResult) -> WorkData:
        """Gather the work, and the names that must not go along with it."""
        year = result.year
        names = [person.name for person in roster_store.internal_people(transaction, year)]
        names += [person.name for person in roster_store.external_people(transaction, year)]
        return WorkData(
            result.instrument,
            checklist_store.entries(transaction, year),
            evidence_store.proofs(transaction, year),
            measure_store.measures(transaction, year),
            Concealer(names),
        )


def _heads(transaction: Transaction, year: int) -> int:
    """Count the people on both rosters."""
    kinds = (InternalPerson, ExternalPerson)
    return sum(roster_store.count(transaction, year, kind) for kind in kinds)
