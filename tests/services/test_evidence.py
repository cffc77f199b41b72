"""Proof files: kept by hash, streamed, stoppable, never overwritten, held against their hash."""

from __future__ import annotations

import hashlib
import tracemalloc
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.checklist import CheckEntry, WorkStatus
from ita_desktop.domain.checklist_oddities import Oddity
from ita_desktop.domain.checklist_problems import CopyStopped, ItemLocked, SourceEmpty, SourceLost
from ita_desktop.domain.evidence import EvidenceKind, FileState, kept_name
from ita_desktop.domain.problems import FileMissing
from ita_desktop.exchange import evidence_folder
from ita_desktop.services.evidence import Watch

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.evidence import Evidence
    from ita_desktop.services.workspace import Workspace

MEGABYTE = 1 << 20


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A document of three megabytes."""
    path = tmp_path / "แผนปี 2568.pdf"
    path.write_bytes(b"%PDF-" + bytes(range(256)) * (3 * MEGABYTE // 256))
    return path


def proofs(office: Workspace, code: str) -> tuple[Evidence, ...]:
    """The present proofs of an item."""
    return next(row.proofs for row in office.checklist.rows() if row.item.code == code)


def kept_files(office: Workspace) -> list[Path]:
    """All files in the folder beside the office file."""
    return [path for path in office.checklist.evidence.folder.path.rglob("*") if path.is_file()]


def test_a_file_is_kept_under_its_hash_and_begins_the_item(office: Workspace, paper: Path) -> None:
    """`NAME.ita-files`, SHA-256, name, size, who and when."""
    _, kept = office.checklist.evidence.add_file(["o6"], paper)
    (proof,) = proofs(office, "o6")
    assert kept.sha256 == hashlib.sha256(paper.read_bytes()).hexdigest() == proof.sha256
    assert (proof.kind, proof.target, proof.size) == (
        EvidenceKind.FILE,
        "แผนปี 2568.pdf",
        paper.stat().st_size,
    )
    assert proof.added_at == office.session.now()
    place = office.checklist.evidence.place(proof)
    assert place.read_bytes() == paper.read_bytes()
    assert place.parent.parent == office.path.with_name("ทดสอบ.ita-files")
    row = next(row for row in office.checklist.rows() if row.item.code == "o6")
    assert row.entry.status is WorkStatus.DOING


def test_one_proof_serves_several_items_and_is_kept_once(office: Workspace, paper: Path) -> None:
    """The same document given twice is one file and one proof."""
    first, _ = office.checklist.evidence.add_file(["o6"], paper)
    second, kept = office.checklist.evidence.add_file(["o12"], paper)
    assert kept.known
    assert first.key == second.key
    assert proofs(office, "o6")[0].codes == ("o12", "o6")
    assert len(kept_files(office)) == 1


def test_a_new_version_replaces_and_the_old_one_stays(office: Workspace, paper: Path) -> None:
    """Both files remain; the item shows the newer."""
    first, _ = office.checklist.evidence.add_file(["o6", "o12"], paper)
    paper.write_bytes(b"%PDF-2")
    second, _ = office.checklist.evidence.add_file(["o6"], paper, replaces=first.key)
    assert [each.key for each in proofs(office, "o6")] == [second.key]
    assert [each.key for each in proofs(office, "o12")] == [second.key]
    assert [each.key for each in office.checklist.evidence.versions(second.key)] == [second.key, first.key]
    assert len(kept_files(office)) == 2


def test_a_saved_page_proves_its_day(office: Workspace, paper: Path) -> None:
    """Without a day it is today's; one outside the fiscal year is told."""
    office.checklist.evidence.add_file(["o6"], paper, page=True)
    assert proofs(office, "o6")[0].day == office.session.now().date()
    office.checklist.evidence.add_file(["o4"], paper, page=True, day=date(2024, 9, 30))
    assert [found.kind for found in office.checklist.oddities()] == [Oddity.OUTSIDE_YEAR]


