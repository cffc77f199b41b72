"""Promises about signatures and seals: known when changed, opened by whom it is for and by nobody else."""

from __future__ import annotations

import hashlib
import io
import tempfile
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pyrage  # type: ignore[import-untyped]
import pytest
from bagit import Bag

from ita_desktop.domain.office import Office
from ita_desktop.domain.packages.keys import Side
from ita_desktop.domain.packages.problems import (
    KeyFault,
    KeyRefused,
    PackageSealed,
    PassphraseWeak,
    PassphraseWrong,
)
from ita_desktop.domain.problems import DeviceFailed, DiskFull, FileExists, PackageFailed
from ita_desktop.exchange import package
from ita_desktop.exchange.package import write_package
from ita_desktop.exchange.package_label import label_of
from ita_desktop.exchange.package_verify import verify_package
from ita_desktop.exchange.sealing.age import Sealing, Unlock
from ita_desktop.exchange.sealing.key_file import key_file, key_line, new_keys, party_of, read_key_text
from ita_desktop.exchange.sealing.picture import qr_png

if TYPE_CHECKING:
    from typing import Any

    from ita_desktop.exchange.package_label import PackageLabel

FORMATS = Path(__file__).parent.parent / "packages"
MADE_AT = datetime(2025, 11, 20, 14, 2, 30, tzinfo=timezone(timedelta(hours=7)))
PAYLOAD = {"README.txt": "อ่านก่อน".encode(), "results/score.csv": b"a,b\r\n" * 2000}
OFFICE = new_keys("เทศบาลตำบลตัวอย่าง", "99999", Side.OFFICE)
ABOVE = new_keys("จังหวัดสมมติ", "99", Side.HEADQUARTERS)
OTHER = new_keys("จังหวัดอื่นสมมติ", "98", Side.HEADQUARTERS)
PASSPHRASE = "มะม่วง สุก เจ็ด ลูก"  # noqa: S105 - a test's own


def a_label() -> PackageLabel:
    """Return a label."""
    office = Office(OFFICE.party.name, "เทศบาลตำบล", "จังหวัดสมมติ", "99999")
    return label_of(office, 2568, 3, MADE_AT, "ITA Desktop 0.1.0")


def test_the_signer_of_a_package_is_known(empty_folder: Path) -> None:
    """By key, name and code, as the bag's library still finds it valid."""
    receipt = write_package(empty_folder, a_label(), PAYLOAD, keys=OFFICE)
    report = verify_package(receipt.path)
    assert report.signer == replace(OFFICE.party, confirmed=False)
    assert report.digest == receipt.digest != ""
    with zipfile.ZipFile(receipt.path) as archive:
        archive.extractall(empty_folder / "bag")
    Bag(str(empty_folder / "bag" / receipt.path.stem)).validate()


def mended(path: Path, name: str, data: bytes) -> Path:
    """Pack again with other bytes in a file of the payload, and the hashes in both manifests mended."""
    with zipfile.ZipFile(path) as archive:
        files = {entry.filename: archive.read(entry) for entry in archive.infolist()}

    def put(file: str, content: bytes, manifest: str) -> bytes:
        before = files[f"{path.stem}/{file}"]
        old, new = (hashlib.sha256(each).hexdigest() for each in (before, content))
        files[f"{path.stem}/{file}"] = content
        return files[f"{path.stem}/{manifest}"].replace(old.encode(), new.encode())

    listed = put(name, data, "manifest-sha256.txt")
    tags = put("manifest-sha256.txt", listed, "tagmanifest-sha256.txt")
    files[f"{path.stem}/tagmanifest-sha256.txt"] = tags
    out = path.with_name("changed.itapkg")
    with zipfile.ZipFile(out, "w") as archive:
        for file, content in files.items():
            archive.writestr(file, content)
    return out


