"""Promises about packages: there whole and proven, or the stick is as before."""

from __future__ import annotations

import hashlib
import io
import shutil
import zipfile
from collections import namedtuple
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, BinaryIO

import bagit
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.office import Office
from ita_desktop.domain.problems import (
    DeviceFailed,
    DiskFull,
    FileExists,
    FileMissing,
    FileTooNew,
    PackageFailed,
    Problem,
    ReadOnly,
)
from ita_desktop.exchange import package
from ita_desktop.exchange.package import next_number, write_package
from ita_desktop.exchange.package_label import (
    FORMAT,
    PackageLabel,
    label_of,
    number_in_name,
    write_label,
)
from ita_desktop.exchange.package_verify import verify_package
from ita_desktop.exchange.package_zip import HashingWriter, pack
from ita_desktop.exchange.zip_guard import is_safe_name, is_safe_path, safe_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OFFICE = Office("เทศบาลตำบลตัวอย่าง", "เทศบาลตำบล", "จังหวัดสมมติ", "5-99/๙๙", signer_name="นายผู้ลงนาม สมมติ")
MADE_AT = datetime(2025, 11, 20, 14, 2, 30, tzinfo=timezone(timedelta(hours=7)))
PAYLOAD = {
    "README.txt": "อ่านก่อน".encode(),
    "results/score.csv": b"a,b\r\n" * 200,
    "papers/บันทึกข้อความ.pdf": bytes(range(256)) * 20,
}


def a_label(**changes: Any) -> PackageLabel:  # noqa: ANN401 - any field of the label
    """Return the label of the sample office's third package."""
    label = label_of(OFFICE, 2568, 3, MADE_AT, "ITA Desktop 0.1.0")
    fields = {name: getattr(label, name) for name in PackageLabel.__dataclass_fields__}
    return PackageLabel(**{**fields, **changes})


def contents(folder: Path) -> dict[str, bytes]:
    """Return all that lies in a folder."""
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_a_package_is_named_by_office_year_number_and_day(empty_folder: Path) -> None:
    """In letters that FAT32 keeps, with Buddhist years."""
    receipt = write_package(empty_folder, a_label(), PAYLOAD)
    assert receipt.path.name == "ITA-2568-5-99-99-003-25681120.itapkg"
    assert [each.name for each in empty_folder.iterdir()] == [receipt.path.name]
    assert receipt.sha256 == hashlib.sha256(receipt.path.read_bytes()).hexdigest()
    assert receipt.size == receipt.path.stat().st_size
    assert a_label(office_code="ตย").file_name == "ITA-2568-office-003-25681120.itapkg"


def test_the_bag_inside_is_valid_for_the_bagit_library(empty_folder: Path) -> None:
    """Any archive can check a package without this program; the payload is in it byte for byte."""
    receipt = write_package(empty_folder, a_label(), PAYLOAD)
    with zipfile.ZipFile(receipt.path) as archive:
        archive.extractall(empty_folder / "bag")
    bag = bagit.Bag(str(empty_folder / "bag" / receipt.path.stem))
    bag.validate()
    assert bag.info["Source-Organization"] == OFFICE.name
    for name, data in PAYLOAD.items():
        assert (empty_folder / "bag" / receipt.path.stem / "data" / name).read_bytes() == data


def packed(label: PackageLabel, payload: dict[str, bytes]) -> bytes:
    """Return the bytes of a package."""
    stream = io.BytesIO()
    pack(HashingWriter(stream), label, payload, None, lambda _: None)
    return stream.getvalue()


def test_the_same_payload_gives_the_same_bytes() -> None:
    """Whatever the order in which the files were named, and whenever they were made."""
    assert packed(a_label(), PAYLOAD) == packed(a_label(), dict(reversed(PAYLOAD.items())))


def test_a_written_package_is_verified_with_its_label(empty_folder: Path) -> None:
    """What goes in comes out, no name of the signer among it."""
    receipt = write_package(empty_folder, a_label(), PAYLOAD)
    report = verify_package(receipt.path)
    assert report.label == a_label()
    assert report.sha256 == receipt.sha256
    assert {each.name: each.size for each in report.files if each.name in PAYLOAD} == {
        name: len(data) for name, data in PAYLOAD.items()
    }
    assert "ผู้ลงนาม" not in write_label(report.label).decode()


