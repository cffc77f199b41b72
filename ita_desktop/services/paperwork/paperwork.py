"""All services of the year's papers in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.services.paperwork.desk import PaperDesk
from ita_desktop.services.paperwork.facts import FactSource
from ita_desktop.services.paperwork.pages import PageService
from ita_desktop.services.paperwork.people import PeopleService
from ita_desktop.services.paperwork.pictures import PictureStore
from ita_desktop.services.paperwork.register import RegisterService
from ita_desktop.services.paperwork.signing import SigningService
from ita_desktop.services.paperwork.templates import TemplateService

if TYPE_CHECKING:
    from ita_desktop.services.papers import PaperService
    from ita_desktop.services.session import Session


class Paperwork:
    """What can be done with papers; the package's docstring tells each service."""

    def __init__(self, session: Session, papers: PaperService) -> None:
        """Gather the services around a session."""
        facts = FactSource(session, papers)
        self.papers = PaperDesk(session, facts)
        self.pictures = PictureStore(session)
        self.register = RegisterService(session)
        self.pages = PageService(session, facts, self.papers, self.pictures, self.register)
        self.signing = SigningService(session, facts, self.papers, self.pages, self.register)
        self.templates = TemplateService(session, self.papers, self.pictures)
        self.people = PeopleService(session)
