"""The promise of the permission table against every service there is: no call gets through for a role.

The methods are found, not listed: a service that is added tomorrow is called here tomorrow. Each is called as
each role with arguments of the right kinds; what it then did is judged by the rows that changed and by the
lines of the history, whatever it raised.
"""

from __future__ import annotations

import inspect
import random
import typing
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ita_desktop.domain.history import Action, Role
from ita_desktop.domain.permissions import may
from ita_desktop.domain.problems import Problem
from ita_desktop.domain.roster import ExternalPerson, InternalPerson
from ita_desktop.models import backup
from ita_desktop.services import sample
from ita_desktop.services.session import Session
from ita_desktop.services.workspace import Workspace, open_file
from ita_desktop.support import clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROUNDS = 1
APART = {"signing_in", "session", "close"}
"""Signing in is the way to another role; the session is the door itself; a closed file answers nothing."""
NAMES = ("นางสาวสมมุติ มีชื่อเดียว", "นายสมมุติ ภายนอกคนเดียว")


def services(workspace: Workspace) -> Iterator[tuple[str, object]]:
    """Every service that hangs on a workspace, and those that hang on them."""
    seen: set[int] = set()
    waiting = [("workspace", typing.cast("object", workspace))]
    while waiting:
        name, service = waiting.pop()
        if id(service) in seen:
            continue
        seen.add(id(service))
        yield name, service
        attributes = {each for each in vars(service) if not each.startswith("_")}
        attributes |= {
            each
            for each, value in vars(type(service)).items()
            if isinstance(value, (cached_property, property)) and not each.startswith("_")
        }
        for each in sorted(attributes - APART):
            found = getattr(service, each)
            if type(found).__module__.startswith("ita_desktop.services") and not is_dataclass(found):
                waiting.append((f"{name}.{each}", found))


def methods(workspace: Workspace) -> list[tuple[str, Callable[..., object]]]:
    """Every public method of every service."""
    return sorted(
        (f"{name}.{each}", method)
        for name, service in services(workspace)
        for each, method in inspect.getmembers(service, inspect.ismethod)
        if not each.startswith("_") and each not in APART and each != "take_role"
    )


class Arguments:
    """Arguments of the kinds that a method asks for, real ones of the office where there are any."""

    def __init__(self, seed: int, folder: Path) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - not a secret, a seed that a failure can be repeated by
        self._folder = folder

    def of(self, method: Callable[..., object]) -> dict[str, Any]:
        """One argument for each parameter; those with defaults now and then."""
        hints = typing.get_type_hints(method, vars(inspect.getmodule(method)) | _names_of(method))
        return {
            name: self.kind(name, hints.get(name, str))
            for name, parameter in inspect.signature(method).parameters.items()
            if parameter.kind not in {parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD}
            and (parameter.default is parameter.empty or self._chance.random() < 0.4)
        }

    def kind(self, name: str, hint: Any) -> Any:  # noqa: ANN401, PLR0911 - a value of any kind
        """One value."""
        origin, inner = typing.get_origin(hint), typing.get_args(hint)
        if origin is typing.Union or type(hint).__name__ == "UnionType":
            return self.kind(name, self._chance.choice(inner))
        if hint is str:
            return self._chance.choice(["IIT", "EIT1", "o1", "o2", "1", "memo", "ก", "", "2568"])
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self._chance.choice(list(hint))
        if is_dataclass(hint) and isinstance(hint, type):
            return self._record(hint)
        simple = {
            int: self._chance.choice([1, 2, 3, 2567, 2568, 2569]),
            bool: self._chance.random() < 0.5,
            bytes: b"x",
            float: 1.0,
            date: date(2025, 5, 9),
            Fraction: Fraction(50),
            Path: self._folder / f"{self._chance.randrange(10**9)}.x",
        }
        if hint in simple:
            return simple[hint]
        if origin in {tuple, list} or "Sequence" in str(origin) or "Iterable" in str(origin):
            return [self.kind(name, inner[0])] if inner else []
        return {} if "Mapping" in str(origin) or origin is dict else None

    def _record(self, kind: type) -> Any:  # noqa: ANN401 - of that kind
        """A record with every field filled."""
        try:
            hints = typing.get_type_hints(kind, _names_of(kind))
        except NameError:
            return None
        signature = inspect.signature(kind)
        return kind(**{name: self.kind(name, hints.get(name, str)) for name in signature.parameters})


