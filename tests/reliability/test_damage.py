"""P8: a file or copy that was cut or flipped is opened rightly or refused, or what passes is counted.

Of the office file itself no hash can be kept, for it changes with each key: what its structure, its rules and
the history's chain do not see is counted and stated, and the copies, which have a hash, see all.
"""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.backup_rules import Reason
from ita_desktop.domain.problems import FileProblem, Problem
from ita_desktop.models import backup, database
from ita_desktop.models.backup_files import Copy, copies
from ita_desktop.services import safekeeping, workspace
from ita_desktop.services.safekeeping import Keeper, Places
from tests.helpers.offices import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace


@pytest.fixture
def copy(keeper: Keeper, office: Workspace) -> Copy:
    """A copy of a small office, the office closed."""
    made = keeper.keep(Reason.ASKED).copy
    office.close()
    assert made is not None
    return made


def test_every_truncation_of_a_copy_is_told(copy: Copy) -> None:
    """Cut at every 512 bytes."""
    whole = copy.path.read_bytes()
    for length in range(0, len(whole), 512):
        copy.path.write_bytes(whole[:length])
        with pytest.raises(FileProblem):
            backup.prove(copy)


def test_every_truncation_of_a_copy_without_its_paper_is_told(copy: Copy) -> None:
    """Somebody kept the file and lost the paper: the structure tells."""
    whole, bare = copy.path.read_bytes(), Copy(copy.path)
    for length in range(0, len(whole), 512):
        copy.path.write_bytes(whole[:length])
        with pytest.raises(FileProblem):
            backup.prove(bare)


def flipped(content: bytes, chance: random.Random) -> bytes:
    """Turn one bit."""
    changed = bytearray(content)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def check_flips_of_a_copy(copy: Copy, flips: int) -> None:
    """Turn a bit, and the copy must be refused; turn it back, and it must be taken."""
    whole, chance = copy.path.read_bytes(), random.Random(flips)  # noqa: S311 - repeatable
    for _ in range(flips):
        copy.path.write_bytes(flipped(whole, chance))
        with pytest.raises(FileProblem):
            backup.prove(copy)
    copy.path.write_bytes(whole)
    backup.prove(copy)


def test_every_flipped_bit_of_a_copy_is_told(copy: Copy) -> None:
    """400 flips, 400 told."""
    check_flips_of_a_copy(copy, 400)


@pytest.mark.long
def test_10000_flipped_bits_of_a_copy_are_told(copy: Copy) -> None:
    """The long form."""
    check_flips_of_a_copy(copy, 10_000)


def figures(path: Path) -> str:
    """All that a person would be shown of a file: every row of every table."""
    opened = database.open_file(path)
    try:
        return backup.look(opened).digest
    finally:
        opened.close()


def judged(path: Path, shelves: Places, truth: str) -> str:
    """Open a spoiled file as the program does after an unclean end, and say what came of it.

    `refused`: it did not open. `told`: the check found something. `same`: nothing that is shown differs.
    `silent`: something differs and nothing was said.
    """
    try:
        opened = safekeeping.open_file(path, lambda: NOW, shelves)
    except Problem:
        return "refused"
    try:
        if Keeper(opened, lambda: NOW, shelves).check():
            return "told"
    except Problem:
        return "told"
    finally:
        opened.close()
    try:
        return "same" if figures(path) == truth else "silent"
    except Problem:
        return "told"


def flip_figures(office: Workspace, shelves: Places, flips: int) -> Counter[str]:
    """Turn bits in an office file, one at a time; count what came of each."""
    Keeper(office, lambda: NOW, shelves).keep(Reason.CLOSING)
    office.close()
    whole, truth = office.path.read_bytes(), figures(office.path)
    chance, counted = random.Random(flips), Counter[str]()  # noqa: S311 - repeatable
    for _ in range(flips):
        office.path.write_bytes(flipped(whole, chance))
        counted[judged(office.path, shelves, truth)] += 1
        office.path.with_name(f"{office.path.name}-journal").unlink(missing_ok=True)
    office.path.write_bytes(whole)
    return counted


def test_a_flipped_bit_of_the_office_file_ends_in_no_other_way(office: Workspace, shelves: Places) -> None:
    """Refused, told, harmless, or a row that differs and fits every rule: never a crash."""
    counted = flip_figures(office, shelves, 250)
    assert sum(counted.values()) == 250
    assert counted["silent"] <= 0.02 * 250


def test_a_flip_in_an_answer_never_becomes_another_answer_in_the_copy(copy: Copy) -> None:
    """The one flip that no rule can see, `1` to `3`, is seen by the copy's hash wherever it strikes."""
    whole = copy.path.read_bytes()
    answers = b"1" * 20
    place, found = whole.find(answers), 0
    while place >= 0:
        found += 1
        copy.path.write_bytes(whole[:place] + b"3" + whole[place + 1 :])
        with pytest.raises(FileProblem):
            backup.prove(copy)
        place = whole.find(answers, place + len(answers))
    assert found > 0


@pytest.mark.long
def test_10000_flipped_bits_of_the_office_file_end_in_no_other_way(
    office: Workspace, shelves: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    """The long form; its figures are those of docs/data-safety.md."""
    counted = flip_figures(office, shelves, 10_000)
    with capsys.disabled():
        print(dict(counted))  # noqa: T201 - the figures for the document
    assert sum(counted.values()) == 10_000


def test_every_truncation_of_the_office_file_is_refused(office: Workspace) -> None:
    """With all its tables filled, cut at every 512 bytes, and left as it is."""
    office.close()
    whole = office.path.read_bytes()
    for length in range(0, len(whole), 512):
        office.path.write_bytes(whole[:length])
        with pytest.raises(FileProblem):
            workspace.open_file(office.path, lambda: NOW)
        assert office.path.read_bytes() == whole[:length]


def test_what_is_on_the_shelf_survives_a_folder_full_of_rubbish(copy: Copy, keeper: Keeper) -> None:
    """Foreign files, a paper of nonsense, a folder with a copy's name: the list is what it was."""
    for name, content in (("thumbs.db", b"x"), ("000009-x.ita", b""), ("000001.json", b"{}")):
        (keeper.shelf / name).write_bytes(content)
    assert [each.path for each in copies(keeper.shelf)] == [copy.path]
