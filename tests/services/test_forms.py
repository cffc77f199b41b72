"""Promises of printing forms from an office file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.batches import Batch
from ita_desktop.domain.problems import DocumentUnknown, FieldProblem, MissingRecord
from ita_desktop.services.forms import FormService
from tests.documents.forms.sheets import page_count, page_text
from tests.documents.typeset.readers import pdfium, squeeze
from tests.helpers.offices import INVENTED, new_workspace
from tests.instruments.edit import text_of

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace


def forms_of(office: Workspace) -> FormService:
    """The service of an open file."""
    return FormService(office.session)


def test_every_kind_offered_can_be_printed(office: Workspace) -> None:
    """Each code gives a PDF; codes and titles are each their own."""
    forms = forms_of(office)
    kinds = forms.kinds()
    assert [kind.code for kind in kinds[:2]] == ["questionnaire-iit", "questionnaire-iit-large"]
    assert {"questionnaire-eit1", "questionnaire-eit2", "cover-sheet", "thank-you", "poster"} <= {
        kind.code for kind in kinds
    }
    assert len({kind.title for kind in kinds}) == len(kinds)
    for kind in kinds:
        assert forms.render(kind.code).startswith(b"%PDF"), kind.code


def test_the_kinds_are_those_of_the_instrument(empty_folder: Path) -> None:
    """Another year, other parts; all of them print."""
    office = new_workspace(empty_folder, text=text_of(2570))
    forms = forms_of(office)
    codes = [kind.code for kind in forms.kinds()]
    assert [code for code in codes if code.startswith("questionnaire") and not code.endswith("large")] == [
        "questionnaire-staff", "questionnaire-pub1", "questionnaire-pub2", "questionnaire-pub3",
    ]  # fmt: skip
    assert all(forms.render(code) for code in codes)
    office.close()


def test_a_part_whose_questions_are_unknown_has_no_form(empty_folder: Path) -> None:
    """An empty questionnaire would be handed out by mistake."""
    office = new_workspace(empty_folder, year=2564)
    forms = forms_of(office)
    assert "questionnaire-eit" not in {kind.code for kind in forms.kinds()}
    with pytest.raises(DocumentUnknown):
        forms.questionnaire("EIT")
    office.close()


def test_forms_carry_the_office_and_the_numbers_asked_for(office: Workspace) -> None:
    """A run from 5 to 7 is three forms, each with its number."""
    forms = forms_of(office)
    pdf = forms.questionnaire("IIT", range(5, 8))
    pages = forms.layout("IIT").pages
    assert page_count(pdf) == 3 * pages
    assert squeeze(INVENTED.name) in squeeze(page_text(pdf, 0))
    assert [f"-0000{n}-" in page_text(pdf, (n - 5) * pages) for n in (5, 6, 7)] == [True] * 3


def test_large_print_is_another_layout(office: Workspace) -> None:
    """The layout asked for is that of the paper printed."""
    forms = forms_of(office)
    small, large = forms.layout("EIT1"), forms.layout("EIT1", large=True)
    assert large.boxes[0].w > small.boxes[0].w
    assert page_count(forms.questionnaire("EIT1", large=True)) == large.pages


@pytest.mark.parametrize("serial", [0, 100_000])
def test_a_number_that_no_form_can_have_is_a_problem_of_that_field(office: Workspace, serial: int) -> None:
    """Said by field and range, before anything is printed."""
    with pytest.raises(FieldProblem) as found:
        forms_of(office).questionnaire("IIT", [1, serial])
    assert (found.value.field, found.value.value, found.value.expected) == ("serial", str(serial), "1-99999")


def test_a_kind_that_is_not_there_is_refused_with_those_that_are(office: Workspace) -> None:
    """The sentence can then name what would do."""
    with pytest.raises(DocumentUnknown) as found:
        forms_of(office).render("questionnaire-xyz")
    assert "questionnaire-iit" in found.value.known


def test_the_cover_sheet_is_that_of_the_batch(office: Workspace) -> None:
    """By its key; a key that is gone is a missing record."""
    key = office.entry.open_batch(Batch("EIT2", 3, "กองคลัง", 25)).key
    text = squeeze(pdfium(forms_of(office).cover_sheet(key)))
    assert "ชุดที่๓" in text
    assert "กองคลัง" in text
    with pytest.raises(MissingRecord):
        forms_of(office).cover_sheet(key + 1)


def test_all_open_batches_print_in_one_go(office: Workspace) -> None:
    """Closed ones are done with; with none open there is an empty sheet for each part."""
    forms = forms_of(office)
    assert page_count(forms.cover_sheets()) == 3
    keys = [office.entry.open_batch(Batch("IIT", number)).key for number in (1, 2)]
    office.entry.close_batch(keys[0])
    pdf = forms.cover_sheets()
    assert page_count(pdf) == 1
    assert "ชุดที่๒" in squeeze(pdfium(pdf))


def test_printing_changes_nothing_in_the_file(office: Workspace) -> None:
    """No history, no step of undo, the same bytes on the same day."""
    forms = forms_of(office)
    before = office.settings.history()
    assert forms.render("questionnaire-iit") == forms.render("questionnaire-iit")
    assert forms.render("thank-you") == forms.render("thank-you")
    assert office.settings.history() == before
