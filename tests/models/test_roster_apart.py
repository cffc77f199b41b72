"""The promise that no query can lead from a person to a questionnaire, whatever tables are added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import inspect

from ita_desktop.models import database

if TYPE_CHECKING:
    from pathlib import Path

OF_FORMS = {"serial", "line"}
"""Columns that only a table about single questionnaires has."""

OF_PEOPLE = {"internal_person", "external_person", "erased_people", "kept_apart", "roster_draw"}
SHARED = {"year"}


def test_tables_of_people_and_of_forms_share_nothing_but_the_year(empty_folder: Path) -> None:
    """Not a column by which they could be joined, not a reference, not a table that has both."""
    opened = database.create(empty_folder / "x.ita")
    with opened.reading() as transaction:
        inspector = inspect(transaction)
        columns = {
            name: {column["name"] for column in inspector.get_columns(name)}
            for name in inspector.get_table_names()
        }
        references = {
            name: {str(key["referred_table"]) for key in inspector.get_foreign_keys(name)} for name in columns
        }
    opened.close()
    forms = {name for name, found in columns.items() if found & OF_FORMS}
    assert forms >= {"questionnaire", "draft"}
    assert not forms & OF_PEOPLE
    people = set().union(*(columns[name] for name in OF_PEOPLE))
    for name in forms:
        assert columns[name] & people <= SHARED, name
    for name, found in references.items():
        assert not (found & OF_PEOPLE), f"{name} refers to a person"


def test_paper_is_counted_by_division_and_by_nothing_finer(empty_folder: Path) -> None:
    """The counter has no column for a person, a number on paper, or a time."""
    opened = database.create(empty_folder / "x.ita")
    with opened.reading() as transaction:
        found = {column["name"] for column in inspect(transaction).get_columns("handout")}
    opened.close()
    assert found == {"year", "part", "division", "given", "came_back"}
