"""A VFS that records what SQLite asks of the disk, and disks as a power cut may leave them.

SQLite's own table of file methods is copied and four of its entries are wrapped (write, truncate, sync) or
noted (delete), through ctypes, in the very library that Python uses; nothing is installed. `Disk` then plays
the record up to any point by the rule that disks keep: what was synced is there; of what was not, any part
may be, in any order, and a sector of 512 bytes is the least that is whole.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

SECTOR = 512
POINTER, INT, INT64 = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
WRITE = ctypes.CFUNCTYPE(INT, POINTER, POINTER, INT, INT64)
TRUNCATE = ctypes.CFUNCTYPE(INT, POINTER, INT64)
SYNC = ctypes.CFUNCTYPE(INT, POINTER, INT)
OPEN = ctypes.CFUNCTYPE(INT, POINTER, POINTER, POINTER, INT, POINTER)
DELETE = ctypes.CFUNCTYPE(INT, POINTER, ctypes.c_char_p, INT)


class Methods(ctypes.Structure):
    """sqlite3_io_methods, as far as this needs it by name."""

    _fields_ = (
        ("version", INT), ("close", POINTER), ("read", POINTER), ("write", POINTER), ("truncate", POINTER),
        ("sync", POINTER), ("rest", POINTER * 13),
    )  # fmt: skip


class Vfs(ctypes.Structure):
    """sqlite3_vfs."""

    _fields_ = (
        ("version", INT), ("os_file", INT), ("max_path", INT), ("next", POINTER), ("name", ctypes.c_char_p),
        ("data", POINTER), ("open", POINTER), ("delete", POINTER), ("rest", POINTER * 15),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One order to the disk. `data` of a write; `at` its offset, or a truncation's length."""

    kind: str
    name: str
    at: int = 0
    data: bytes = b""


class Recorder:
    """Records into `steps` while it is the default VFS; `mark` adds a line of the test's own.

    `refuse` may answer an order with an error code of SQLite's; the order is then not done.
    """

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.refuse: Callable[[Step], int] = lambda _: 0
        self._library = ctypes.CDLL(ctypes.util.find_library("sqlite3") or "libsqlite3.so.0")
        self._library.sqlite3_vfs_find.restype = POINTER
        found = self._library.sqlite3_vfs_find(None)
        self._system = Vfs.from_address(found)
        self._names: dict[int, str] = {}
        self._kept: list[Any] = []
        self._made: dict[int, int] = {}
        self._vfs = Vfs.from_buffer_copy(self._system)
        self._vfs.name = b"recorder"
        self._real_open = ctypes.cast(self._system.open, OPEN)
        self._real_delete = ctypes.cast(self._system.delete, DELETE)
        self._open, self._delete = OPEN(self._on_open), DELETE(self._on_delete)
        self._vfs.open = ctypes.cast(self._open, POINTER)
        self._vfs.delete = ctypes.cast(self._delete, POINTER)

    def mark(self, words: str) -> None:
        """Note that the program said something to its user here."""
        self.steps.append(Step("said", words))

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Record within the block."""
        self._library.sqlite3_vfs_register(ctypes.byref(self._vfs), 1)
        try:
            yield
        finally:
            self._library.sqlite3_vfs_register(ctypes.byref(self._system), 1)
            self._library.sqlite3_vfs_unregister(ctypes.byref(self._vfs))

    def _on_open(self, _: int, name: int | None, file: int, flags: int, out: int) -> int:
        """Open as the system does, then put the wrapped methods under the file."""
        code: int = self._real_open(ctypes.addressof(self._system), name, file, flags, out)
        if code == 0 and name:
            self._names[file] = Path(ctypes.string_at(name).decode("utf-8")).name
            real = POINTER.from_address(file).value
            if real is not None:
                if real not in self._made:
                    self._made[real] = self._wrapped(real)
                POINTER.from_address(file).value = self._made[real]
        return code

    def _on_delete(self, _: int, name: bytes, sync_folder: int) -> int:
        """Note a removal; `at` is 1 where SQLite wants the folder synced too."""
        self.steps.append(Step("delete", Path(name.decode("utf-8")).name, sync_folder))
        code: int = self._real_delete(ctypes.addressof(self._system), name, sync_folder)
        return code

    def _asked(self, step: Step) -> int:
        """Note an order that will be done, or return the error that it meets."""
        code = self.refuse(step)
        if code == 0:
            self.steps.append(step)
        return code

    def _wrapped(self, real: int) -> int:
        """Return a copy of a table of methods with write, truncate and sync wrapped."""
        methods = Methods.from_buffer_copy(Methods.from_address(real))
        write, truncate = ctypes.cast(methods.write, WRITE), ctypes.cast(methods.truncate, TRUNCATE)
        sync = ctypes.cast(methods.sync, SYNC)

        def on_write(file: int, data: int, size: int, at: int) -> int:
            step = Step("write", self._names[file], at, ctypes.string_at(data, size))
            return self._asked(step) or int(write(file, data, size, at))

        def on_truncate(file: int, size: int) -> int:
            return self._asked(Step("truncate", self._names[file], size)) or int(truncate(file, size))

        def on_sync(file: int, flags: int) -> int:
            return self._asked(Step("sync", self._names[file])) or int(sync(file, flags))

        callbacks = (WRITE(on_write), TRUNCATE(on_truncate), SYNC(on_sync))
        methods.write, methods.truncate, methods.sync = (ctypes.cast(each, POINTER) for each in callbacks)
        self._kept += [methods, *callbacks]
        return ctypes.addressof(methods)


@dataclass
class Disk:
    """Files as the disk surely has them, and the orders since each one's last sync."""

    files: dict[str, bytearray] = field(default_factory=dict)
    loose: defaultdict[str, list[Step]] = field(default_factory=lambda: defaultdict(list))

    def take(self, step: Step) -> None:
        """Take an order."""
        if step.kind == "sync":
            for order in self.loose.pop(step.name, []):
                _apply(self.files, order)
            self.files.setdefault(step.name, bytearray())
        elif step.kind != "said":
            self.loose[step.name].append(step)
            if step.kind == "delete" and step.at:
                for order in self.loose.pop(step.name):
                    _apply(self.files, order)

    def after_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Return the files after the power went: of the unsynced orders some, shuffled, torn at sectors."""
        files = {name: bytearray(content) for name, content in self.files.items()}
        for orders in self.loose.values():
            pieces = [piece for order in orders for piece in _sectors(order)]
            how = chance.randrange(4)
            if how == 0:
                continue
            if how > 1:
                pieces = [piece for piece in pieces if chance.random() < 0.5]
            if how > 2:
                chance.shuffle(pieces)
            for piece in pieces:
                _apply(files, piece)
        return {name: bytes(content) for name, content in files.items()}


def _sectors(order: Step) -> Iterator[Step]:
    """Cut a write at the sectors of the disk."""
    if order.kind != "write":
        yield order
        return
    start = 0
    while start < len(order.data):
        end = start + SECTOR - (order.at + start) % SECTOR
        yield Step("write", order.name, order.at + start, order.data[start:end])
        start = end


def _apply(files: dict[str, bytearray], order: Step) -> None:
    """Do an order to the files."""
    if order.kind == "delete":
        files.pop(order.name, None)
        return
    content = files.setdefault(order.name, bytearray())
    if order.kind == "truncate":
        del content[order.at :]
        return
    if len(content) < order.at:
        content.extend(bytes(order.at - len(content)))
    content[order.at : order.at + len(order.data)] = order.data
