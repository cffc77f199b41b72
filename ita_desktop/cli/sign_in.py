"""Who the command line works for: asked of a file that has accounts, before anything is read from it.

A password is never an argument: arguments stand in the history of the shell and in the list of processes.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from ita_desktop.domain.accounts.problems import SignInNeeded
from ita_desktop.support.language import tr

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace

USER, PASSWORD, NEW_PASSWORD = "ITA_DESKTOP_USER", "ITA_DESKTOP_PASSWORD", "ITA_DESKTOP_NEW_PASSWORD"
CODE = "ITA_DESKTOP_RECOVERY_CODE"


def open_and_sign_in(path: Path, *, asked: bool) -> Workspace:
    """Open a file and sign somebody in; a file that nobody can be signed into is closed again.

    An encrypted one opens with the same password, or, where nobody is `asked`, by the recovery sheet's code.
    """
    from ita_desktop.domain.problems import FileSealed
    from ita_desktop.services.safekeeping import open_file
    from ita_desktop.support import clock

    try:
        workspace = open_file(path, clock.now)
    except FileSealed:
        return _open_sealed(path, asked=asked)
    try:
        if asked and workspace.signing_in.needed:
            name, password = _who(workspace.signing_in.names())
            workspace.signing_in.sign_in(name, password)
    except BaseException:
        workspace.close()
        raise
    return workspace


def _open_sealed(path: Path, *, asked: bool) -> Workspace:
    """Open an encrypted file."""
    from ita_desktop.services.accounts import sealing
    from ita_desktop.services.safekeeping import open_file
    from ita_desktop.support import clock

    if not asked:
        return open_file(path, clock.now, key=sealing.key_by_code(path, secret(CODE, tr("รหัสจากใบกู้คืน"))))
    name, password = _who(tuple(sealing.ring_of_file(path).people))
    workspace = open_file(path, clock.now, key=sealing.key_by_password(path, name, password))
    try:
        workspace.signing_in.sign_in(name, password)
    except BaseException:
        workspace.close()
        raise
    return workspace


def _who(names: tuple[str, ...]) -> tuple[str, str]:
    """Return a name and its password."""
    name = _user(names)
    return name, secret(PASSWORD, tr("รหัสผ่านของ {name}").format(name=name))


def secret(variable: str, words: str, *, twice: bool = False) -> str:
    """Return a secret from a variable, else ask for it unseen; SignInNeeded without a keyboard."""
    if found := os.environ.get(variable):
        return found
    if not _has_keyboard():
        raise SignInNeeded
    again = tr("พิมพ์ซ้ำอีกครั้ง") if twice else False
    return str(click.prompt(words, hide_input=True, confirmation_prompt=again, err=True))


def _user(names: tuple[str, ...]) -> str:
    """Return who signs in: the variable, the only one, or who is named at the keyboard."""
    if found := os.environ.get(USER):
        return found
    if len(names) == 1:
        return names[0]
    if not _has_keyboard():
        raise SignInNeeded
    return str(click.prompt(tr("ชื่อบัญชี"), type=click.Choice(names), show_choices=True, err=True))


def _has_keyboard() -> bool:
    """Whether somebody can be asked."""
    return bool(sys.stdin and sys.stdin.isatty())
