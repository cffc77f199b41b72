"""Nothing that can happen is without words, in Thai and in English."""

from __future__ import annotations

import importlib
import pkgutil
import string
from datetime import timedelta
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import ita_desktop.domain
import ita_desktop.services
from ita_desktop.domain import claims, problems
from ita_desktop.domain.accounts.password_rules import PasswordFault
from ita_desktop.domain.accounts.problems import PasswordRefused
from ita_desktop.domain.history import Action, Role
from ita_desktop.domain.instrument_mistakes import MistakeKind
from ita_desktop.domain.intervals import Basis
from ita_desktop.domain.papers import FontFault
from ita_desktop.domain.plan.library import LibraryFault, LibraryUnusable
from ita_desktop.domain.problems import (
    CellFault,
    CellProblem,
    FieldFault,
    InstrumentConflict,
    InstrumentMistake,
    InstrumentProblem,
    Problem,
)
from ita_desktop.services import papers as paper_service
from ita_desktop.services.importing import Effect, ImportKind
from ita_desktop.services.overview import NextStep, StepKind
from ita_desktop.support.language import set_language
from ita_desktop.wording.cells import FAULTS as CELL_FAULTS
from ita_desktop.wording.cells import cell_sentence
from ita_desktop.wording.fields import FAULTS as FIELD_FAULTS
from ita_desktop.wording.history import ACTIONS, action_words
from ita_desktop.wording.imports import EFFECTS, effect_label, kind_label
from ita_desktop.wording.imports import KINDS as IMPORT_KINDS
from ita_desktop.wording.mistakes import KINDS, mistake_sentence
from ita_desktop.wording.paper_problems import FONT_FAULTS
from ita_desktop.wording.papers import PAPERS
from ita_desktop.wording.problems import problem_lines, problem_sentence, told
from ita_desktop.wording.states import LABELS, label
from ita_desktop.wording.steps import STEPS, step_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import ModuleType

THAI = range(0x0E00, 0x0E80)
KINDS_OF_PROBLEM = {problems.FileProblem, InstrumentProblem}
"""Families: what is raised is always one of their kinds."""

NEVER_SHOWN = {"Topic", "Severity", "ProfilePlace", "Cell", "InstrumentConflict", "Readable"}
"""Enums that are names inside the program: what a view refreshes, where a form has its profile."""


def every_problem() -> list[type[Problem]]:
    """Return every type of problem, from the modules that hold some."""
    for package in (ita_desktop.domain, ita_desktop.services):
        list(modules(package))
    found, queue = [], [Problem]
    while queue:
        kind = queue.pop()
        queue += kind.__subclasses__()
        if (
            kind is not Problem
            and kind not in KINDS_OF_PROBLEM
            and kind.__module__.startswith("ita_desktop.")
        ):
            found.append(kind)
    return sorted(found, key=lambda kind: kind.__name__)


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """Import every module of a package."""
    for info in pkgutil.iter_modules(package.__path__):
        yield importlib.import_module(f"{package.__name__}.{info.name}")


def sample(kind: type[Problem]) -> Problem:
    """Make a problem of a kind with plain values of the right types."""
    values: dict[str, Any] = {
        "path": Path("ปี 2568.ita"),
        "mistakes": (InstrumentMistake("tools[0]", MistakeKind.MISSING.value),),
        "problems": (CellProblem("IIT", "C7", CellFault.NO_SUCH_CHOICE, "7", "1-6"),),
        "fault": FieldFault.EMPTY,
        "reason": FontFault.DAMAGED,
        "conflict": InstrumentConflict.OLDER,
        "known": ("memo",),
        "worn": Role.CLERK.value,
        "needed": (Role.EXECUTIVE.value,),
        "wait": timedelta(seconds=40),
    }
    if kind is PasswordRefused:
        values["fault"] = PasswordFault.TOO_SHORT
    if kind is LibraryUnusable:
        values["fault"] = LibraryFault.NO_TITLE
    names: list[str] = list(getattr(kind, "__dataclass_fields__", ()))
    return kind(**{name: values.get(name, f"<{name}>") for name in names})


def has_thai(text: str) -> bool:
    """Tell whether a text holds a Thai letter."""
    return any(ord(char) in THAI for char in text)


@pytest.mark.parametrize("kind", every_problem())
def test_every_problem_has_words_of_its_own(kind: type[Problem]) -> None:
    """A problem told in general words helps nobody."""
    assert told.dispatch(kind) is not told.dispatch(Problem)
    assert has_thai(problem_sentence(sample(kind)))


@pytest.mark.parametrize("kind", every_problem())
def test_every_problem_is_told_in_english(kind: type[Problem]) -> None:
    """With English chosen no Thai is left but what the user typed."""
    set_language("en")
    sentence = problem_sentence(sample(kind)).replace("ปี 2568.ita", "")
    assert sentence
    assert not has_thai(sentence), sentence


