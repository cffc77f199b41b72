"""Links out, checked against a server of our own, answers back in."""

from __future__ import annotations

import json
import re
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, ClassVar
from unittest.mock import patch

import pytest

from ita_desktop.domain.checklist import CheckEntry
from ita_desktop.domain.checklist_links import AskedLink, LinkAnswer, LinkList
from ita_desktop.domain.checklist_oddities import Oddity
from ita_desktop.domain.checklist_problems import NotALinkFile
from ita_desktop.domain.evidence import EvidenceKind
from ita_desktop.domain.problems import FileMissing
from ita_desktop.exchange.link_list import read_answers, read_list, write_list
from ita_desktop.services.link_check import LinkChecker, Manners, check_links
from tests.helpers.offices import NOW
from tests.helpers.source import SOURCES, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace

PAGE = "<html><head><title>\n ข้อมูล&amp;ผู้บริหาร </title></head>…</html>".encode()


class Town(BaseHTTPRequestHandler):
    """A town's website with the faults that such have."""

    asked: ClassVar[list[tuple[str, str]]] = []

    def do_GET(self) -> None:
        """Answer by the path."""
        self.asked.append((self.path, self.headers["User-Agent"]))
        if self.path == "/moved":
            self._say(301, b"", Location="/good")
        elif self.path == "/round":
            self._say(302, b"", Location="/round")
        elif self.path == "/%E0%B8%82%E0%B9%89%E0%B8%AD":
            self._say(200, b"<title>Thai path</title>")
        elif self.path == "/good":
            self._say(200, PAGE)
        elif self.path == "/huge":
            self._say(200, b"<title>huge</title>" + b"x" * 4000)
        else:
            self._say(404, b"<title>no</title>")

    def _say(self, status: int, body: bytes, **headers: str) -> None:
        """Send an answer."""
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Keep quiet."""


@pytest.fixture
def town() -> Iterator[str]:
    """A server on this machine's own address; its address."""
    Town.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Town)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def answers_of(
    *links: str, waits: list[float] | None = None, most_bytes: int = 1000
) -> dict[str, LinkAnswer]:
    """Check links, waiting for nothing but noting how long it would have been."""
    noted: list[float] = [] if waits is None else waits
    checker = LinkChecker(lambda: NOW, Manners(timeout=5, pause=1.5, most_bytes=most_bytes), noted.append)
    asked = LinkList("ตัวอย่าง", 2568, tuple(AskedLink(link) for link in links))
    return {answer.link: answer for answer, _, _ in checker.check(asked)}


def test_a_page_is_reached_with_its_title_and_final_address(town: str) -> None:
    """What an assessor would see."""
    found = answers_of(f"{town}/moved")[f"{town}/moved"]
    assert (found.reachable, found.status, found.title) == (True, 200, "ข้อมูล&ผู้บริหาร")
    assert (found.final, found.at) == (f"{town}/good", NOW)


def test_a_thai_path_is_asked_for_as_browsers_do(town: str) -> None:
    """Percent signs and UTF-8."""
    assert answers_of(f"{town}/ข้อ")[f"{town}/ข้อ"].title == "Thai path"