def test_a_package_changed_with_all_its_hashes_mended_is_known(empty_folder: Path) -> None:
    """Hashes anybody can compute; the signature nobody but the office."""
    path = write_package(empty_folder, a_label(), PAYLOAD, keys=OFFICE).path
    with pytest.raises(PackageFailed) as caught:
        verify_package(mended(path, "data/README.txt", b"!"))
    assert caught.value.detail == "bad-signature"
    unsigned = write_package(empty_folder, replace(a_label(), number=4), PAYLOAD).path
    assert verify_package(mended(unsigned, "data/README.txt", b"!")).signer is None


def test_somebody_elses_signature_does_not_fit(empty_folder: Path) -> None:
    """Taken from another package of the same office it does not fit either."""
    first = write_package(empty_folder, a_label(), PAYLOAD, keys=OFFICE).path
    second = write_package(empty_folder, replace(a_label(), number=4), PAYLOAD, keys=OFFICE).path
    with zipfile.ZipFile(first) as one, zipfile.ZipFile(second) as two:
        files = {entry.filename: two.read(entry) for entry in two.infolist()}
        files[f"{second.stem}/signature.json"] = one.read(f"{first.stem}/signature.json")
    out = empty_folder / "mixed.itapkg"
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    with pytest.raises(PackageFailed, match="bad-signature"):
        verify_package(out)


def test_a_sealed_package_opens_for_each_of_its_readers_and_nobody_else(empty_folder: Path) -> None:
    """Two readers were named; a third key, or none, opens nothing. The age library alone opens it too."""
    sealing = Sealing((ABOVE.party.seal, OFFICE.party.seal))
    receipt = write_package(empty_folder, a_label(), PAYLOAD, keys=OFFICE, sealing=sealing)
    for keys in (ABOVE, OFFICE):
        report = verify_package(receipt.path, Unlock((keys.seal_secret,)))
        assert (report.sealed, report.digest, report.sha256) == (True, receipt.digest, receipt.sha256)
        assert report.signer is not None
    for unlock in (Unlock(), Unlock((OTHER.seal_secret,))):
        with pytest.raises(PackageSealed):
            verify_package(receipt.path, unlock)
    identity = pyrage.x25519.Identity.from_str(ABOVE.seal_secret)
    plain = pyrage.decrypt(receipt.path.read_bytes(), [identity])
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        assert archive.read(f"{receipt.path.stem}/data/README.txt") == PAYLOAD["README.txt"]
    assert "อ่านก่อน".encode() not in receipt.path.read_bytes()


def test_a_passphrase_opens_what_it_sealed(empty_folder: Path) -> None:
    """The right one; a wrong one is told as wrong, none as missing, a short one is not taken at all."""
    with pytest.raises(PassphraseWeak):
        write_package(empty_folder, a_label(), PAYLOAD, sealing=Sealing((), "123456"))
    assert not list(empty_folder.iterdir())
    path = write_package(empty_folder, a_label(), PAYLOAD, sealing=Sealing((), PASSPHRASE)).path
    assert verify_package(path, Unlock((), PASSPHRASE)).sealed
    with pytest.raises(PassphraseWrong):
        verify_package(path, Unlock((), PASSPHRASE + "!"))
    with pytest.raises(PackageSealed):
        verify_package(path)


def test_a_sealed_package_cut_or_changed_is_told_as_broken(empty_folder: Path) -> None:
    """Not as for somebody else, and never as sound."""
    sealing = Sealing((ABOVE.party.seal,))
    path = write_package(empty_folder, a_label(), PAYLOAD, sealing=sealing).path
    data = path.read_bytes()
    for place, spoiled in enumerate((data[:-7], data[:400] + bytes([data[400] ^ 1]) + data[401:])):
        bad = empty_folder / f"{place}.itapkg"
        bad.write_bytes(spoiled)
        with pytest.raises(PackageFailed, match=r"broken-seal|not-a-zip"):
            verify_package(bad, Unlock((ABOVE.seal_secret,)))


