"""What comes down in a package as files, written and read: plain JSON under `down/`."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ita_desktop.domain.checklist import ResultStage
from ita_desktop.domain.packages.problems import KeyRefused, PackageRefused, RefusalKind
from ita_desktop.domain.packages.shipment import Figure, Judgement, Shipment
from ita_desktop.exchange.bag import PAYLOAD
from ita_desktop.exchange.plain_files import json_bytes
from ita_desktop.exchange.sealing.key_file import party_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from ita_desktop.exchange.package_verify import Glance

FOLDER = "down/"
FIGURES, JUDGEMENTS, KEYS = f"{FOLDER}published.json", f"{FOLDER}oit.json", f"{FOLDER}keys.json"
INSTRUMENTS, LIBRARIES, TEMPLATES = f"{FOLDER}instruments/", f"{FOLDER}measures/", f"{FOLDER}templates/"
LARGEST = 20_000_000
"""Bytes of one of these files: they are read into memory whole."""
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, InvalidOperation, RecursionError, KeyRefused)


def shipment_files(shipment: Shipment, key_documents: Sequence[Mapping[str, Any]] = ()) -> dict[str, bytes]:
    """Return the files of a shipment by path; keys come as the documents that their owners signed."""
    files: dict[str, bytes] = {}
    if shipment.figures:
        rows = [
            {"office_code": each.office_code, "key": each.key, "value": str(each.value)}
            for each in shipment.figures
        ]
        files[FIGURES] = json_bytes(rows)
    if shipment.judgements:
        files[JUDGEMENTS] = json_bytes([_judgement_fields(each) for each in shipment.judgements])
    if key_documents:
        files[KEYS] = json_bytes(list(key_documents))
    for place, text in enumerate(shipment.instruments, 1):
        files[f"{INSTRUMENTS}{place}.json"] = text.encode()
    files.update({f"{LIBRARIES}{name}": text.encode() for name, text in shipment.libraries.items()})
    files.update({f"{TEMPLATES}{name}": data for name, data in shipment.templates.items()})
    return files


def read_shipment(path: Path, seen: Glance) -> Shipment:
    """Read what a package brings down; its payload must have been checked.

    PackageRefused (`content-broken`) for a file that says something else than it should.
    """

    def whole(name: str) -> bytes:
        entry = seen.archive.getinfo(f"{seen.root}/{PAYLOAD}{name}")
        if entry.file_size > LARGEST:
            raise PackageRefused(path, RefusalKind.CONTENT_BROKEN, name)
        return seen.archive.read(entry)

    def rows(name: str, read: Callable[[Any], Any]) -> tuple[Any, ...]:
        if f"{PAYLOAD}{name}" not in seen.hashes:
            return ()
        try:
            return tuple(read(each) for each in json.loads(whole(name)))
        except _UNREADABLE as error:
            raise PackageRefused(path, RefusalKind.CONTENT_BROKEN, name) from error

    def texts(folder: str) -> dict[str, str]:
        try:
            return {
                PurePosixPath(name).name: whole(name).decode("utf-8-sig") for name in _below(seen, folder)
            }
        except UnicodeDecodeError as error:
            raise PackageRefused(path, RefusalKind.CONTENT_BROKEN, folder) from error

    return Shipment(
        tuple(texts(INSTRUMENTS).values()),
        rows(FIGURES, _figure),
        rows(JUDGEMENTS, _judgement),
        texts(LIBRARIES),
        {PurePosixPath(name).name: whole(name) for name in _below(seen, TEMPLATES)},
        rows(KEYS, party_of),
    )


def _below(seen: Glance, folder: str) -> list[str]:
    """Return the files of the payload right in a folder."""
    names = (name.removeprefix(PAYLOAD) for name in seen.hashes)
    return sorted(name for name in names if name.startswith(folder) and "/" not in name.removeprefix(folder))


def _judgement_fields(each: Judgement) -> dict[str, Any]:
    """Return a judgement as JSON has it."""
    result = str(each.result) if each.result is not None else None
    return {
        "office_code": each.office_code,
        "code": each.code,
        "stage": each.stage.value,
        "result": result,
        "comment": each.comment,
    }


def _figure(fields: Any) -> Figure:  # noqa: ANN401 - whatever the JSON holds
    """Read a published figure; a score has 0 to 100."""
    value = Decimal(str(fields["value"]))
    if not value.is_finite() or not 0 <= value <= 100:  # noqa: PLR2004 - the scale of every score
        raise ValueError(fields)
    return Figure(str(fields["office_code"]), str(fields["key"]), value)


def _judgement(fields: Any) -> Judgement:  # noqa: ANN401 - whatever the JSON holds
    """Read a judgement."""
    result = fields["result"]
    value = Fraction(str(result)) if result is not None else None
    if value is not None and not 0 <= value <= 100:  # noqa: PLR2004 - the scale of every score
        raise ValueError(fields)
    stage, comment = ResultStage(fields["stage"]), str(fields.get("comment", ""))
    return Judgement(str(fields["office_code"]), str(fields["code"]), stage, value, comment)
