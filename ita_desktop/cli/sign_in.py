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
    from ita_desktop.services.workspace import Workspace

USER, PASSWORD, NEW_PASSWORD = "ITA_DESKTOP_USER", "ITA_DESKTOP_PASSWORD", "ITA_DESKTOP_NEW_PASSWORD"


def sign_in(workspace: Workspace) -> None:
    """Sign somebody in, from the variables or from the keyboard; SignInNeeded where there is neither."""
    if workspace.signing_in.needed:
        name = _user(workspace.signing_in.names())
        workspace.signing_in.sign_in(name, secret(PASSWORD, tr("รหัสผ่านของ {name}").format(name=name)))


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
