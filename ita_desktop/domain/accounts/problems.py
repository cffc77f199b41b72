"""What can stand between a person and the file, as types that carry data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.problems import Problem

if TYPE_CHECKING:
    from datetime import timedelta

    from ita_desktop.domain.accounts.password_rules import PasswordFault


class SignInNeeded(Problem):
    """The file has accounts and nobody is signed in, or the screen is locked."""


@dataclass(eq=False)
class WrongPassword(Problem):
    """Name and password do not go together; after that many wrong ones the next is not taken for a while."""

    wait: timedelta


@dataclass(eq=False)
class MustWait(Problem):
    """Too many wrong passwords: none is taken for so long, the right one neither."""

    wait: timedelta


class AccountClosed(Problem):
    """The account was closed; an ADMIN can open it again."""


@dataclass(eq=False)
class PasswordRefused(Problem):
    """The new password will not do."""

    fault: PasswordFault


class CodeMiscopied(Problem):
    """What was typed is no code of a recovery sheet: letters are missing or mistaken."""


class WrongCode(Problem):
    """A code of a recovery sheet, but not of the newest sheet of this file."""


class LastAdmin(Problem):
    """The last ADMIN cannot be closed or given another role: nobody could change anything any more."""


@dataclass(eq=False)
class NameTaken(Problem):
    """Another account has that name."""

    name: str


class RoleIsGiven(Problem):
    """The file has accounts: the role comes from the account and cannot be chosen."""
