"""Promises of `accounts`, and of every command on a file that asks who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_desktop.cli.sign_in import NEW_PASSWORD, PASSWORD, USER

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine

NAME, SECRET, OTHER = "สมมุติ หนึ่ง", "ทุ่งนาสีทองยามเช้า", "ฝนตกหนักเมื่อวานซืน"


@pytest.fixture
def protected(ita: CommandLine, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office file with one ADMIN; nobody has said who it is."""
    monkeypatch.setenv(NEW_PASSWORD, SECRET)
    sheet = tmp_path / "ใบกู้คืน.pdf"
    done = ita("accounts", office, "protect", NAME, "-o", sheet)
    assert done.code == 0, done.err
    assert sheet.read_bytes().startswith(b"%PDF")
    monkeypatch.delenv(NEW_PASSWORD)
    return office


def test_a_file_without_passwords_is_told_plainly(ita: CommandLine, office: Path) -> None:
    """What it means that anyone can open it."""
    assert "ผู้ใดที่ใช้เครื่องนี้ได้ก็เปิดและแก้แฟ้มได้" in ita("accounts", office).out


@pytest.mark.parametrize("words", [("score",), ("list", "oit"), ("check",), ("export", "--to", ".")])
def test_every_command_asks_who_it_is(ita: CommandLine, protected: Path, words: tuple[str, ...]) -> None:
    """Without a keyboard and without the variables nothing is read."""
    done = ita(words[0], protected, *words[1:])
    assert done.code == 1
    assert "ลงชื่อเข้าใช้ก่อน" in done.err


def test_the_variables_let_in(ita: CommandLine, protected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The only account needs no name; a wrong password is told."""
    monkeypatch.setenv(PASSWORD, OTHER)
    assert "รหัสผ่านไม่ถูกต้อง" in ita("score", protected).err
    monkeypatch.setenv(PASSWORD, SECRET)
    assert ita("score", protected).code == 0


def test_a_clerk_is_made_and_may_not_do_the_admins_work(
    ita: CommandLine, protected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The role comes with the account, on the command line too."""
    monkeypatch.setenv(PASSWORD, SECRET)
    monkeypatch.setenv(NEW_PASSWORD, OTHER)
    assert ita("accounts", protected, "add", "สมมุติ สอง", "--role", "clerk").code == 0
    listed = ita("accounts", protected).err
    assert "ลงชื่อเข้าใช้ก่อน" in listed  # two accounts: the name must be said
    monkeypatch.setenv(USER, "สมมุติ สอง")
    monkeypatch.setenv(PASSWORD, OTHER)
    refused = ita("accounts", protected, "add", "สมมุติ สาม", "--role", "admin")
    assert refused.code == 1
    assert "ผู้ดูแลระบบ" in refused.err
    monkeypatch.setenv(USER, NAME)
    monkeypatch.setenv(PASSWORD, SECRET)
    assert "สมมุติ สอง" in ita("accounts", protected).out
    assert ita("accounts", protected, "close", "สมมุติ สอง").code == 0
    assert ita("accounts", protected, "close", NAME).code == 1


@pytest.mark.parametrize(
    "words", [("protect", NAME), ("add", NAME), ("add",), ("recovery",), ("role", NAME), ("โยน",)]
)
def test_a_line_that_lacks_a_word_is_wrong_usage(
    ita: CommandLine, office: Path, words: tuple[str, ...]
) -> None:
    """Told before anything is asked."""
    assert ita("accounts", office, *words).code == 2


def test_a_file_is_encrypted_used_and_decrypted(
    ita: CommandLine, protected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same variables open it; without them it stays shut; the way back leaves a plain file."""
    monkeypatch.setenv(PASSWORD, SECRET)
    before = ita("score", protected).out
    done = ita("encrypt", protected)
    assert done.code == 0, done.err
    assert f"{protected.name}-key" in done.out
    assert b"questionnaire" not in protected.read_bytes()
    assert ita("score", protected).out == before
    assert ita("check", protected).code == 0
    monkeypatch.setenv(PASSWORD, OTHER)
    assert "รหัสผ่านไม่ถูกต้อง" in ita("score", protected).err
    monkeypatch.delenv(PASSWORD)
    assert ita("score", protected).code == 1
    monkeypatch.setenv(PASSWORD, SECRET)
    assert ita("decrypt", protected).code == 0
    assert b"questionnaire" in protected.read_bytes()
    assert ita("score", protected).out == before
