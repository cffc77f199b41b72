"""The rows of a headquarters' tables as JSON has them, and the columns that people see."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from ita_desktop.support.language import mark

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: which key of the row, under which head, figures flush right."""

    key: str
    head: str
    right: bool = False


OFFICE_COLUMNS = (
    Column("province", mark("จังหวัด")),
    Column("code", mark("รหัส")),
    Column("name", mark("หน่วยงาน")),
    Column("at", mark("ส่งเมื่อ")),
    Column("total", mark("คะแนนรวม"), right=True),
    Column("level", mark("ระดับ")),
    Column("rank", mark("ลำดับ"), right=True),
)
GROUP_COLUMNS = (
    Column("name", mark("กลุ่ม")),
    Column("expected", mark("หน่วยงาน"), right=True),
    Column("sent", mark("ส่งแล้ว"), right=True),
    Column("mean", mark("เฉลี่ย"), right=True),
    Column("lowest", mark("ต่ำสุด"), right=True),
    Column("highest", mark("สูงสุด"), right=True),
)
ITEM_COLUMNS = (
    Column("key", mark("ข้อ")),
    Column("mean", mark("เฉลี่ย"), right=True),
    Column("lowest", mark("ต่ำสุด"), right=True),
    Column("below", mark("ต่ำกว่า 85"), right=True),
    Column("title", mark("รายการ")),
)


def rows_of(value: object) -> Row:
    """Return a read model as JSON has it: scores as exact text, moments as ISO, an office's label inline."""
    if not is_dataclass(value):
        raise TypeError(value)
    row: Row = {}
    for field in fields(value):
        found = getattr(value, field.name)
        if is_dataclass(found):
            row |= rows_of(found)
        else:
            row[field.name] = _plain(found)
    return row


def _plain(value: object) -> object:
    """Write a value."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return list(value) if isinstance(value, tuple) else value
