"""Promises of the commands for packages: an office, headquarters and a stick, without a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.packages.keys import Side
from ita_desktop.domain.packages.receipts import Outcome, Receipt
from ita_desktop.exchange.receipt_file import receipt_file, receipt_name
from ita_desktop.exchange.sealing.key_file import key_file, key_line, new_keys
from ita_desktop.services import workspace
from ita_desktop.services.instruments import instrument_text
from ita_desktop.services.packages.sending_down import send_down
from tests.helpers.offices import INVENTED, NOW
from tests.services.test_receiving import figures, label_down

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine

ABOVE = new_keys("สำนักงานกลางสมมติ", "1", Side.HEADQUARTERS)


@pytest.fixture
def town(empty_folder: Path) -> Path:
    """An office file without anything in it."""
    path = empty_folder / "เทศบาล.ita"
    workspace.create(path, INVENTED, instrument_text(2568), lambda: NOW).close()
    return path


@pytest.fixture
def stick(empty_folder: Path) -> Path:
    """A folder for packages."""
    folder = empty_folder / "USB"
    folder.mkdir()
    return folder


def sent(ita: CommandLine, town: Path, stick: Path, *words: str) -> Path:
    """Export and return the newest package."""
    ended = ita("export", town, "--to", stick, "--without", "papers", *words)
    assert ended.code == 0, ended.err
    return max(stick.glob("*.itapkg"))


def test_a_package_is_exported_and_verified(ita: CommandLine, town: Path, stick: Path) -> None:
    """By the same line of text that the window shows; JSON for scripts."""
    path = sent(ita, town, stick, "--with", "history")
    told = ita("verify", path, "--json").json[0]
    assert (told["office_code"], told["number"], told["sealed"]) == ("99999", 1, False)
    assert told["parts"] == ["results", "oit", "measures", "history"]
    assert told["signer"] == ita("key", town, "show").out.strip()
    ended = ita("verify", path, "--keys", town)
    assert INVENTED.name in ended.out
    assert "ยืนยันแล้ว" in ended.out


def test_each_refusal_has_its_sentence(ita: CommandLine, town: Path, stick: Path) -> None:
    """A cut file, a file that is none, one with a byte turned."""
    path = sent(ita, town, stick)
    data = path.read_bytes()
    path.write_bytes(data[:-100])
    ended = ita("verify", path)
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert "ไฟล์ขาดหรือไม่ใช่แพ็กเกจ" in ended.err
    place = data.index(b"README.txt") + 400
    path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
    assert ita("verify", path).code == 1
    assert ita("verify", stick / "ไม่มี.itapkg").code == 1
    assert ita("--lang", "en", "verify", path).code == 1


def test_a_package_for_headquarters_is_sealed(ita: CommandLine, town: Path, stick: Path) -> None:
    """People go along only then; the office itself opens it, somebody without keys does not."""
    key = stick / "กลาง.itakey"
    key.write_bytes(key_file(ABOVE))
    assert ita("key", town, "add", key).code == 0
    assert ita("key", town, "confirm", "1").code == 0
    assert ABOVE.party.fingerprint in ita("key", town, "list").out
    assert ita("export", town, "--to", stick, "--with", "people").code == 1
    path = sent(ita, town, stick, "--with", "people", "--for", "1")
    assert ita("verify", path).code == 1
    assert ita("verify", path, "--keys", town, "--json").json[0]["sealed"] is True


def test_a_passphrase_seals_and_a_wrong_one_is_told(
    ita: CommandLine, town: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the environment, as scripts need it."""
    monkeypatch.setenv("ITA_PASSPHRASE", "กุ้ง หอย ปู ปลา ทะเล")
    path = sent(ita, town, stick, "--passphrase")
    monkeypatch.setenv("ITA_PASSPHRASE", "กุ้ง หอย ปู ปลา แม่น้ำ")
    assert "รหัสผ่าน" in ita("verify", path, "--passphrase").err


def test_what_headquarters_sent_is_received_and_answered(ita: CommandLine, town: Path, stick: Path) -> None:
    """Shown first, taken with a receipt for the way back; the second time nothing changes."""
    assert ita("key", town, "add", key_line(ABOVE)).code == 0
    path = send_down(stick, label_down(), figures(), ABOVE).path
    shown = ita("receive", path, "--into", town, "--dry-run")
    assert "คะแนนประกาศ คะแนนรวม" in shown.out
    assert ita("list", town, "history", "--json").json[0]["action"] == "took-key"
    taken = ita("receive", path, "--into", town, "--receipt-to", stick)
    assert (taken.code, "รับ " in taken.out) == (0, True)
    assert len(list(stick.glob("*.itarcpt"))) == 1
    (row,) = ita("list", town, "received", "--json").json
    assert (row["number"], row["outcome"]) == (1, "taken")
    assert ita("list", town, "set-aside", "--json").json == []
    again = ita("receive", path, "--into", town)
    assert (again.code, "รับแพ็กเกจนี้แล้ว" in again.out) == (0, True)
    kept = ita("--lang", "en", "receive", path, "--into", town, "--dry-run")
    assert kept.code == 0


def test_a_strangers_package_is_not_received(ita: CommandLine, town: Path, stick: Path) -> None:
    """The sentence says what to do: ask for the key."""
    ended = ita("receive", send_down(stick, label_down(), figures(), ABOVE).path, "--into", town)
    assert (ended.code, "ไฟล์กุญแจ" in ended.err) == (1, True)


def test_receipts_are_read_and_listed(ita: CommandLine, town: Path, stick: Path) -> None:
    """On the next visit the office sees what arrived."""
    path = sent(ita, town, stick)
    assert "ยังไม่มีใบรับ" in ita("receipts", town).out
    assert ita("key", town, "add", key_line(ABOVE)).code == 0
    answer = Receipt("99999", path.name, 1, "x", Outcome.REFUSED, NOW, "กลาง", "changed-file data/README.txt")
    (stick / receipt_name("99999", ABOVE)).write_bytes(receipt_file([answer], ABOVE))
    told = ita("receipts", town, "--from", stick)
    assert (told.code, "ไม่รับ: มีไฟล์ข้างในเปลี่ยนไป" in told.out) == (0, True)
    assert ita("list", town, "sent", "--json").json[0]["outcome"] == "refused"
    assert "ไม่รับ" in ita("list", town, "sent").out


def test_a_file_is_built_again(ita: CommandLine, town: Path, stick: Path) -> None:
    """And what the package did not hold is said."""
    path = sent(ita, town, stick)
    ended = ita("rebuild", path, "--to", stick / "ใหม่.ita")
    assert (ended.code, "รายชื่อบุคคล" in ended.out) == (0, True)
    assert ita("check", stick / "ใหม่.ita").code == 0
    assert ita("rebuild", path, "--to", stick / "ใหม่.ita").code == 1
    assert ita("rebuild", path, "--to", stick / "ใหม่.pdf").code == 2


def test_keys_are_written_for_others(ita: CommandLine, town: Path, stick: Path) -> None:
    """A small file, a picture, a line."""
    assert ita("key", town, "save", "-o", stick).code == 0
    assert ita("key", town, "qr", "-o", stick / "k.png").code == 0
    assert ita("key", town, "line").out.startswith("ITAKEY1:")
    assert sorted(each.name for each in stick.iterdir()) == ["99999.itakey", "k.png"]
    assert ita("key", town, "save").code == 2
    assert ita("key", town, "forget").code == 2