def test_a_file_problem_says_what_is_safe_and_what_to_do() -> None:
    """Three things are asked of every sentence: what happened, is the data safe, what now."""
    for kind in every_problem():
        if issubclass(kind, problems.FileProblem):
            words = told(sample(kind))
            assert words.what, kind
            assert words.safe, kind
            assert words.do, kind


def test_words_about_a_file_name_the_file() -> None:
    """Who has three files open must know which one is meant."""
    for kind in every_problem():
        if issubclass(kind, problems.FileProblem):
            assert "ปี 2568.ita" in problem_sentence(sample(kind))


@pytest.mark.parametrize(
    ("table", "members"),
    [
        (CELL_FAULTS, CellFault),
        (FIELD_FAULTS, FieldFault),
        (FONT_FAULTS, FontFault),
        (KINDS, MistakeKind),
        (ACTIONS, Action),
        (STEPS, StepKind),
    ],
)
def test_tables_of_words_lack_nothing(table: dict[Enum, str], members: type[Enum]) -> None:
    """A new member without words fails here, not before a user."""
    assert set(table) == set(members)


def test_what_a_workbook_does_has_words() -> None:
    """Looked up by value; nothing may be without."""
    assert set(EFFECTS) == {effect.value for effect in Effect}
    assert set(IMPORT_KINDS) == {kind.value for kind in ImportKind}
    assert all(has_thai(effect_label(effect)) for effect in Effect)
    assert all(has_thai(kind_label(kind)) for kind in ImportKind)


def test_every_paper_has_a_name() -> None:
    """The list of documents names each kind."""
    assert set(PAPERS) == set(paper_service.KINDS)


def test_every_state_of_the_domain_has_a_name() -> None:
    """Every enum that a person can meet is in the table of labels or in a table of its own."""
    own_tables = {CellFault, FieldFault, FontFault, MistakeKind, Action, StepKind, Effect}
    own_tables |= {
        claims.Finding,
        claims.Meaning,
        Basis,
    }  # told by wording.claims and by the page of intervals
    enums = {
        value
        for package in (ita_desktop.domain, ita_desktop.services)
        for module in modules(package)
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Enum) and value.__module__ == module.__name__
    }
    shown = {each for each in enums - own_tables if each.__name__ not in NEVER_SHOWN}
    lacking = [member for each in shown for member in each if member not in LABELS]
    assert lacking == []


def test_labels_are_thai_and_english() -> None:
    """Each state has a name in both languages."""
    assert all(has_thai(label(state)) for state in LABELS)
    set_language("en")
    assert not [state for state in LABELS if has_thai(label(state))]


def test_a_cell_is_named_with_its_sheet() -> None:
    """The clerk goes straight to the cell."""
    line = cell_sentence(CellProblem("IIT", "C7", CellFault.NO_SUCH_CHOICE, "7", "1-6"))
    assert line == "แผ่น IIT ช่อง C7: ไม่มีตัวเลือกที่ 7 (ใช้ได้: 1-6)"


def test_every_fault_of_a_workbook_is_one_line_below_the_sentence() -> None:
    """All of them at once, so that a workbook is corrected once."""
    faults = tuple(CellProblem("IIT", f"C{row}", CellFault.FORMULA) for row in range(2, 9))
    lines = problem_lines(problems.WorkbookRefused(Path("แบบ.xlsx"), faults))
    assert len(lines) == 1 + len(faults)


def test_words_with_braces_in_them_are_told_as_they_stand() -> None:
    """What a user typed is never taken for a field of the sentence."""
    line = cell_sentence(CellProblem("{sheet}", "A1", CellFault.UNKNOWN_VALUE, "{value} {0}"))
    assert "“{value} {0}”" in line


def test_an_undone_command_is_named_in_words() -> None:
    """The history says what was taken back, not its code."""
    assert action_words(Action.UNDONE, "changed-item o2") == "ย้อนหรือทำซ้ำ: แก้ข้อ o2"


def test_the_next_step_says_how_many_are_left() -> None:
    """The overview's first line."""
    assert "IIT" in step_words(NextStep(StepKind.KEY_FORMS, "IIT", 7))
    assert "7" in step_words(NextStep(StepKind.KEY_FORMS, "IIT", 7))


def test_mistakes_are_told_with_their_place() -> None:
    """Whoever writes an instrument file finds the line."""
    line = mistake_sentence(InstrumentMistake("tools[1].weight", MistakeKind.OUT_OF_RANGE.value, "0..100"))
    assert line.startswith("tools[1].weight: ")
    assert "0..100" in line


def test_templates_use_only_the_fields_that_they_are_given() -> None:
    """A misspelt field would fail before the user."""
    offered: dict[str, tuple[Mapping[Any, str], set[str]]] = {
        "cells": (CELL_FAULTS, {"value"}),
        "fields": (FIELD_FAULTS, {"value"}),
        "mistakes": (KINDS, {"detail"}),
        "actions": (ACTIONS, {"subject"}),
        "steps": (STEPS, {"subject", "left"}),
    }
    for name, (table, known) in offered.items():
        for template in table.values():
            used = {field for _, field, _, _ in string.Formatter().parse(template) if field}
            assert used <= known, (name, template)
