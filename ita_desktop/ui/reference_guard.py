"""A guard against one fault of one Qt binding: PySide6 6.12 on Python 3.11 gives None away without owning it.

That build leaves out the reference counts that Python 3.12 and later do not keep for None, True and False.
Python 3.11 keeps them: every call that returns nothing takes one off, and after some thousand calls the
interpreter ends with "deallocating None". PySide6 6.11 does not do this. Until a mended version is pinned,
these objects are given more references than a working life could take.
"""

from __future__ import annotations

import ctypes
import sys

import PySide6

FIRST_FAULTY = (6, 12)
LAST_COUNTING_PYTHON = (3, 11)
PLENTY = 1 << 50
GIVEN_AWAY = (None, True, False, NotImplemented, Ellipsis)
_guarded: list[bool] = []


def is_needed() -> bool:
    """Whether this Python counts references to None and this PySide6 loses them."""
    return (
        sys.version_info[:2] <= LAST_COUNTING_PYTHON
        and sys.implementation.name == "cpython"
        and PySide6.__version_info__[:2] >= FIRST_FAULTY
    )


def guard() -> None:
    """Give the shared objects references in plenty; once is enough."""
    if _guarded or not is_needed():
        return
    _guarded.append(True)
    for shared in GIVEN_AWAY:
        # The count is the first word of every object in CPython up to 3.11.
        ctypes.c_ssize_t.from_address(id(shared)).value += PLENTY