def test_progress_runs_to_the_end_and_can_stop(empty_folder: Path) -> None:
    """Stopping leaves the stick as before."""
    seen: list[tuple[int, int]] = []
    receipt = write_package(empty_folder, a_label(), PAYLOAD, lambda done, whole: seen.append((done, whole)))
    assert seen[-1][0] == seen[-1][1]
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert receipt.path.exists()
    before = contents(empty_folder)

    def stop(done: int, whole: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_package(empty_folder, a_label(number=4), PAYLOAD, stop)
    assert contents(empty_folder) == before


def test_an_older_package_is_never_overwritten(empty_folder: Path) -> None:
    """The same name twice is refused."""
    receipt = write_package(empty_folder, a_label(), PAYLOAD)
    before = receipt.path.read_bytes()
    with pytest.raises(FileExists):
        write_package(empty_folder, a_label(), {"other.txt": b"x"})
    assert receipt.path.read_bytes() == before


def test_the_next_number_is_after_the_highest_on_the_stick(empty_folder: Path) -> None:
    """Packages of another office and other files do not count; another year's do, for numbers run on."""
    assert next_number(empty_folder, OFFICE.code) == 1
    write_package(empty_folder, a_label(number=12), PAYLOAD)
    write_package(empty_folder, a_label(number=40, fiscal_year=2567), PAYLOAD)
    write_package(empty_folder, a_label(number=50, office_code="1"), PAYLOAD)
    (empty_folder / "ITA-2568-จดหมาย.itapkg").write_bytes(b"")
    assert next_number(empty_folder, OFFICE.code) == 41
    assert number_in_name("ita-2568-5-99-99-007-25681120.ITAPKG", OFFICE.code) == 7


def test_a_missing_folder_and_a_full_stick_are_told_before_writing(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stick that is not there, the stick without room."""
    with pytest.raises(FileMissing):
        write_package(empty_folder / "ไม่มี", a_label(), PAYLOAD)
    usage = namedtuple("usage", "total used free")  # noqa: PYI024 - the shape that shutil returns
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10, 0, 1000))
    with pytest.raises(DiskFull):
        write_package(empty_folder, a_label(), PAYLOAD)
    assert not contents(empty_folder)


class FailingStick(io.BufferedWriter):
    """A file that takes some bytes and then fails, as a pulled stick does."""

    def __init__(self, raw: io.RawIOBase, room: int, error: OSError) -> None:
        """Take `room` bytes before failing with `error`."""
        super().__init__(raw)
        self.room, self.error = room, error

    def write(self, data: Any) -> int:  # noqa: ANN401 - any buffer
        """Write what there is room for."""
        taken = super().write(bytes(data)[: self.room])
        self.room -= taken
        if taken < len(data):
            raise self.error
        return taken


@pytest.mark.parametrize(
    ("code", "problem"), [(28, DiskFull), (5, DeviceFailed), (30, ReadOnly), (19, DeviceFailed)]
)
def test_a_stick_that_fails_after_any_number_of_bytes_is_as_before(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch, code: int, problem: type[Problem]
) -> None:
    """From the first byte to the last: the old package stands, the new one is not there, nothing else is."""
    elsewhere = empty_folder.with_name("elsewhere")
    elsewhere.mkdir()
    size = write_package(elsewhere, a_label(number=4), PAYLOAD).size
    write_package(empty_folder, a_label(), PAYLOAD)
    before = contents(empty_folder)

    def failing(room: int) -> Callable[[Path], BinaryIO]:
        return lambda path: FailingStick(io.FileIO(path, "x"), room, OSError(code, "failed"))

    for room in [*range(40), *range(40, size, 97), size - 1]:
        monkeypatch.setattr(package, "open_target", failing(room))
        with pytest.raises(problem):
            write_package(empty_folder, a_label(number=4), PAYLOAD)
        assert contents(empty_folder) == before


@pytest.mark.parametrize("step", ["os.fsync", "ita_desktop.support.atomic.replace"])
def test_a_stick_that_fails_at_the_last_step_is_as_before(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Flushing and renaming fail too."""
    write_package(empty_folder, a_label(), PAYLOAD)
    before = contents(empty_folder)

    def fail(*_: object) -> None:
        raise OSError(5, "failed")

    monkeypatch.setattr(step, fail)
    with pytest.raises(DeviceFailed):
        write_package(empty_folder, a_label(number=4), PAYLOAD)
    assert contents(empty_folder) == before


def test_a_stick_that_gives_back_other_bytes_is_found_out(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fake sticks take everything and keep nothing."""

    class Forgetful(io.BufferedWriter):
        def write(self, data: Any) -> int:  # noqa: ANN401 - any buffer
            changed = bytearray(data)
            if changed:
                changed[len(changed) // 2] ^= 1
            return super().write(changed)

    monkeypatch.setattr(package, "open_target", lambda path: Forgetful(io.FileIO(path, "x")))
    with pytest.raises(PackageFailed) as caught:
        write_package(empty_folder, a_label(), PAYLOAD)
    assert caught.value.path.name.startswith("ITA-2568")
    assert not contents(empty_folder)


def test_a_bug_that_names_a_file_outside_is_caught_before_writing(empty_folder: Path) -> None:
    """The sender holds itself to what the receiver demands."""
    for name in ("../a", "/a", "a/../b", "CON", "a.", "ก:ข", "a\\b"):
        with pytest.raises(ValueError, match=r"\[.*\]"):
            write_package(empty_folder, a_label(), {name: b""})
    assert not contents(empty_folder)


def repacked(path: Path, change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> Path:
    """Pack a package again after changing its files by hand."""
    with zipfile.ZipFile(path) as archive:
        files = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    target = path.with_name("changed.itapkg")
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in change(files).items():
            archive.writestr(name, data)
    return target


def test_changed_missing_and_added_files_are_told_by_name(empty_folder: Path) -> None:
    """The bag says what must be in it, and nothing else may be, beside the payload neither."""
    path = write_package(empty_folder, a_label(), PAYLOAD).path
    root = f"{path.stem}/"
    readme = f"{root}data/README.txt"
    cases = {
        "changed-file data/README.txt": lambda files: {**files, readme: files[readme][:-1] + b"!"},
        "missing-file data/README.txt": lambda files: {
            name: data for name, data in files.items() if name != readme
        },
        "extra-file run.exe": lambda files: {**files, f"{root}run.exe": b"MZ"},
        "missing-file tagmanifest-sha256.txt": lambda files: {
            name: data for name, data in files.items() if "tagmanifest" not in name
        },
        "bad-root": lambda files: {**files, "loose.txt": b""},
        "not-a-bag": lambda files: {name: data for name, data in files.items() if "bagit.txt" not in name},
        "unsafe-name ../evil": lambda files: {**files, "../evil": b""},
        f"doubled-name {root}DATA/readme.TXT": lambda files: {**files, f"{root}DATA/readme.TXT": b""},
        f"doubled-name {readme.casefold()}": lambda files: {**files, f"{readme}/x": b""},
    }
    for detail, change in cases.items():
        with pytest.raises(PackageFailed) as caught:
            verify_package(repacked(path, change))
        assert caught.value.detail == detail


def test_a_link_in_a_package_is_refused(empty_folder: Path) -> None:
    """A link could lead the receiver to write anywhere."""
    path = empty_folder / "link.itapkg"
    entry = zipfile.ZipInfo("a/data/link")
    entry.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    with pytest.raises(PackageFailed, match="link"):
        verify_package(path)


def test_a_bomb_is_refused_before_it_is_unpacked(empty_folder: Path) -> None:
    """Fifty megabytes of zeros in fifty kilobytes."""
    path = empty_folder / "bomb.itapkg"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/data/zeros", bytes(50_000_000))
    with pytest.raises(PackageFailed, match="bomb"):
        verify_package(path)


def test_a_package_of_a_newer_program_is_told_as_such(empty_folder: Path) -> None:
    """Not called broken: the receiver must know that an update helps."""
    path = empty_folder / "new.itapkg"
    path.write_bytes(packed(a_label(format=FORMAT + 1), {}))
    with pytest.raises(FileTooNew) as caught:
        verify_package(path)
    assert (caught.value.found, caught.value.known) == (FORMAT + 1, FORMAT)


def test_what_is_no_package_is_told(empty_folder: Path) -> None:
    """A missing file, a folder, an empty file, a text."""
    with pytest.raises(FileMissing):
        verify_package(empty_folder / "ไม่มี.itapkg")
    with pytest.raises(FileMissing):
        verify_package(empty_folder)
    for content in (b"", b"hello", b"PK\x03\x04"):
        path = empty_folder / "x.itapkg"
        path.write_bytes(content)
        with pytest.raises(PackageFailed, match="not-a-zip"):
            verify_package(path)


@given(data=st.data())
def test_no_broken_package_breaks_the_program(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Bytes flipped or cut: refused, or the payload is what it was; nothing else is written."""
    folder = tmp_path_factory.mktemp("stick")
    path = write_package(folder, a_label(), PAYLOAD).path
    whole = verify_package(path)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(0, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    cut = data.draw(st.integers(0, len(content)))
    path.write_bytes(content[: data.draw(st.sampled_from([len(content), cut]))])
    try:
        report = verify_package(path)
    except Problem:
        return
    assert (report.label, report.files) == (whole.label, whole.files)
    assert [each.name for each in folder.iterdir()] == [path.name]


@given(name=st.text(max_size=300))
def test_any_name_can_be_made_safe(name: str) -> None:
    """A paper's Thai title becomes a file name that every disk keeps; a safe one stays as it is."""
    assert is_safe_name(safe_name(name))
    assert safe_name(safe_name(name)) == safe_name(name)


def test_thai_names_are_safe_as_they_are() -> None:
    """Only what disks cannot keep is changed."""
    assert safe_name("บันทึกข้อความ ๒๕๖๘.pdf") == "บันทึกข้อความ ๒๕๖๘.pdf"
    assert safe_name("a/b:c?.pdf") == "a-b-c-.pdf"
    assert safe_name("con.pdf") == "_con.pdf"
    assert not is_safe_path("a//b")


def test_the_time_of_a_package_keeps_its_zone() -> None:
    """Made at one office, read at another."""
    assert a_label().made_at.astimezone(UTC).hour == 7
