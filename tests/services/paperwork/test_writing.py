"""Promises of writing papers: what is typed is on the disk, what is replaced can be read again."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.history import Action
from ita_desktop.domain.paperwork.keys import tidy
from ita_desktop.domain.paperwork.papers import PaperState
from ita_desktop.domain.paperwork.richtext import Document, Paragraph, Section, Value, text
from ita_desktop.domain.problems import DocumentUnknown, FieldProblem, MissingRecord
from ita_desktop.services import workspace
from tests.helpers.offices import NOW
from tests.helpers.paperwork_texts import EVERYTHING

if TYPE_CHECKING:
    from ita_desktop.services.paperwork.paperwork import Paperwork
    from ita_desktop.services.workspace import Workspace


def written(words: str) -> Document:
    """A text of one paragraph."""
    return tidy(Document((Section((Paragraph(text(words)),)),)))


def test_every_kind_begins_with_a_text_and_proposals(desk: Paperwork) -> None:
    """A new paper is never an empty sheet, and its needed fields have labels and samples."""
    for kind in desk.papers.kinds():
        made = desk.papers.paper(desk.papers.create(kind.code).key)
        assert list(made.document.blocks()), kind.code
        assert made.title
        assert set(desk.papers.proposals(kind.code)) == {field.code for field in kind.fields}
        assert all(field.label and field.sample for field in kind.fields)


def test_an_unknown_kind_is_told_with_those_that_there_are(desk: Paperwork) -> None:
    """A mistyped code makes no paper."""
    with pytest.raises(DocumentUnknown):
        desk.papers.create("haiku")
    assert desk.papers.list() == ()


def test_what_is_saved_while_writing_is_there_after_a_crash(town: Workspace) -> None:
    """Autosave is on the disk when it returns; closing without a word loses nothing."""
    key = town.paperwork.papers.create("memo-free").key
    town.paperwork.papers.save(key, {"subject": "เรื่องทดสอบ"}, EVERYTHING)
    path = town.path
    town.close()
    again = workspace.open_file(path, lambda: NOW)
    try:
        kept = again.paperwork.papers.paper(key)
        assert kept.document == EVERYTHING
        assert kept.title == "เรื่องทดสอบ"
    finally:
        again.close()


def test_autosave_writes_no_history_and_keeping_writes_one_line(desk: Paperwork, town: Workspace) -> None:
    """A key pressed is no event of the year; a paper that was kept is."""
    key = desk.papers.create("memo-free").key
    before = len(town.settings.history())
    desk.papers.save(key, {}, written("หนึ่ง"))
    assert len(town.settings.history()) == before
    desk.papers.keep(key, {}, written("สอง"))
    assert town.settings.history()[0].action is Action.CHANGED_PAPER
    assert len(town.settings.history()) == before + 1


def test_every_version_can_be_read_and_taken_back(desk: Paperwork) -> None:
    """What was replaced is a version, and taking it back keeps what stood there."""
    key = desk.papers.create("memo-free").key
    desk.papers.keep(key, {}, written("ฉบับแรก"))
    desk.papers.keep(key, {}, written("ฉบับหลัง"))
    texts = {version.key: desk.papers.version(version.key).document for version in desk.papers.versions(key)}
    old = next(each for each, document in texts.items() if document == written("ฉบับแรก"))
    desk.papers.take_version(key, old)
    assert desk.papers.paper(key).document == written("ฉบับแรก")
    kept = [desk.papers.version(version.key).document for version in desk.papers.versions(key)]
    assert written("ฉบับหลัง") in kept


def test_autosave_keeps_the_text_before_as_a_version_after_a_while(town: Workspace) -> None:
    """Ten minutes of writing can be taken back, though nobody pressed a button."""
    clock = [NOW]
    town.session.now = lambda: clock[0]
    desk = town.paperwork.papers
    key = desk.create("memo-free").key
    for minutes, words in ((0, "หนึ่ง"), (2, "สอง"), (13, "สาม")):
        clock[0] = NOW + timedelta(minutes=minutes)
        desk.save(key, {}, written(words))
    kept = [desk.version(version.key).document for version in desk.versions(key)]
    assert kept[0] == written("สอง")
    assert len(kept) == 2


def test_a_live_value_follows_the_file_until_somebody_writes_over_it(town: Workspace) -> None:
    """A score changes, the draft changes; words written over it stay."""
    desk, pages = town.paperwork.papers, town.paperwork.pages
    live = tidy(Document((Section((Paragraph((Value("score"),)), Paragraph((Value("score", "เก้าสิบ"),)))),)))

    def shown() -> set[str]:
        return {value.text for value in desk.values() if value.name == "score"}

    first = pages.set("memo-free", {}, live).pdf
    town.results.put_published(2568, "total", Decimal("91.25"))
    assert shown() == {"91.25"}
    second = pages.set("memo-free", {}, live).pdf
    assert first != second
    town.results.put_published(2568, "total", Decimal("92.25"))
    assert pages.set("memo-free", {}, live).pdf != second


def test_papers_are_put_away_and_brought_back(desk: Paperwork) -> None:
    """Removing hides; nothing is gone."""
    key = desk.papers.create("memo-free").key
    desk.papers.remove(key)
    assert desk.papers.list() == ()
    assert [line.key for line in desk.papers.list(removed=True)] == [key]
    desk.papers.restore(key)
    assert [line.key for line in desk.papers.list()] == [key]


def test_a_copy_is_a_draft_of_its_own(desk: Paperwork) -> None:
    """Changing the copy leaves the first as it is."""
    key = desk.papers.create("memo-free").key
    copy = desk.papers.copy(key).key
    desk.papers.keep(copy, {}, written("อื่น"))
    assert desk.papers.paper(key).document != desk.papers.paper(copy).document
    assert desk.papers.paper(copy).state is PaperState.DRAFT


def test_names_and_gone_papers_are_told(desk: Paperwork) -> None:
    """An empty name is refused; a paper that is not there is missing, not empty."""
    key = desk.papers.create("memo-free").key
    with pytest.raises(FieldProblem):
        desk.papers.rename(key, "  ")
    with pytest.raises(MissingRecord):
        desk.papers.paper(key + 100)
    desk.papers.rename(key, "ชื่อใหม่")
    assert desk.papers.list()[0].title == "ชื่อใหม่"
