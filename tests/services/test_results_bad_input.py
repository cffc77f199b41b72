"""What a result must survive: no data, one form, blank forms, figures that contradict each other."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.answers import Mark
from ita_desktop.domain.batches import Batch, Questionnaire
from ita_desktop.domain.checklist import CheckEntry
from ita_desktop.domain.intervals import Basis
from ita_desktop.domain.problems import FieldProblem
from ita_desktop.models import questionnaire_store
from ita_desktop.services.years import compared_years
from tests.helpers.offices import best_choice, new_workspace
from tests.instruments.edit import INVENTED, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace

SHAPES = {"2564": text_of(2564), "2568": text_of(2568), "invented": INVENTED.read_text("utf-8")}


@pytest.fixture(params=SHAPES)
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    """An empty office of each shape of instrument."""
    opened = new_workspace(tmp_path, text=SHAPES[request.param])
    yield opened
    opened.close()


def key(office: Workspace, count: int, symbol: str = "") -> None:
    """Put forms into every part: the best answers, or one symbol everywhere."""
    for tool, part in office.session.instrument.survey_parts():
        line = "".join(symbol or str(best_choice(question)) for question in tool.form)
        with office.session.drafting() as transaction:
            batch = questionnaire_store.add_batch(transaction, office.year, Batch(part.code, 1))
            forms = [Questionnaire(batch, serial, line) for serial in range(1, count + 1)]
            questionnaire_store.add(transaction, office.year, part.code, forms)


def judge(office: Workspace) -> None:
    """Give every checklist item its full score."""
    for tool in office.session.instrument.checklists:
        for item in tool.items:
            office.checklist.save(CheckEntry(item.code, Fraction(100)))


def test_a_year_without_any_data_has_no_score_and_no_level(office: Workspace) -> None:
    """Nowhere a 0: every score is unknown, and so is how sure it is."""
    result = office.results.result()
    assert {score.value for score in result.sheet.total.walk()} == {None}
    assert (result.level, result.provisional, result.provisional_level) == (None, None, None)
    assert result.missing != ()
    assert office.respondents.certainty().total.basis is Basis.NO_DATA
    assert all(way.lacking for way in office.what_if.what_if().ways)
    assert compared_years(result) == ()


def test_all_blank_forms_are_respondents_without_a_score(office: Workspace) -> None:
    """They are counted as having come; what they left blank is no answer and no 0."""
    key(office, 5, Mark.BLANK.value)
    result = office.results.result()
    for tool, part in office.session.instrument.survey_parts():
        assert result.tallies[part.code].respondents == 5
        if tool.questions:
            assert result.sheet.value(part.code) is None
    assert result.level is None
    certainty = office.respondents.certainty()
    assert all(part.whole.low is None for part in certainty.parts)
    assert {blank for part in certainty.parts for blank in part.blank.values()} <= {100.0}


def test_one_form_is_a_score_without_an_interval(office: Workspace) -> None:
    """The mean of one is known; how sure it is, is not."""
    key(office, 1)
    certainty = office.respondents.certainty()
    asked = [part for part in certainty.parts if part.tool.questions]
    assert asked
    for part in asked:
        assert office.results.result().sheet.value(part.part.code) == 100
        assert (part.whole.basis, part.whole.low) == (Basis.ONE_FORM, None)


def test_an_instrument_without_data_leaves_only_an_estimate(office: Workspace) -> None:
    """With the checklist alone there is no total: half a sum is no score, and what lacks is named."""
    judge(office)
    result = office.results.result()
    assert result.sheet.total.value is None
    assert result.level is None
    assert result.provisional == 100
    lacking = {part.code for _, part in result.instrument.survey_parts()}
    assert lacking <= set(result.missing)
    assert all(way.lacking for way in office.what_if.what_if().ways)


def test_published_figures_that_contradict_each_other_are_named(office: Workspace) -> None:
    """A total of 50 over tools of 90 is told with what they make; nothing is thrown away."""
    tools = [tool.code for tool in office.session.instrument.tools]
    figures = {"total": Decimal(50), **dict.fromkeys(tools, Decimal(90))}
    office.results.put_published_many(office.year, figures)
    result = office.results.result()
    total = next(each for each in result.contradictions if each.key == "total")
    assert (total.low, total.high) >= (Decimal("89.99"), Decimal("90.00"))
    assert result.published == figures
    assert {each.computed for each in result.differences} == {None}


@pytest.mark.parametrize("value", ["-0.01", "100.01"])
def test_a_figure_outside_its_scale_is_refused_whole(office: Workspace, value: str) -> None:
    """Nothing of what came with it is kept."""
    with pytest.raises(FieldProblem):
        office.results.put_published_many(office.year, {"total": Decimal(90), "1": Decimal(value)})
    assert office.results.result().published == {}