def _names_of(thing: object) -> dict[str, Any]:
    """The names that a module imports for its types alone, so that its hints can be read."""
    module = inspect.getmodule(thing)
    found: dict[str, Any] = {}
    for block in _type_checking_imports(inspect.getsource(module)) if module else ():
        try:
            exec(block, found)  # noqa: S102 - import lines of our own source
        except ImportError:
            continue
    return found


def _type_checking_imports(source: str) -> Iterator[str]:
    """The import lines under `if TYPE_CHECKING`."""
    import ast

    for node in ast.parse(source).body:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            yield from (ast.unparse(each) for each in node.body)


@pytest.fixture(scope="module")
def office_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample office with two people of unmistakable names."""
    made = sample.make(tmp_path_factory.mktemp("made") / "ตัวอย่าง.ita", clock.now)
    made.roster.add(InternalPerson(NAMES[0], "นักวิชาการ", start_date=date(2020, 10, 1)))
    made.roster.add(ExternalPerson(NAMES[1], matter="ขออนุญาต", contact_date=date(2025, 1, 6)))
    made.close()
    return made.path.read_bytes()


@pytest.fixture
def office(tmp_path: Path, office_bytes: bytes) -> Iterator[Workspace]:
    """A sample office of this test's own."""
    path = tmp_path / "ตัวอย่าง.ita"
    path.write_bytes(office_bytes)
    opened = open_file(path, clock.now)
    yield opened
    opened.close()


@pytest.mark.parametrize("role", Role)
def test_no_call_of_any_service_gets_through_for_a_role_that_may_not(
    office: Workspace, role: Role, tmp_path: Path
) -> None:
    """Rows change only with a line of history that the table allows, and no name comes out to a reader."""
    office.take_role(role)
    called, changed = 0, 0
    for number, (name, method) in enumerate(methods(office) * ROUNDS):
        lines, rows = len(history(office)), backup.changed_rows(office.session.database)
        result = call(method, Arguments(number, tmp_path))
        called += 1
        fresh = history(office)[: len(history(office)) - lines]
        changed += len(fresh)
        assert all(allowed(role, action, subject) for action, subject in fresh), (name, fresh)
        if role is Role.READER:
            assert backup.changed_rows(office.session.database) == rows, name
            assert not any(each in repr(result) for each in NAMES), name
        office.session.role = role
    assert called > 150
    assert (changed > 0) == (role is not Role.READER)  # the calls do get somewhere for who may


def call(method: Callable[..., object], arguments: Arguments) -> object:
    """Call a method with arguments that fit it; what it cannot do with them it may refuse in any way."""
    try:
        given = arguments.of(method)
        result = method(**given)
        return list(result) if inspect.isgenerator(result) else result
    except Problem as problem:
        return problem
    except Exception as error:  # noqa: BLE001 - nonsense was asked of it: whatever it raised, what it did is judged
        return repr(error)


def history(office: Workspace) -> list[tuple[Action, str]]:
    """What was done, newest first."""
    return [(entry.action, entry.subject) for entry in office.settings.history()]


def allowed(role: Role, action: Action, subject: str) -> bool:
    """Whether the table allows what a line of the history says; of an undo, what was undone."""
    if action is Action.UNDONE:
        return may(role, action) and may(role, Action(subject.partition(" ")[0]))
    return may(role, action)


def test_every_change_in_the_file_passes_the_door(office: Workspace) -> None:
    """The calls above reach many actions; and `Session` is the one class that services change through."""
    assert isinstance(office.session, Session)
    names = {name.split(".")[1] for name, _ in methods(office) if name.count(".") > 1}
    assert {"roster", "entry", "checklist", "measures", "settings", "accounts"} <= names
