"""The link list that goes out on a stick, and the checker's answers that come back: two small JSON files.

Both are a stranger's when read: their size, shape and every value are looked at before anything is believed.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ita_desktop.domain.checklist_links import AskedLink, LinkAnswer, LinkList
from ita_desktop.domain.checklist_problems import NotALinkFile
from ita_desktop.domain.links import checked_link
from ita_desktop.domain.problems import FileMissing
from ita_desktop.exchange.write_problems import told
from ita_desktop.support.atomic import write_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LIST_FORMAT, ANSWER_FORMAT = "ita-desktop-links", "ita-desktop-link-answers"
VERSION = 1
LONGEST = 8_000_000
"""Bytes; ten thousand links with all that is said of them."""
MOST_LINKS = 5_000
LONGEST_TEXT = 2_000


def write_list(path: Path, links: LinkList) -> Path:
    """Write a link list; the problems of `exchange.write_problems.told`."""
    rows = [{"link": each.link, "codes": list(each.codes)} for each in links.links]
    content = {
        "format": LIST_FORMAT,
        "version": VERSION,
        "office": links.office,
        "year": links.year,
        "links": rows,
    }
    return _write(path, content)


def read_list(path: Path) -> LinkList:
    """Read a link list; FileMissing, NotALinkFile. An entry that is no web address is left out."""
    content = _read(path, LIST_FORMAT)
    rows = _rows(content, "links", path)
    links = (
        AskedLink(_text(row, "link"), tuple(str(code) for code in _list(row.get("codes")))) for row in rows
    )
    year = content.get("year")
    return LinkList(
        _text(content, "office"),
        year if isinstance(year, int) else 0,
        tuple(each for each in links if checked_link(each.link) is not None),
    )


def write_answers(path: Path, answers: Iterable[LinkAnswer]) -> Path:
    """Write the checker's answers; the problems of `exchange.write_problems.told`."""
    rows = [
        {
            "link": each.link,
            "at": each.at.isoformat(timespec="seconds"),
            "reachable": each.reachable,
            "status": each.status,
            "title": each.title,
            "final": each.final,
            "fault": each.fault,
            "saved": each.saved,
            "sha256": each.sha256,
        }
        for each in answers
    ]
    return _write(path, {"format": ANSWER_FORMAT, "version": VERSION, "answers": rows})


def read_answers(path: Path) -> tuple[LinkAnswer, ...]:
    """Read answers; FileMissing, NotALinkFile."""
    return tuple(_answer(row, path) for row in _rows(_read(path, ANSWER_FORMAT), "answers", path))


def _answer(row: dict[str, Any], path: Path) -> LinkAnswer:
    """Read one answer; a saved copy is a bare name beside the file, whatever path a stranger wrote."""
    try:
        at = datetime.fromisoformat(_text(row, "at"))
    except ValueError as error:
        raise NotALinkFile(path) from error
    if at.tzinfo is None or checked_link(_text(row, "link")) is None:
        raise NotALinkFile(path)
    status = row.get("status")
    return LinkAnswer(
        _text(row, "link"),
        at,
        row.get("reachable") is True,
        status if isinstance(status, int) and not isinstance(status, bool) else 0,
        _text(row, "title"),
        _text(row, "final"),
        _text(row, "fault"),
        _text(row, "saved").replace("\\", "/").rsplit("/", 1)[-1],
        _text(row, "sha256"),
    )


def _write(path: Path, content: dict[str, Any]) -> Path:
    """Write a file whole or not at all."""
    with told(path):
        write_bytes(path, json.dumps(content, ensure_ascii=False, indent=1).encode())
    return path


def _read(path: Path, wanted: str) -> dict[str, Any]:
    """Read a file of a format."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(LONGEST + 1)
    except OSError as error:
        raise FileMissing(path) from error
    try:
        content = json.loads(raw.decode("utf-8-sig")) if len(raw) <= LONGEST else None
    except (ValueError, RecursionError) as error:
        raise NotALinkFile(path) from error
    if not isinstance(content, dict) or content.get("format") != wanted or content.get("version") != VERSION:
        raise NotALinkFile(path)
    return content


def _rows(content: dict[str, Any], key: str, path: Path) -> list[dict[str, Any]]:
    """Return the rows of a file."""
    rows = _list(content.get(key))
    if len(rows) > MOST_LINKS or not all(isinstance(row, dict) for row in rows):
        raise NotALinkFile(path)
    return rows


def _list(value: object) -> list[Any]:
    """Return a list; an empty one for anything else."""
    return value if isinstance(value, list) else []


def _text(row: dict[str, Any], key: str) -> str:
    """Return a text, cut where nobody writes more; empty for anything else."""
    value = row.get(key)
    return value[:LONGEST_TEXT] if isinstance(value, str) else ""