def test_what_is_not_reached_says_why(town: str) -> None:
    """A page that is gone, a ring of redirects, a server that is not there."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        dead = f"http://127.0.0.1:{closed.getsockname()[1]}/x"
        found = answers_of(f"{town}/gone", f"{town}/round", dead)
    assert [(a.reachable, a.status, a.fault) for a in found.values() if a.link != dead] == [
        (False, 404, "http"),
        (False, 302, "redirects"),
    ]
    assert (found[dead].reachable, found[dead].fault) == (False, "refused")


def test_it_asks_politely(town: str) -> None:
    """One after another, a pause before each further request to a host, with a name, each link once."""
    waits: list[float] = []
    answers_of(f"{town}/good", f"{town}/good", f"{town}/gone", f"{town}/huge", waits=waits)
    assert waits == [1.5, 1.5]
    assert [path for path, _ in Town.asked] == ["/gone", "/good", "/huge"]
    assert all(agent.startswith("ITA-Desktop/") for _, agent in Town.asked)


def test_no_more_is_read_than_is_looked_at(town: str) -> None:
    """A page beyond the bound is reached, but not kept."""
    found = answers_of(f"{town}/huge", most_bytes=100)[f"{town}/huge"]
    assert found.reachable
    assert found.title == ""


def office_links(office: Workspace, town: str) -> None:
    """Two items with links, one of them dead."""
    office.checklist.save(CheckEntry("o1", link=f"{town}/good"))
    office.checklist.save(CheckEntry("o2", link=f"{town}/gone"))


def test_links_go_out_are_checked_and_come_back_with_saved_pages(
    office: Workspace, town: str, tmp_path: Path
) -> None:
    """The whole way by files: list, answers, dead links told, a saved copy as proof of its day."""
    office_links(office, town)
    office.checklist.links.write_list(tmp_path / "links.json")
    checker = LinkChecker(lambda: NOW, wait=lambda _: None)
    check_links(tmp_path / "links.json", tmp_path / "answers.json", checker, save=True)
    _, taken = office.checklist.links.take_answers(tmp_path / "answers.json")
    assert (taken.answers, taken.unreachable, taken.saved, taken.unknown) == (2, 1, 1, 0)
    rows = {row.item.code: row for row in office.checklist.rows()}
    assert Oddity.DEAD_LINK in {found.kind for found in rows["o2"].oddities}
    (page,) = [proof for proof in rows["o1"].proofs if proof.kind is EvidenceKind.PAGE]
    assert (page.day, page.title) == (NOW.date(), "ข้อมูล&ผู้บริหาร")
    assert office.checklist.evidence.place(page).read_bytes() == PAGE
    office.checklist.links.take_answers(tmp_path / "answers.json")
    assert len(next(r for r in office.checklist.rows() if r.item.code == "o1").proofs) == 2


def test_a_saved_copy_that_was_tampered_with_is_no_proof(
    office: Workspace, town: str, tmp_path: Path
) -> None:
    """Its hash is not the one that the checker wrote down."""
    office_links(office, town)
    office.checklist.links.write_list(tmp_path / "links.json")
    check_links(
        tmp_path / "links.json", tmp_path / "a.json", LinkChecker(lambda: NOW, wait=lambda _: None), save=True
    )
    for path in (tmp_path / "a.json-pages").iterdir():
        path.write_bytes(b"<title>better</title>")
    assert office.checklist.links.take_answers(tmp_path / "a.json")[1].saved == 0


def test_strangers_files_are_refused_whole(tmp_path: Path) -> None:
    """No JSON, another format, a time without a zone, a folder climbed out of."""
    for content in (b"\xff\xfe", b"[]", b'{"format": "x"}', b"[" * 100_000):
        (tmp_path / "x.json").write_bytes(content)
        with pytest.raises(NotALinkFile):
            read_list(tmp_path / "x.json")
    with pytest.raises(FileMissing):
        read_answers(tmp_path / "none.json")
    row = {"link": "https://a.go.th", "at": NOW.isoformat(), "saved": "..\\..\\x.html"}
    answers = {"format": "ita-desktop-link-answers", "version": 1, "answers": [row]}
    (tmp_path / "y.json").write_text(json.dumps(answers), "utf-8")
    assert read_answers(tmp_path / "y.json")[0].saved == "x.html"


def test_a_list_survives_the_stick(tmp_path: Path) -> None:
    """Written and read back it is the same; what is no web address is left out."""
    asked = LinkList("เทศบาลตัวอย่าง", 2568, (AskedLink("https://a.go.th/ข้อ", ("o1", "o3")),))
    write_list(tmp_path / "l.json", asked)
    assert read_list(tmp_path / "l.json") == asked
    write_list(tmp_path / "l.json", LinkList("x", 2568, (AskedLink("javascript:alert(1)"),)))
    assert read_list(tmp_path / "l.json").links == ()


def test_the_office_file_itself_asks_no_network(office: Workspace, tmp_path: Path) -> None:
    """Adding links, listing and writing the list open no socket."""
    with patch.object(socket, "socket", side_effect=AssertionError("network")):
        office_links(office, "https://www.tambon-tuayang.go.th")
        office.checklist.rows()
        office.checklist.links.write_list(tmp_path / "l.json")


def test_no_other_module_knows_a_network() -> None:
    """One window, one file, no internet: only the checker imports what could open a connection."""
    nets = re.compile(
        r"^\s*(?:import|from) (?:socket|ssl|http|urllib\.request|ftplib|smtplib|asyncio)\b", re.MULTILINE
    )
    users = [name_of(path) for path in SOURCES if nets.search(path.read_text("utf-8"))]
    assert users == ["ita_desktop/services/link_check.py"]
