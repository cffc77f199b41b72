"""A headquarters' store opened: a file that is ours alone, or a PostgreSQL database by its address.

The file has the settings of an office file (docs/data-safety.md). On PostgreSQL every transaction is
serialised by the locks that the writers take, and several clerks work at once.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.pool import StaticPool

from ita_desktop.domain.headquarters.problems import StoreNotOurs, StoreUnreachable
from ita_desktop.domain.problems import FileExists, FileMissing, FileTooNew, NotOurFile, ReadOnly
from ita_desktop.models.faults import told
from ita_desktop.models.headquarters.tables import delivery, metadata, setting

if TYPE_CHECKING:
    from collections.abc import Iterator

APPLICATION_ID = 0x49544148  # "ITAH"
SQLITE_HEADER = b"SQLite format 3\x00"
FORM = 1
"""The form of the store. A higher one is a newer program's."""
PRAGMAS = (
    "locking_mode = EXCLUSIVE",
    "journal_mode = DELETE",
    "synchronous = FULL",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)


class Store:
    """An open store. `where` is what people call it: the file, or the server's address without a password."""

    def __init__(self, engine: Engine, path: Path) -> None:
        """Work through an engine; `path` is what problems name."""
        self._engine, self.path = engine, path

    @property
    def where(self) -> str:
        """The file, or the server without its password."""
        if self.shared:
            return self._engine.url.render_as_string(hide_password=True)
        return str(self.path)

    @property
    def shared(self) -> bool:
        """Whether it is a database server that others may use at the same time."""
        return self._engine.dialect.name != "sqlite"

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Write as one: all of the block is kept, or, after any error, none of it."""
        with self._told(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read a state that does not change meanwhile."""
        with self._told(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what can go wrong with the store into problems."""
        if not self.shared:
            with told(self.path):
                yield
            return
        try:
            yield
        except OperationalError as error:
            raise StoreUnreachable(self.where) from error

    def close(self) -> None:
        """Let go of it."""
        self._engine.dispose()


def is_address(where: str) -> bool:
    """Tell whether a store is named by a database's address rather than a file."""
    return where.startswith(("postgresql:", "postgresql+", "postgres:"))


def is_store_file(path: Path) -> bool:
    """Tell whether a file is a headquarters' store, by its first bytes; False if it cannot be read."""
    try:
        with path.open("rb") as stream:
            header = stream.read(72)
    except OSError:
        return False
    return header[:16] == SQLITE_HEADER and int.from_bytes(header[68:72], "big") == APPLICATION_ID


def create(where: str) -> Store:
    """Make an empty store.

    FileExists, FileMissing (no such folder), ReadOnly; StoreUnreachable, StoreNotOurs (something is there).
    """
    if is_address(where):
        return _create_on_server(where)
    path = Path(where)
    _reserve(path)
    try:
        store = _file(path)
        with store.transaction() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            _build(connection)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return store


def _create_on_server(where: str) -> Store:
    """Make the tables in an empty database."""
    store = _server(where)
    try:
        with store.transaction() as connection:
            _check_empty(store, connection)
            _build(connection)
    except BaseException:
        store.close()
        raise
    return store


def _check_empty(store: Store, connection: Connection) -> None:
    """Refuse a database that holds something."""
    if inspect(connection).get_table_names():
        raise StoreNotOurs(store.where)


def open_store(where: str) -> Store:
    """Open a store; FileMissing, NotOurFile, FileInUse, FileTooNew, StoreUnreachable, StoreNotOurs."""
    store = _server(where) if is_address(where) else _file(_checked(Path(where)))
    try:
        _check_form(store)
    except BaseException:
        store.close()
        raise
    return store


def _checked(path: Path) -> Path:
    """Look at a file before SQLite may touch it; FileMissing, NotOurFile."""
    if not path.is_file():
        raise FileMissing(path)
    if not is_store_file(path):
        raise NotOurFile(path)
    return path


def _check_form(store: Store) -> None:
    """Refuse a database of something else, and the store of a newer program."""
    with store.reading() as connection:
        if not {setting.name, delivery.name} <= set(inspect(connection).get_table_names()):
            raise StoreNotOurs(store.where) if store.shared else NotOurFile(store.path)
        row = connection.execute(select(setting.c.value).where(setting.c.key == "form")).scalar()
    if row is None:
        raise NotOurFile(store.path)
    if int(row) > FORM:
        raise FileTooNew(store.path, int(row), FORM)


def _build(connection: Connection) -> None:
    """Make the tables."""
    metadata.create_all(connection)
    connection.execute(setting.insert().values(key="form", value=str(FORM)))


def _reserve(path: Path) -> None:
    """Take a name that nobody has."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise FileExists(path) from error
    except FileNotFoundError as error:
        raise FileMissing(path.parent) from error
    except OSError as error:
        raise ReadOnly(path) from error


def _file(path: Path) -> Store:
    """Open a file alone: nobody else until it is closed."""

    def connect() -> sqlite3.Connection:
        raw = sqlite3.connect(path, isolation_level=None, timeout=0, check_same_thread=False)
        try:
            for pragma in PRAGMAS:
                raw.execute(f"PRAGMA {pragma}")
            raw.execute("BEGIN EXCLUSIVE")
            raw.execute("COMMIT")
        except sqlite3.Error:
            raw.close()
            raise
        return raw

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with told(path):
        engine.connect().close()
    return Store(engine, path)


def _server(where: str) -> Store:
    """Connect to a database server; StoreUnreachable also where its driver is not installed."""
    try:
        url = make_url(where).set(drivername="postgresql+psycopg")
        engine = create_engine(url, pool_pre_ping=True)
        engine.connect().close()
    except (OperationalError, ArgumentError, ImportError) as error:
        raise StoreUnreachable(_without_password(where)) from error
    return Store(engine, Path(url.database or ""))


def _without_password(where: str) -> str:
    """Return an address as it may be shown."""
    try:
        return make_url(where).render_as_string(hide_password=True)
    except ArgumentError:
        return where.rpartition("@")[2]
