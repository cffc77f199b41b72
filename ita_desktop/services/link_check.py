"""The checker: looks at the links of a list from a machine that has internet. The only module that does.

It runs only when asked, politely: one link after another, one connection, a pause before the next request to
the same host, a time limit, a bound on what is read, and a name that says who asks.
"""

from __future__ import annotations

import hashlib
import re
import socket
import ssl
from dataclasses import dataclass, replace
from html import unescape
from http.client import HTTPConnection as Plain
from http.client import HTTPException, HTTPResponse, HTTPSConnection
from threading import Event
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

from ita_desktop import __version__
from ita_desktop.domain.checklist_links import LinkAnswer, LinkList
from ita_desktop.domain.links import checked_link
from ita_desktop.exchange.link_list import read_list, write_answers
from ita_desktop.exchange.write_problems import told
from ita_desktop.support.atomic import write_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

AGENT = f"ITA-Desktop/{__version__} (link check for an ITA assessment; one request at a time)"
ENDINGS = {"text/html": ".html", "application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}
_TITLE = re.compile(rb"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FOUND = range(200, 300)


@dataclass(frozen=True, slots=True)
class Manners:
    """How politely and how long: seconds for a request and between two, redirects, bytes read of a page."""

    timeout: float = 15.0
    pause: float = 1.0
    redirects: int = 5
    most_bytes: int = 5_000_000


@dataclass(frozen=True, slots=True)
class _Page:
    """What a server answered."""

    status: int
    kind: str
    body: bytes
    moved_to: str


class _Failed(Exception):
    """A request that came to nothing; the word says why."""


class LinkChecker:
    """Looks at links, one after another; `wait` is what passes the time between requests to a host."""

    def __init__(
        self,
        now: Callable[[], datetime],
        manners: Manners | None = None,
        wait: Callable[[float], object] | None = None,
        stop: Callable[[], bool] = lambda: False,
    ) -> None:
        """Prepare; nothing is asked yet."""
        self._now, self._manners, self._stop = now, manners or Manners(), stop
        self._wait = wait or Event().wait
        self._asked: set[str] = set()

    def check(self, links: LinkList) -> Iterator[tuple[LinkAnswer, bytes, str]]:
        """Yield an answer for each link, host by host, with the page's bytes and kind if it was reached."""
        wanted = {each.link for each in links.links}
        for link in sorted(wanted, key=lambda each: (urlsplit(each).netloc, each)):
            if self._stop():
                return
            yield self._look(link)

    def _look(self, link: str) -> tuple[LinkAnswer, bytes, str]:
        """Follow a link to where it ends."""
        answer = LinkAnswer(link, self._now(), reachable=False)
        address, seen = link, 0
        try:
            page = self._ask(address)
            while page.status in _REDIRECTS and page.moved_to:
                seen += 1
                address = checked_link(urljoin(address, page.moved_to)) or ""
                if seen > self._manners.redirects or not address:
                    return replace(answer, status=page.status, fault="redirects"), b"", ""
                page = self._ask(address)
        except _Failed as failure:
            return replace(answer, final=address, fault=str(failure)), b"", ""
        if page.status not in _FOUND:
            return replace(answer, status=page.status, final=address, fault="http"), b"", ""
        title = _title(page.body) if page.kind == "text/html" else ""
        found = replace(answer, reachable=True, status=page.status, title=title, final=address)
        return found, page.body, page.kind

    def _ask(self, address: str) -> _Page:
        """Send one request, after a pause if this host was asked before. _Failed."""
        parts = urlsplit(address)
        host = parts.netloc
        if host in self._asked:
            self._wait(self._manners.pause)
        self._asked.add(host)
        try:
            return self._request(address)
        except TimeoutError as error:
            raise _Failed("timeout") from error
        except ssl.SSLError as error:
            raise _Failed("certificate") from error
        except socket.gaierror as error:
            raise _Failed("name") from error
        except OSError as error:
            raise _Failed("refused") from error
        except (HTTPException, ValueError) as error:
            raise _Failed("http") from error

    def _request(self, address: str) -> _Page:
        """Get a page, not more of it than is looked at."""
        parts = urlsplit(address)
        kind = HTTPSConnection if parts.scheme == "https" else Plain
        host = (parts.hostname or "").encode("idna").decode("ascii")
        connection = kind(host, parts.port, timeout=self._manners.timeout)
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
        query = f"?{quote(parts.query, safe='=&%:@!$()*+,;/?~')}" if parts.query else ""
        try:
            connection.request("GET", path + query, headers={"User-Agent": AGENT, "Accept": "*/*"})
            return self._page(connection.getresponse())
        finally:
            connection.close()

    def _page(self, response: HTTPResponse) -> _Page:
        """Read an answer."""
        kind = (response.getheader("Content-Type") or "").split(";")[0].strip().lower()
        body = response.read(self._manners.most_bytes + 1)
        whole = body if len(body) <= self._manners.most_bytes else b""
        return _Page(response.status, kind, whole, response.getheader("Location") or "")


def check_links(
    source: Path, target: Path, checker: LinkChecker, *, save: bool = False
) -> tuple[LinkAnswer, ...]:
    """Check a link list and write the answers; with `save` a copy of each page beside them.

    Raises the problems of reading the list and of writing the answers.
    """
    folder = target.with_name(f"{target.name}-pages")
    answers = []
    for answer, body, kind in checker.check(read_list(source)):
        kept = _saved(folder, answer, body, kind) if save and body and kind in ENDINGS else answer
        answers.append(kept)
    write_answers(target, answers)
    return tuple(answers)


def _saved(folder: Path, answer: LinkAnswer, body: bytes, kind: str) -> LinkAnswer:
    """Keep a page's bytes under their hash."""
    digest = hashlib.sha256(body).hexdigest()
    name = f"{digest}{ENDINGS[kind]}"
    with told(folder):
        folder.mkdir(exist_ok=True)
        write_bytes(folder / name, body)
    return replace(answer, saved=name, sha256=digest)


def _title(body: bytes) -> str:
    """Return a page's title, in the letters that it says it is written in."""
    found = _TITLE.search(body)
    if found is None:
        return ""
    named = _CHARSET.search(body[:4096])
    try:
        text = found.group(1).decode(named.group(1).decode("ascii") if named else "utf-8", "replace")
    except LookupError:
        text = found.group(1).decode("utf-8", "replace")
    return " ".join(unescape(text).split())[:300]
