"""Stores to test on: always a file, and a PostgreSQL server where one is installed."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_desktop.services.headquarters import headquarters
from tests.helpers.offices import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.services.headquarters.headquarters import Headquarters


def _programs() -> Path | None:
    """Return the folder of the newest PostgreSQL server's programs; Debian keeps them off the path."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: int(each.parent.name))
    return versions[-1] if versions else None


def _as_postgres(folder: Path) -> list[str]:
    """Return how to run the server, which refuses to be root; the folder becomes its own."""
    if getpass.getuser() != "root" and os.getuid() != 0:
        return []
    shutil.chown(folder, "postgres")
    return ["runuser", "-u", "postgres", "--"]


def _free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL server of the tests' own; its address, to which a database's name is added."""
    programs = _programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed")
    folder = Path("/tmp") / f"ita-pg-{os.getpid()}"  # noqa: S108 - a socket's path may have 107 bytes
    folder.mkdir()
    data, port = folder / "data", _free_port()
    prefix = _as_postgres(folder)

    def run(*words: str) -> None:
        subprocess.run([*prefix, *words], check=True, capture_output=True, cwd=folder)

    try:
        run(str(programs / "initdb"), "-D", str(data), "-A", "trust", "-U", "ita", "-E", "UTF8", "--locale=C")
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        control = (str(programs / "pg_ctl"), "-D", str(data), "-w")
        run(*control, "-o", options, "-l", str(folder / "log"), "start")
        try:
            yield f"postgresql://ita@127.0.0.1:{port}/"
        finally:
            run(*control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["file", "server"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store can be made: the same promises hold in both places."""
    if request.param == "file":
        return str(tmp_path / "ส่วนกลาง.ita")
    import psycopg

    address = request.getfixturevalue("server")
    name = f"t{abs(hash(request.node.nodeid)):x}"
    with psycopg.connect(f"{address}postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"{address}{name}"


@pytest.fixture
def office_of_the_province(where: str) -> Iterator[Headquarters]:
    """An empty headquarters' store."""
    opened = headquarters.create(where, "สำนักงานจังหวัดสมมติ", 2568, lambda: NOW)
    yield opened
    opened.close()
