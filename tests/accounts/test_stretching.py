"""The promise that a stolen file gives no password away quickly: what the program itself does."""

from __future__ import annotations

import subprocess
import sys

from tests.helpers.source import ROOT

SCRIPT = """
import time
from ita_desktop.models import file_key, password_hash
assert "$argon2id$v=19$m=65536,t=3" in password_hash.hashed("x"), password_hash.hashed("x")
assert (file_key.ROUNDS, file_key.MEMORY) == (3, 65536)
begun = time.perf_counter()
password_hash.hashed("x")
assert time.perf_counter() - begun > 0.02
"""


def test_passwords_are_stretched_through_64_megabytes_three_times() -> None:
    """In a process of its own, for the suite itself stretches hardly at all."""
    command = [sys.executable, "-c", SCRIPT]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
