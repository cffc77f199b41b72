"""Workbooks in. Every problem is told with its sheet and cell, all at once; with one, all is refused."""

from __future__ import annotations

from ita_desktop.exchange.answers_book import KeyedForm, PartForms, read_answers
from ita_desktop.exchange.checklist_book import CheckBook, CheckPatch, read_oit
from ita_desktop.exchange.measure_book import MeasureBook, read_measures
from ita_desktop.exchange.roster_book import (
    PersonRow,
    RosterBook,
    read_external_roster,
    read_internal_roster,
)

__all__ = [
    "CheckBook",
    "CheckPatch",
    "KeyedForm",
    "MeasureBook",
    "PartForms",
    "PersonRow",
    "RosterBook",
    "read_answers",
    "read_external_roster",
    "read_internal_roster",
    "read_measures",
    "read_oit",
]