def test_a_sealed_package_is_stopped_and_refused_as_cleanly(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library in between tells neither a stop nor a full stick on as what it was; we do."""
    sealing = Sealing((ABOVE.party.seal,))

    def stop(done: int, whole: int) -> None:
        if done > whole // 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_package(empty_folder, a_label(), PAYLOAD, stop, sealing=sealing)

    class Full(io.BytesIO):
        def write(self, data: Any) -> int:  # noqa: ANN401 - any buffer
            raise OSError(28, "full")

    monkeypatch.setattr(package, "open_target", lambda path: path.touch() or Full())
    with pytest.raises(DiskFull):
        write_package(empty_folder, a_label(), PAYLOAD, sealing=sealing)
    assert not list(empty_folder.iterdir())


def test_no_unsealed_copy_is_left_on_this_computer(
    empty_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither of a package that was sealed, nor of one that was opened, nor where the stick failed."""
    private = tmp_path / "private"
    private.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(private))
    sealing = Sealing((ABOVE.party.seal,))
    path = write_package(empty_folder, a_label(), PAYLOAD, sealing=sealing).path
    verify_package(path, Unlock((ABOVE.seal_secret,)))
    with pytest.raises(FileExists):
        write_package(empty_folder, a_label(), PAYLOAD, sealing=sealing)
    with monkeypatch.context() as patch:
        patch.setattr(package, "_read_back", lambda *_: (_ for _ in ()).throw(OSError(5, "pulled out")))
        with pytest.raises(DeviceFailed):
            write_package(empty_folder, replace(a_label(), number=4), PAYLOAD, sealing=sealing)
    assert not list(private.iterdir())


def test_keys_travel_as_a_file_and_as_a_line() -> None:
    """What comes in is what went out, without the secrets, and under the same fingerprint."""
    for text in (key_file(OFFICE).decode(), key_line(OFFICE), f"\n {key_line(OFFICE)}\n"):
        party = read_key_text(text)
        assert party == replace(OFFICE.party, confirmed=False)
        assert OFFICE.seal_secret not in text
    groups = OFFICE.party.fingerprint.split()
    assert [len(group) for group in groups] == [5] * 6
    assert OFFICE.party.fingerprint != ABOVE.party.fingerprint
    assert qr_png(key_line(OFFICE)).startswith(b"\x89PNG")
    assert OFFICE.seal_secret not in repr(OFFICE)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"name": "เทศบาลอื่น"}, KeyFault.BAD_SIGNATURE),
        ({"seal": ABOVE.party.seal}, KeyFault.BAD_SIGNATURE),
        ({"seal": "age1abc"}, KeyFault.NOT_A_KEY),
        ({"sign": "!"}, KeyFault.NOT_A_KEY),
        ({"side": "other"}, KeyFault.NOT_A_KEY),
        ({"name": "ก\nข"}, KeyFault.NOT_A_KEY),
        ({"format": 2}, KeyFault.TOO_NEW),
    ],
)
def test_a_key_changed_on_its_way_is_refused(change: dict[str, object], fault: KeyFault) -> None:
    """Nobody puts his name on another's key, nor his key under another's name."""
    from ita_desktop.exchange.sealing.key_file import key_document

    with pytest.raises(KeyRefused) as caught:
        party_of({**key_document(OFFICE), **change})
    assert caught.value.fault is fault
    for text in ("", "ITAKEY1:%%%", "[]", "{}", "[" * 5000):
        with pytest.raises(KeyRefused):
            read_key_text(text)


def test_every_format_that_was_released_is_read() -> None:
    """One stored package per format; the first had no signature and told less."""
    stored = sorted(FORMATS.glob("*.itapkg"))
    reports = [verify_package(path) for path in stored]
    assert {report.label.format for report in reports} == set(range(1, len(reports) + 1))
    for report in reports:
        assert report.label.office == "เทศบาลตำบลตัวอย่าง"
        assert {"results/items.json", "instrument.json"} <= {each.name for each in report.files}
        assert (report.signer is None) == (report.label.format == 1)
