"""Promises of the languages: Thai is the source, every sentence has English, the files are up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo

from ita_desktop.support import language
from tests.helpers import catalogues

if TYPE_CHECKING:
    from pathlib import Path

RUN_I18N = "run `python3 dev.py i18n` and commit resources/i18n"


def test_every_sentence_has_english() -> None:
    """Nothing that the program can say is Thai alone."""
    gaps = catalogues.missing(catalogues.updated())
    assert gaps == [], (
        f"write the English into {catalogues.ENGLISH.name} (python3 dev.py i18n --missing lists it)"
    )


def test_every_translation_fills_in_the_same_values() -> None:
    """A translation that names another value in braces would fail at the moment it is shown."""
    assert catalogues.wrong_fields(catalogues.updated()) == []


def test_the_catalogue_has_exactly_the_sentences_of_the_program() -> None:
    """Neither a sentence of yesterday nor one that was never gathered."""
    committed = {source for source, _ in catalogues.messages(catalogues.english())}
    now = {source for source, _ in catalogues.messages(catalogues.gather())}
    assert committed == now, RUN_I18N


def test_the_compiled_catalogue_is_the_one_that_people_edit() -> None:
    """What the program reads is what stands in the .po."""
    with catalogues.COMPILED.open("rb") as file:
        compiled = dict(catalogues.messages(read_mo(file)))
    edited = {source: target for source, target in catalogues.messages(catalogues.english()) if all(target)}
    assert compiled == {source: target for source, target in edited.items() if target}, RUN_I18N


def test_sentences_are_gathered_from_all_three_calls(tmp_path: Path) -> None:
    """A plain sentence, a counted one and one marked for later are all found, with their notes."""
    (tmp_path / "window.py").write_text(
        '# Note: on the button\ntr("บันทึก")\nntr("{n} ข้อ", "{n} ข้อ ", 2)\nLATER = mark("เดี๋ยว")\n', "utf-8"
    )
    gathered = catalogues.gather(tmp_path)
    assert {source for source, _ in catalogues.messages(gathered)} == {
        ("บันทึก",),
        ("{n} ข้อ", "{n} ข้อ "),
        ("เดี๋ยว",),
    }
    assert gathered["บันทึก"].auto_comments == ["Note: on the button"]


def test_gaps_and_wrong_values_are_found() -> None:
    """The two checks above can fail: a half-translated plural and a renamed value are caught."""
    catalogue = Catalog(locale="en")
    catalogue.add("บันทึก", "Save")
    catalogue.add(("{n} ข้อ", "{n} ข้อ "), ("{n} item", ""))
    catalogue.add("ข้อ {code}", "Item {number}")
    assert catalogues.missing(catalogue) == [("{n} ข้อ", "{n} ข้อ ")]
    assert catalogues.wrong_fields(catalogue) == [("ข้อ {code}",)]


@pytest.fixture
def small_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of two sentences in place of the real one."""
    catalogue = Catalog(locale="en", charset="utf-8", fuzzy=False)
    catalogue.add("บันทึก", "Save")
    catalogue.add(("{n} ข้อ", "{n} ข้อ "), ("{n} item", "{n} items"))
    file = tmp_path / "en" / "LC_MESSAGES" / "ita_desktop.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(catalogues.as_mo(catalogue))
    monkeypatch.setattr(language, "catalogue_folder", lambda: tmp_path)


@pytest.mark.usefixtures("small_english")
def test_english_is_spoken_on_request_and_thai_again() -> None:
    """The same calls give the chosen language, counted forms too, and an unknown sentence stays Thai."""
    assert (language.tr("บันทึก"), language.current_language()) == ("บันทึก", "th")
    language.set_language("en")
    assert language.current_language() == "en"
    assert language.tr("บันทึก") == "Save"
    assert [language.ntr("{n} ข้อ", "{n} ข้อ ", n).format(n=n) for n in (1, 2)] == ["1 item", "2 items"]
    assert language.tr("ไม่มีในรายการ") == "ไม่มีในรายการ"
    assert language.tr("") == ""
    language.set_language("th")
    assert language.tr("บันทึก") == "บันทึก"


def test_a_missing_catalogue_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An incomplete installation does not pass for a Thai one, and Thai goes on being spoken."""
    monkeypatch.setattr(language, "catalogue_folder", lambda: tmp_path)
    with pytest.raises(FileNotFoundError):
        language.set_language("en")
    assert language.current_language() == "th"


def test_marking_changes_nothing() -> None:
    """A marked sentence is the sentence."""
    assert language.mark("เดี๋ยว") == "เดี๋ยว"


def test_the_program_itself_never_needs_the_workshop() -> None:
    """The compiled catalogue that is delivered loads with the standard library."""
    language.set_language("en")
    assert language.current_language() == "en"
