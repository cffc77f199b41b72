"""Who sends a package, of which year, with which number: its label, and the name of its file."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ita_desktop.domain.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.packages.keys import Side
from ita_desktop.domain.thai_text import arabic_digits

if TYPE_CHECKING:
    from ita_desktop.domain.office import Office

FORMAT = 2
"""The form of a package. A higher number is a newer program's, and is refused as such."""

SUFFIX = ".itapkg"
LABEL_FILE = "package.json"
NO_CODE = "office"
_LONGEST_CODE = 40
MOST_NUMBER, MOST_YEAR = 10**9, 10_000
_NAME = re.compile(rf"ITA-\d{{4}}-([A-Za-z0-9-]+?)-(\d{{3,9}})-(\d{{8}}){re.escape(SUFFIX)}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PackageLabel:
    """What `package.json` says. `made_at` carries its zone.

    Since format 2: `side` tells office from headquarters, `parts` what was chosen to go along, `previous` is
    the digest of the sender's package before this one.
    """

    office: str
    office_code: str
    office_kind: str
    province: str
    fiscal_year: int
    number: int
    made_at: datetime
    program: str
    format: int = FORMAT
    side: Side = Side.OFFICE
    parts: tuple[str, ...] = ()
    previous: str = ""

    @property
    def stem(self) -> str:
        """The name of the package without its ending, which is also the name of the bag in it.

        The day is Buddhist, as the fiscal year before it: 2568 beside 2025 would read as two years.
        """
        day = f"{self.made_at.year + BUDDHIST_OFFSET:04d}{self.made_at:%m%d}"
        return f"ITA-{self.fiscal_year}-{safe_code(self.office_code)}-{self.number:03d}-{day}"

    @property
    def file_name(self) -> str:
        """The name of the package's file, which FAT32 and Windows can keep."""
        return self.stem + SUFFIX


def label_of(office: Office, fiscal_year: int, number: int, made_at: datetime, program: str) -> PackageLabel:
    """Return the label of an office's package: of the office what is public, no names of people."""
    return PackageLabel(
        office.name, office.code, office.kind, office.province, fiscal_year, number, made_at, program
    )


def safe_code(code: str) -> str:
    """Return an office's code as a part of a file name; `office` where it has none that fits."""
    plain = re.sub(r"[^A-Za-z0-9]+", "-", arabic_digits(code)).strip("-")
    return plain[:_LONGEST_CODE] or NO_CODE


def number_in_name(name: str, code: str) -> int:
    """Return the number in a package's file name, 0 if it is no package of this office, of any year."""
    found = _NAME.fullmatch(name)
    if found is None or found[1].casefold() != safe_code(code).casefold():
        return 0
    return int(found[2])


def sender_in_name(name: str) -> tuple[str, int] | None:
    """Return the office code and the number in a package's file name; None if it is no package's name."""
    found = _NAME.fullmatch(name)
    return (found[1], int(found[2])) if found is not None else None


def write_label(label: PackageLabel) -> bytes:
    """Return `package.json`."""
    made_at = label.made_at.isoformat(timespec="seconds")
    fields = {**asdict(label), "made_at": made_at, "side": label.side.value}
    return (json.dumps(fields, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def read_label(data: bytes) -> PackageLabel:
    """Read `package.json`; ValueError if it is not one. Of a newer format only the number may be trusted."""
    fields = json.loads(data)
    if not isinstance(fields, dict):
        raise ValueError(LABEL_FILE)  # noqa: TRY004 - a file that says something else, not a bug of the caller
    wanted: dict[str, type] = {
        "office": str, "office_code": str, "office_kind": str, "province": str, "fiscal_year": int,
        "number": int, "program": str, "format": int,
    }  # fmt: skip
    values: dict[str, Any] = {name: fields.get(name) for name in wanted}
    if any(type(values[name]) is not kind for name, kind in wanted.items()):
        raise ValueError(LABEL_FILE)
    if not 0 < values["number"] < MOST_NUMBER or not 0 < values["fiscal_year"] < MOST_YEAR:
        raise ValueError(LABEL_FILE)
    made_at = datetime.fromisoformat(str(fields.get("made_at")))
    parts, previous = fields.get("parts", []), fields.get("previous", "")
    if not isinstance(parts, list) or not isinstance(previous, str):
        raise ValueError(LABEL_FILE)  # noqa: TRY004 - as above
    side = Side(fields.get("side", Side.OFFICE.value))
    return PackageLabel(**values, made_at=made_at, side=side, parts=tuple(map(str, parts)), previous=previous)


def format_of(data: bytes) -> int:
    """Return the format number in `package.json`, 0 if there is none."""
    fields = json.loads(data)
    found = fields.get("format") if isinstance(fields, dict) else None
    return found if type(found) is int else 0
