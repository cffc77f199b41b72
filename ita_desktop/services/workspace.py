"""The life of an open office file, and the services that work on it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ita_desktop.domain.accounts.problems import RoleIsGiven
from ita_desktop.domain.history import Action
from ita_desktop.domain.instrument_file import parse
from ita_desktop.models import database, history_store, settings_store
from ita_desktop.services.accounts.accounts import AccountService
from ita_desktop.services.accounts.signing_in import SigningIn
from ita_desktop.services.checklist import ChecklistService
from ita_desktop.services.entry import EntryService
from ita_desktop.services.keying_figures import KeyingFigureService
from ita_desktop.services.keying_settings import KeyingSettingsService
from ita_desktop.services.measures import MeasureService
from ita_desktop.services.oddities import OddityService
from ita_desktop.services.overview import OverviewService
from ita_desktop.services.plan.plan import PlanService
from ita_desktop.services.printing import PrintingService
from ita_desktop.services.respondents import RespondentService
from ita_desktop.services.results import ResultService
from ita_desktop.services.roster import RosterService
from ita_desktop.services.rounds import RoundService
from ita_desktop.services.session import Session
from ita_desktop.services.settings import SettingsService
from ita_desktop.services.third_reading import ThirdReadingService
from ita_desktop.services.verification import VerificationService
from ita_desktop.services.what_if import WhatIfService

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from ita_desktop.domain.history import Role
    from ita_desktop.domain.office import Office
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.forms import FormService
    from ita_desktop.services.importing import ImportingService
    from ita_desktop.services.papers import PaperService
    from ita_desktop.services.paperwork.paperwork import Paperwork
    from ita_desktop.services.receiving.taking import ReceivingService
    from ita_desktop.services.transfer import TransferService


class Workspace:
    """An open file with everything a user can do to it. Use it from one thread; close it when done."""

    def __init__(self, session: Session) -> None:
        """Gather the services around a session."""
        self._session = session
        self.signing_in = SigningIn(session)
        self.accounts = AccountService(session)
        self.settings = SettingsService(session)
        self.roster = RosterService(session)
        self.rounds = RoundService(session)
        self.entry = EntryService(session)
        self.verification = VerificationService(session)
        self.third_reading = ThirdReadingService(session)
        self.keying_figures = KeyingFigureService(session)
        self.keying_settings = KeyingSettingsService(session)
        self.oddities = OddityService(session)
        self.checklist = ChecklistService(session)
        self.measures = MeasureService(session)
        self.results = ResultService(session)
        self.what_if = WhatIfService(self.results)
        self.respondents = RespondentService(session, self.results)
        self.plan = PlanService(session, self.results)
        self.overview = OverviewService(session, self.results)

    @cached_property
    def papers(self) -> PaperService:
        """What is printed. Made when first asked for: setting pages is heavy, and the window comes first."""
        from ita_desktop.services.papers import PaperService

        return PaperService(self._session, self.results)

    @cached_property
    def paperwork(self) -> Paperwork:
        """The year's papers as people write them. Made when first asked for, as `papers` is."""
        from ita_desktop.services.paperwork.paperwork import Paperwork

        return Paperwork(self._session, self.papers)

    @cached_property
    def forms(self) -> FormService:
        """Questionnaires and what goes round them. Made when first asked for, as `papers` is."""
        from ita_desktop.services.forms import FormService

        return FormService(self._session)

    @cached_property
    def printing(self) -> PrintingService:
        """All that can be printed, by its code."""
        return PrintingService(
            (
                lambda: self.papers,
                lambda: self.forms,
                lambda: self.checklist.papers,
                lambda: self.plan.papers,
                lambda: self.roster.papers,
            )
        )

    @cached_property
    def importing(self) -> ImportingService:
        """Filled workbooks in. Made when first asked for, as is `transfer`: workbooks are heavy."""
        from ita_desktop.services.importing import ImportingService

        return ImportingService(self._session)

    @cached_property
    def transfer(self) -> TransferService:
        """Packages out."""
        from ita_desktop.services.transfer import TransferService

        return TransferService(self._session, self.results)

    @cached_property
    def receiving(self) -> ReceivingService:
        """Packages in."""
        from ita_desktop.services.receiving.taking import ReceivingService

        return ReceivingService(self._session, self.transfer.keys)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._session.database.path

    @property
    def year(self) -> int:
        """The fiscal year that is worked on."""
        return self._session.year

    @property
    def session(self) -> Session:
        """What the services share."""
        return self._session

    @property
    def role(self) -> Role:
        """The hat that the user wears."""
        return self._session.role

    def take_role(self, role: Role) -> None:
        """Put on another hat; what is done from now on is recorded under it. RoleIsGiven by an account."""
        if self._session.person or self._session.locked:
            raise RoleIsGiven
        self._session.role = role

    def undo(self) -> Changes:
        """Take the last command back; NothingToUndo if there is none."""
        return self._session.undo()

    def redo(self) -> Changes:
        """Do again what was taken back; NothingToUndo if there is nothing."""
        return self._session.redo()

    def check(self) -> tuple[str, ...]:
        """Return what is wrong with the file's structure; empty if nothing."""
        return self._session.database.integrity_faults()

    def close(self) -> None:
        """Release the file."""
        self._session.database.close()


def create(path: Path, office: Office, instrument_text: str, now: Callable[[], datetime]) -> Workspace:
    """Make a new office file for the fiscal year of the instrument.

    Raises InstrumentInvalid before anything is made, FileExists, FileMissing (no such folder), ReadOnly.
    """
    instrument = parse(instrument_text)
    opened = database.create(path)
    try:
        with opened.transaction() as transaction:
            settings_store.put_office(transaction, office)
            settings_store.put_round(transaction, instrument.fiscal_year, instrument_text)
            settings_store.put(transaction, settings_store.ACTIVE_YEAR, instrument.fiscal_year)
        session = Session(opened, now)
        with session.drafting() as transaction:
            year = str(instrument.fiscal_year)
            history_store.write(transaction, now(), session.role, Action.CREATED, year)
    except BaseException:
        opened.close()
        path.unlink(missing_ok=True)
        raise
    return Workspace(session)


def open_file(path: Path, now: Callable[[], datetime], key: bytes | None = None) -> Workspace:
    """Open an office file, an encrypted one with its key; the problems of `models.database.open_file`."""
    opened = database.open_file(path, key)
    try:
        return Workspace(Session(opened, now))
    except BaseException:
        opened.close()
        raise
