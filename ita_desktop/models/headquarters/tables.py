"""The tables of a headquarters' store, the same on SQLite and PostgreSQL. Scores are hundredths of a point.

What a delivery brought is kept under the delivery: the newest one that counts is named by `year_of_office`,
so that taking one back is a change of that name and nothing is ever written over.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text

metadata = MetaData()


def _text(name: str, *, key: bool = False) -> Column[str]:
    """A text that is never null."""
    return Column(name, Text, primary_key=key, nullable=False)


def _number(name: str, *, key: bool = False, null: bool = False) -> Column[int]:
    """A whole number."""
    return Column(name, Integer, primary_key=key, nullable=null, autoincrement=False)


def _of_delivery() -> Column[int]:
    """The delivery that a row came with."""
    return Column("delivery", ForeignKey("delivery.id"), primary_key=True, autoincrement=False)


setting = Table("store_setting", metadata, _text("key", key=True), _text("value"))
instrument = Table("instrument", metadata, _text("digest", key=True), _number("year"), _text("text"))
office = Table(
    "office",
    metadata,
    _text("code", key=True),
    _text("name"),
    _text("kind"),
    _text("province"),
    _number("expected"),
)
delivery = Table(
    "delivery",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("office"),
    _number("year"),
    _number("number"),
    _text("digest"),
    _text("previous"),
    _text("signer"),
    _text("name"),
    _text("made_at"),
    _text("at"),
    _text("outcome"),
    _text("instrument"),
    _text("level"),
    _text("differs"),
    Index("delivery_by_office", "office", "year"),
    Index("delivery_by_digest", "digest", unique=True),
    Index("delivery_by_signer", "signer"),
)
year_of_office = Table(
    "year_of_office",
    metadata,
    _text("office", key=True),
    _number("year", key=True),
    Column("delivery", ForeignKey("delivery.id"), nullable=False),
    Index("year_of_office_by_year", "year"),
)
score = Table(
    "score",
    metadata,
    _of_delivery(),
    _text("key", key=True),
    _text("floor"),
    _number("value", null=True),
    _number("published", null=True),
    sqlite_with_rowid=False,  # rows lie by their key: a delivery's are read in one go
)
count = Table(
    "answer_count",
    metadata,
    _of_delivery(),
    _text("part", key=True),
    _text("question", key=True),
    _number("choice", key=True),
    _number("count"),
    sqlite_with_rowid=False,
)
"""How often a choice was taken: `choice` from 1 as on paper; 0, -1, -2: blank, unreadable, double."""

own_key = Table("own_key", metadata, _text("kind", key=True), _text("secret"), _text("made_at"))
party = Table(
    "party",
    metadata,
    _text("fingerprint", key=True),
    _text("name"),
    _text("code"),
    _text("side"),
    _text("sign"),
    _text("seal"),
    _text("added_at"),
    _number("confirmed"),
    Index("party_by_code", "code"),
)
"""Keys, under the names that the office file has for them: one module reads both."""