def test_missing_and_changed_files_are_told_apart(office: Workspace, paper: Path) -> None:
    """Presence and size at opening; the whole content where it is asked for."""
    office.checklist.evidence.add_file(["o6"], paper)
    place = office.checklist.evidence.place(proofs(office, "o6")[0])
    assert office.checklist.evidence.faults(whole=True) == ()
    content = bytearray(place.read_bytes())
    content[-1] ^= 1
    place.write_bytes(content)
    assert office.checklist.evidence.faults() == ()
    assert [each.state for each in office.checklist.evidence.faults(whole=True)] == [FileState.CHANGED]
    place.unlink()
    assert [each.state for each in office.checklist.evidence.faults()] == [FileState.MISSING]
    assert [found.kind for found in office.checklist.oddities()] == [Oddity.FILE_MISSING]


def test_a_copy_tells_how_far_it_is_and_can_be_stopped(office: Workspace, paper: Path) -> None:
    """Stopped half-way nothing is kept: no file, no half file, no proof."""
    told: list[tuple[int, int]] = []
    watch = Watch(lambda done, whole: told.append((done, whole)), lambda: len(told) > 4)
    with pytest.raises(CopyStopped):
        office.checklist.evidence.add_file(["o6"], paper, watch=watch)
    assert kept_files(office) == []
    assert proofs(office, "o6") == ()
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert {whole for _, whole in told} == {2 * paper.stat().st_size}


def test_a_large_file_is_never_in_memory_whole(office: Workspace, tmp_path: Path) -> None:
    """Forty megabytes pass through a few."""
    large = tmp_path / "ใหญ่.pdf"
    with large.open("wb") as stream:
        for _ in range(40):
            stream.write(bytes(MEGABYTE))
    tracemalloc.start()
    office.checklist.evidence.add_file(["o6"], large)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10 * MEGABYTE


def test_a_stick_pulled_out_half_way_loses_nothing(
    office: Workspace, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The source fails in the second reading: told as the source's fault, nothing half kept."""
    reads: list[int] = []
    read = evidence_folder._read

    def failing(stream: object, source: Path) -> bytes:
        reads.append(1)
        if len(reads) > 6:
            raise SourceLost(source)
        return read(stream, source)  # type: ignore[arg-type]

    monkeypatch.setattr(evidence_folder, "_read", failing)
    with pytest.raises(SourceLost):
        office.checklist.evidence.add_file(["o6"], paper)
    assert kept_files(office) == []
    assert proofs(office, "o6") == ()


def test_a_file_that_is_not_there_or_empty_is_told(office: Workspace, tmp_path: Path) -> None:
    """A folder, a name mistyped, nothing in it."""
    with pytest.raises(FileMissing):
        office.checklist.evidence.add_file(["o6"], tmp_path / "ไม่มี.pdf")
    with pytest.raises(FileMissing):
        office.checklist.evidence.add_file(["o6"], tmp_path)
    (tmp_path / "ว่าง.pdf").touch()
    with pytest.raises(SourceEmpty):
        office.checklist.evidence.add_file(["o6"], tmp_path / "ว่าง.pdf")


def test_an_approved_item_takes_no_new_proof(office: Workspace, paper: Path) -> None:
    """Refused before the copying begins."""
    office.checklist.save(CheckEntry("o6", status=WorkStatus.APPROVED))
    with pytest.raises(ItemLocked):
        office.checklist.evidence.add_file(["o6"], paper)
    assert kept_files(office) == []


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("..\\..\\windows\\x.pdf", "x.pdf"),
        ("../../etc/passwd", "passwd"),
        ("...", "file"),
        ("แผน<ปี>2568?.pdf", "แผน ปี 2568.pdf"),
        ("ก" * 300 + ".pdf", "ก" * 116 + ".pdf"),
        ("a\x00b.PDF", "a b.pdf"),
    ],
)
def test_a_name_is_made_safe_for_every_disk(given: str, kept: str) -> None:
    """No path, no control characters, no name that a disk cannot keep."""
    assert kept_name(given) == kept


def test_taking_a_proof_away_leaves_it_in_the_file(office: Workspace, paper: Path) -> None:
    """The item no longer shows it; the proof and its file remain."""
    changes, _ = office.checklist.evidence.add_file(["o6", "o12"], paper)
    office.checklist.evidence.detach(changes.key, "o6")
    assert proofs(office, "o6") == ()
    assert [each.key for each in proofs(office, "o12")] == [changes.key]
    assert len(kept_files(office)) == 1
