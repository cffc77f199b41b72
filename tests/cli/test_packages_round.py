"""The whole exchange by command line: two offices, a headquarters, receipts, packages out of order."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_desktop.services import workspace
from ita_desktop.services.instruments import instrument_text
from tests.helpers.offices import INVENTED, NOW
from tests.services.test_receiving import LIBRARY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine

CODES = {"99999": "เทศบาลตำบลตัวอย่าง", "88888": "เทศบาลตำบลสมมติ"}


@pytest.fixture
def towns(empty_folder: Path) -> dict[str, Path]:
    """Two offices."""
    made = {}
    for code, name in CODES.items():
        path = empty_folder / f"{code}.ita"
        office = replace(INVENTED, name=name, code=code)
        workspace.create(path, office, instrument_text(2568), lambda: NOW).close()
        made[code] = path
    return made


def done(ita: CommandLine, *words: str | Path) -> str:
    """Run a command that must succeed; return what it said."""
    ended = ita(*words)
    assert ended.code == 0, ended.err
    return ended.out


def test_a_stick_goes_up_and_comes_down(ita: CommandLine, towns: dict[str, Path], empty_folder: Path) -> None:
    """Keys first; packages sealed, out of order, twice; receipts; then something comes down to both."""
    stick, above = empty_folder / "USB", empty_folder / "HQ.ita"
    stick.mkdir()
    done(ita, "new", above, "--headquarters", "--office", "ส่วนกลางสมมติ", "--year", "2568")
    done(ita, "headquarters", "key", above, "--to", stick)
    (key,) = stick.glob("*.itakey")
    sent: dict[str, list[Path]] = {}
    for code, town in towns.items():
        done(ita, "key", town, "add", key)
        for _ in range(3):
            done(ita, "export", town, "--to", stick, "--without", "papers", "--for", "ส่วนกลางสมมติ")
        sent[code] = sorted(stick.glob(f"*-{code}-*.itapkg"))
    one, two, three = sent["99999"]
    assert "ขาดเลขที่ 2" in done(ita, "headquarters", "receive", above, one, three)
    assert "มาทีหลัง" in done(ita, "headquarters", "receive", above, two)
    assert "รับแพ็กเกจนี้แล้ว" in done(ita, "headquarters", "receive", above, three, "--receipt-to", stick)
    done(ita, "headquarters", "receive", above, *sent["88888"], "--receipt-to", stick)
    rows = json.loads(done(ita, "headquarters", "offices", above, "--json"))
    assert len(rows) == len(CODES)
    for town in towns.values():
        done(ita, "receipts", town, "--from", stick)
        newest = json.loads(done(ita, "list", town, "sent", "--json"))[0]
        assert newest["outcome"] in {"taken", "known"}
    library = empty_folder / "คลัง.json"
    library.write_text(LIBRARY, "utf-8")
    done(ita, "headquarters", "send", above, "--to", stick, "--measures", library)
    (down,) = (each for each in stick.glob("*.itapkg") if not any(code in each.name for code in CODES))
    for town in towns.values():
        assert "คลังสมมติ" in done(ita, "receive", down, "--into", town)
        assert "รับแพ็กเกจนี้แล้ว" in done(ita, "receive", down, "--into", town)
        assert [row["outcome"] for row in json.loads(done(ita, "list", town, "received", "--json"))] == [
            "taken"
        ]
        assert done(ita, "check", town)


def test_one_bad_package_does_not_hold_up_the_others(
    ita: CommandLine, towns: dict[str, Path], empty_folder: Path
) -> None:
    """The rest is taken, the command still ends with the problem, and the office reads why at home."""
    stick, above, town = empty_folder / "usb", empty_folder / "hq.ita", towns["99999"]
    stick.mkdir()
    done(ita, "new", above, "--headquarters", "--office", "ส่วนกลางสมมติ", "--year", "2568")
    done(ita, "headquarters", "key", above, "--to", stick)
    done(ita, "key", town, "add", next(stick.glob("*.itakey")))
    for _ in range(2):
        done(ita, "export", town, "--to", stick, "--without", "papers")
    bad, good = sorted(stick.glob("*.itapkg"))
    bad.write_bytes(bad.read_bytes()[:3000])
    ended = ita("headquarters", "receive", above, bad, good, "--receipt-to", stick)
    assert ended.code != 0
    assert f"{good.name}: รับแล้ว" in ended.out
    assert "ไฟล์ขาดหรือไม่ใช่แพ็กเกจ" in ended.err
    answers = done(ita, "receipts", town, "--from", stick)
    assert "ไม่รับ: ไฟล์ขาดหรือไม่ใช่แพ็กเกจ" in answers
    people = done(ita, "headquarters", "offices", above)
    assert " น." in people
    assert "+00:00" not in people
    assert "เป็นแฟ้มของส่วนกลาง" in ita("score", above).err
