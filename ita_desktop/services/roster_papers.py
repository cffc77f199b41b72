"""Lists to hand out by, the record of a draw, a person's own data: the rosters on paper."""

from __future__ import annotations

from datetime import datetime, time
from itertools import groupby
from typing import TYPE_CHECKING

from ita_desktop.domain.papers import PaperKind
from ita_desktop.domain.problems import DocumentUnknown, MissingRecord
from ita_desktop.domain.roster import Eligibility, InternalPerson, RosterKind
from ita_desktop.models import settings_store
from ita_desktop.services.roster import RosterService
from ita_desktop.services.roster_draw import RosterDraws
from ita_desktop.support.atomic import write_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.office import Office
    from ita_desktop.services.roster import Person
    from ita_desktop.services.session import Session

LISTS, DRAW_INSIDE, DRAW_OUTSIDE = "roster-lists", "draw-internal", "draw-external"
KINDS = {
    LISTS: "บัญชีผู้รับแบบวัด แยกตามสำนัก/กอง",
    DRAW_INSIDE: "บันทึกการสุ่มรายชื่อภายใน",
    DRAW_OUTSIDE: "บันทึกการสุ่มรายชื่อภายนอก",
}


class RosterPapers:
    """Set the papers of the rosters."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self._rosters = RosterService(session)
        self._draws = RosterDraws(session)

    def write(self, path: Path, data: bytes) -> None:
        """Write a paper, whole or not at all. DiskFull, ReadOnly, FileInUse, FileMissing, DeviceFailed."""
        from ita_desktop.exchange.write_problems import told

        with told(path):
            write_bytes(path, data)

    def kinds(self) -> tuple[PaperKind, ...]:
        """Return what can be printed."""
        return tuple(PaperKind(code, title) for code, title in KINDS.items())

    def render(self, kind: str) -> bytes:
        """Set a paper.

        Raises:
            DocumentUnknown: there is none of that name. MissingRecord: nobody to ask, or no draw that holds.
            CharacterUnprintable, FontUnknown, PageOverflow: it cannot be set.
        """
        if kind == LISTS:
            return self.lists()
        if kind in KINDS:
            return self.draw(RosterKind.INTERNAL if kind == DRAW_INSIDE else RosterKind.EXTERNAL)
        raise DocumentUnknown(kind, tuple(KINDS))

    def lists(self) -> bytes:
        """Set a list for each division: of those drawn, or of all who may answer if none was drawn."""
        from ita_desktop.documents.rosters.lists import DivisionList, HandingOut, render_lists

        record = self._draws.record(RosterKind.INTERNAL)
        rows = [row for row in self._rosters.internal() if row.eligibility is Eligibility.YES]
        drawn = [row.person for row in rows if row.person.asked]
        people = drawn if record else [row.person for row in rows]
        if not people:
            raise MissingRecord("person", "")
        ordered = sorted(people, key=lambda person: person.division)  # stable: by name within
        lists = [DivisionList(division, tuple(each)) for division, each in groupby(ordered, _division)]
        day = record.day if record else self._session.now().date()
        facts = HandingOut(self._office(), self._session.year, day)
        if record:
            facts = HandingOut(
                facts.office, facts.year, day, record.seed, drawn=record.size, heads=record.heads
            )
        return render_lists(facts, lists, self._created())

    def draw(self, kind: RosterKind) -> bytes:
        """Set the record of the draw that stands.

        MissingRecord if there is none, or if the list was changed since: the seed would then draw others, and
        the record would be no proof of anything.
        """
        from ita_desktop.documents.rosters.draw_record import DrawFacts, render_draw

        record = self._draws.record(kind)
        if record is None or not self._draws.still_holds(kind):
            raise MissingRecord("draw", kind.value)
        inside = kind is RosterKind.INTERNAL
        people: list[Person] = (
            [row.person for row in self._rosters.internal()] if inside else [*self._rosters.external()]
        )
        facts = DrawFacts(
            self._office(),
            self._session.year,
            record.day,
            {person.key: person.name for person in people},
            {person.key: _unit(person) for person in people},
            "สำนัก/กอง" if inside else "ประเภท",
            "ระดับ" if inside else "เรื่องที่ติดต่อ",
        )
        return render_draw(facts, self._draws.preview(kind, record.size, record.seed), self._created())

    def person(self, person: Person) -> bytes:
        """Set a person's own data."""
        from ita_desktop.documents.rosters.person import render_person
        from ita_desktop.services.roster_privacy import RosterPrivacy

        until = RosterPrivacy(self._session).retention().until
        return render_person(person, self._office(), self._session.year, until, self._created())

    def _office(self) -> Office:
        """Return the office."""
        with self._session.reading() as transaction:
            return settings_store.office(transaction)

    def _created(self) -> datetime:
        """Return the beginning of the day, so that a paper printed twice is the same."""
        now = self._session.now()
        return datetime.combine(now.date(), time(), now.tzinfo)


def _division(person: InternalPerson) -> str:
    """Return a person's division."""
    return person.division


def _unit(person: Person) -> str:
    """Return where a person belongs: the division, or the kind of an external person."""
    return person.division if isinstance(person, InternalPerson) else person.kind
