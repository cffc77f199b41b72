"""`accounts`: who may open an office file, from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ita_desktop.cli.output import checked_output
from ita_desktop.cli.program import opened
from ita_desktop.cli.sign_in import CODE, NEW_PASSWORD, PASSWORD, secret
from ita_desktop.cli.thai_click import FILE, Command, Words, option
from ita_desktop.domain.history import Role
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.accounts.account import Account
    from ita_desktop.services.workspace import Workspace

WITH_SHEET = ("protect", "recovery", "recover")
ACTIONS = (
    "list", "protect", "add", "role", "close", "open", "reset", "password", "recovery", "recover",
    "unprotect",
)  # fmt: skip
NAMED = ("protect", "add", "role", "close", "open", "reset", "recover")


@click.command(cls=Command, help=mark("บัญชีผู้ใช้และรหัสผ่านของแฟ้ม (ถามรหัสผ่านทางแป้นพิมพ์หรือรับจากตัวแปร)"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@click.argument("action", metavar="ACTION", type=Words(ACTIONS), default="list")
@click.argument("name", metavar="[NAME]", default="")
@option("--role", type=Words([role.value for role in Role]), help=mark("บทบาทของบัญชี (add, role)"))
@option("-o", "sheet", metavar="OUT.pdf", type=FILE, help=mark("ใบกู้คืนที่จะเขียน (protect, recovery, recover)"))
def accounts(file: Path, action: str, name: str, role: str | None, sheet: Path | None) -> None:
    """Do one thing with the accounts of a file."""
    _check_words(action, name, role, sheet)
    if sheet is not None:
        checked_output(sheet, ".pdf")
    with opened(file, asked=action != "recover") as workspace:
        if action == "list":
            _list(workspace)
        elif action in WITH_SHEET and sheet is not None:
            _with_sheet(workspace, action, name, sheet)
        elif action == "add":
            workspace.accounts.add(name, Role(role), _new_password())
        elif action == "password":
            workspace.accounts.change_password(_own_password(), _new_password())
        elif action == "unprotect":
            workspace.accounts.unprotect(_own_password())
        else:
            _change(workspace, action, name, role)
    if action != "list":
        click.echo(tr("ทำแล้ว"))


def _check_words(action: str, name: str, role: str | None, sheet: Path | None) -> None:
    """Refuse a line that lacks what its action needs."""
    if action in NAMED and not name:
        raise click.UsageError(tr("ขาดชื่อบัญชี"))
    if action in {"add", "role"} and role is None:
        raise click.UsageError(tr("ขาด --role"))
    if action in WITH_SHEET and sheet is None:
        raise click.UsageError(tr("ขาด -o ใบกู้คืนต้องเขียนเป็นไฟล์ PDF เพื่อพิมพ์เก็บ"))


def _list(workspace: Workspace) -> None:
    """Show every account, or that there is none."""
    from ita_desktop.wording.states import label

    if not workspace.signing_in.protected:
        click.echo(tr("แฟ้มนี้ไม่มีรหัสผ่าน ผู้ใดที่ใช้เครื่องนี้ได้ก็เปิดและแก้แฟ้มได้"))
        return
    for each in workspace.accounts.all():
        state = () if each.active else (tr("ปิดใช้งาน"),)
        click.echo(" · ".join((each.name, label(each.role), *state)))


def _with_sheet(workspace: Workspace, action: str, name: str, sheet: Path) -> None:
    """Do what draws a new code, and write its sheet."""
    from ita_desktop.services.accounts.recovery_sheet import write_recovery_sheet

    if action == "protect":
        _, code = workspace.accounts.protect(name, _new_password())
    elif action == "recovery":
        _, code = workspace.accounts.new_recovery()
    else:
        typed = secret(CODE, tr("รหัสจากใบกู้คืน"))
        code = workspace.signing_in.recover(name, typed, _new_password())
    try:
        write_recovery_sheet(workspace.session, code, sheet)
    except BaseException:
        click.echo(tr("เขียนใบกู้คืนไม่ได้ จดรหัสนี้ไว้: {code}").format(code=code), err=True)
        raise
    click.echo(tr("พิมพ์ {path} เก็บในที่ปลอดภัย แล้วลบไฟล์นั้น").format(path=sheet))


def _change(workspace: Workspace, action: str, name: str, role: str | None) -> None:
    """Change another's account."""
    from dataclasses import replace

    found = _named(workspace, name)
    if action == "reset":
        workspace.accounts.set_password(found.key, _new_password())
    elif action == "role":
        workspace.accounts.change(replace(found, role=Role(role)))
    else:
        workspace.accounts.change(replace(found, active=action == "open"))


def _named(workspace: Workspace, name: str) -> Account:
    """Return the account of a name; MissingRecord."""
    from ita_desktop.domain.problems import MissingRecord

    found = next((each for each in workspace.accounts.all() if each.name == name), None)
    if found is None:
        raise MissingRecord("account", name)
    return found


def _own_password() -> str:
    """Ask for the password of who is signed in, once more."""
    return secret(PASSWORD, tr("รหัสผ่านเดิม"))


def _new_password() -> str:
    """Ask for a new password, twice where it is typed."""
    return secret(NEW_PASSWORD, tr("รหัสผ่านใหม่"), twice=True)
