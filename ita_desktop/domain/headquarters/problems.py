"""What can stand against a headquarters' store and what it takes in, as types that carry data."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.domain.problems import Problem


@dataclass(eq=False)
class StoreUnreachable(Problem):
    """The database server does not answer, or lets nobody in; `server` is its address without a password."""

    server: str


@dataclass(eq=False)
class StoreNotOurs(Problem):
    """A database that holds something else; nothing in it was touched."""

    server: str
