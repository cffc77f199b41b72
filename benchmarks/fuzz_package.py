"""Ten thousand spoiled packages: each refused with its reason or read rightly, nothing else written anywhere.

Bits flipped, cut, joined, repeated, entries renamed, swapped, doubled, laid over each other; paths that climb
out, links, bombs, wrong and missing keys, future versions, sealed ones spoiled outside and inside. Each is
looked at as the office would. Prints how they ended, the slowest, the peak; exit 1 if a promise was broken.

    python3 dev.py bench fuzz_package            (10,000)
    python -m benchmarks.fuzz_package 200 7      (so many, with another seed)
"""

from __future__ import annotations

import hashlib
import io
import json
import random
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.domain.office import Office
from ita_desktop.domain.packages.keys import Side
from ita_desktop.domain.packages.problems import PackageRefused
from ita_desktop.domain.packages.shipment import Figure, Shipment
from ita_desktop.domain.problems import PackageFailed, Problem
from ita_desktop.exchange.package import write_package
from ita_desktop.exchange.package_label import FORMAT, label_of
from ita_desktop.exchange.package_zip import HashingWriter, pack
from ita_desktop.exchange.sealing import age
from ita_desktop.exchange.sealing.age import Sealing
from ita_desktop.exchange.sealing.key_file import new_keys
from ita_desktop.exchange.shipment_files import shipment_files
from ita_desktop.services import workspace as workspaces
from ita_desktop.services.instruments import instrument_text
from ita_desktop.support import clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.packages.keys import OwnKeys
    from ita_desktop.exchange.package_label import PackageLabel
    from ita_desktop.services.workspace import Workspace

MANY, SEED = 10_000, 2568
SLOWEST, MOST_MEMORY = 5.0, 600
"""Seconds that one package may take, and megabytes that the program may come to."""
ABOVE = new_keys("ส่วนกลางสมมติ", "1", Side.HEADQUARTERS)
STRANGER = new_keys("คนแปลกหน้า", "1", Side.HEADQUARTERS)
Files = dict[str, bytes]


@dataclass(slots=True)
class Tally:
    """How the packages ended; `broken` lists broken promises."""

    ends: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    broken: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sound:
    """The sound packages that are spoiled: as they lie on the stick, and unpacked."""

    plain: bytes
    sealed: bytes
    digest: str
    root: str
    reader: str


def a_label(number: int, form: int = FORMAT) -> PackageLabel:
    """Return the label of a package from above."""
    plain = label_of(Office(ABOVE.party.name, code="1"), 2568, number, clock.now(), "ITA Desktop")
    return replace(plain, side=Side.HEADQUARTERS, format=form)


def payload() -> Files:
    """Return what a package brings down."""
    from decimal import Decimal

    figures = tuple(Figure("99999", key, Decimal("90.00")) for key in ("total", "IIT", "EIT"))
    return {**shipment_files(Shipment(figures=figures)), "README.txt": "อ่านก่อน".encode() * 50}


def of_tomorrow() -> bytes:
    """Return a package of a form that does not exist yet."""
    stream = io.BytesIO()
    pack(HashingWriter(stream), a_label(1, FORMAT + 1), payload(), ABOVE, lambda _: None)
    return stream.getvalue()


def written(folder: Path, keys: OwnKeys, sealing: Sealing | None = None) -> tuple[bytes, str]:
    """Write a package and return its bytes and digest."""
    receipt = write_package(folder, a_label(1), payload(), keys=keys, sealing=sealing)
    data = receipt.path.read_bytes()
    receipt.path.unlink()
    return data, receipt.digest


def sound(folder: Path, reader: str) -> Sound:
    """Write the packages that are spoiled."""
    plain, digest = written(folder, ABOVE)
    sealed, _ = written(folder, ABOVE, Sealing((reader,)))
    return Sound(plain, sealed, digest, a_label(1).stem, reader)


# Spoiling as a disk, a virus or a bad copy does


def flip(data: bytes, chance: random.Random) -> bytes:
    """Turn some bits."""
    spoiled = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
    return bytes(spoiled)


def cut(data: bytes, chance: random.Random) -> bytes:
    """Lose the end, the beginning or the middle."""
    one, other = sorted(chance.sample(range(len(data)), 2))
    return chance.choice([data[:one], data[one:], data[:one] + data[other:]])


def join(data: bytes, chance: random.Random) -> bytes:
    """Add bytes before, behind or within; or the whole once more."""
    place = chance.randrange(len(data))
    more = chance.randbytes(chance.randint(1, 200))
    return chance.choice([more + data, data + more, data[:place] + more + data[place:], data + data])


# Spoiling as a person does


def repacked(change: Callable[[Files, str, random.Random], Files]) -> Callable[[Sound, random.Random], bytes]:
    """Make a spoiler of one that changes the files of the zip."""

    def spoil(known: Sound, chance: random.Random) -> bytes:
        with zipfile.ZipFile(io.BytesIO(known.plain)) as archive:
            files = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", chance.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as archive:
            for name, data in change(files, known.root, chance).items():
                archive.writestr(zipfile.ZipInfo(name), data)
        return out.getvalue()

    return spoil


def one_of(files: Files, chance: random.Random) -> str:
    """Return the name of a file."""
    return chance.choice(sorted(files))


def changed(files: Files, _root: str, chance: random.Random) -> Files:
    """Change a file and leave its hash."""
    name = one_of(files, chance)
    return {**files, name: flip(files[name], chance)}


def mended(files: Files, root: str, chance: random.Random) -> Files:
    """Change a file and mend all hashes: only the signature tells."""
    payload_names = [name for name in files if "/data/" in name]
    name = chance.choice(sorted(payload_names))
    for at, manifest in (
        (name, "manifest-sha256.txt"),
        (f"{root}/manifest-sha256.txt", "tagmanifest-sha256.txt"),
    ):
        before = hashlib.sha256(files[at]).hexdigest()
        new = flip(files[at], chance) if at == name else files["new"]
        files = {**files, at: new}
        listed = files[f"{root}/{manifest}"].replace(
            before.encode(), hashlib.sha256(new).hexdigest().encode()
        )
        files["new"] = listed
    last = files.pop("new")
    return {**files, f"{root}/tagmanifest-sha256.txt": last}


def missing(files: Files, _root: str, chance: random.Random) -> Files:
    """Lose a file."""
    lost = one_of(files, chance)
    return {name: data for name, data in files.items() if name != lost}


def renamed(files: Files, root: str, chance: random.Random) -> Files:
    """Give a file a name that climbs out, a device's, or another's in other letters."""
    name = one_of(files, chance)
    names = [
        "../evil", "/etc/evil", "C:\\evil", f"{root}/data/../../evil", f"{root}/data/CON", f"{root}/data/a.",
        f"{root}/DATA/README.TXT", "loose.txt", f"{root}/run.exe", f"{root}/data/\u202eexe.txt",
        f"other/{name}",
    ]  # fmt: skip
    return {**{each: data for each, data in files.items() if each != name}, chance.choice(names): files[name]}


def swapped(files: Files, _root: str, chance: random.Random) -> Files:
    """Exchange two files."""
    one, other = chance.sample(sorted(files), 2)
    return {**files, one: files[other], other: files[one]}


def unsigned(files: Files, root: str, _chance: random.Random) -> Files:
    """Take the signature away."""
    return {name: data for name, data in files.items() if name != f"{root}/signature.json"}


def nonsense(files: Files, root: str, chance: random.Random) -> Files:
    """Put nonsense where a document should be."""
    name = chance.choice(["signature.json", "manifest-sha256.txt", "bagit.txt", "data/package.json"])
    words = [
        b"",
        b"[]",
        b"[" * 100_000,
        b"\xff\xfe",
        json.dumps({"format": 99}).encode(),
        b"0" * 64 + b"  data/x\n",
    ]
    return {**files, f"{root}/{name}": chance.choice(words)}


def bomb(known: Sound, chance: random.Random) -> bytes:
    """Megabytes of zeros in kilobytes, or more entries than there are files in an office."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        if chance.random() < 0.5:
            archive.writestr(f"{known.root}/data/zeros", bytes(30_000_000))
        else:
            for number in range(10_001):
                archive.writestr(f"{known.root}/data/{number}", b"")
    return out.getvalue()


def link(known: Sound, _chance: random.Random) -> bytes:
    """A link that leads elsewhere."""
    out = io.BytesIO()
    entry = zipfile.ZipInfo(f"{known.root}/data/link")
    entry.external_attr = 0o120777 << 16
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    return out.getvalue()


def overlapping(known: Sound, chance: random.Random) -> bytes:
    """Let the table of contents lie about where an entry begins or how long it is."""
    place = known.plain.rindex(b"PK\x01\x02")
    spoiled = bytearray(known.plain)
    at = place + chance.choice([20, 24, 42])
    spoiled[at : at + 4] = chance.randbytes(4)
    return bytes(spoiled)


def inside(known: Sound, chance: random.Random) -> bytes:
    """Seal what was spoiled before: the seal is whole and what is in it is not."""
    spoiled = chance.choice([flip, cut, join])(known.plain, chance)
    out = io.BytesIO()
    age.seal(io.BytesIO(spoiled), out, Sealing((known.reader,)), len(spoiled))
    return out.getvalue()


SPOILERS: dict[str, Callable[[Sound, random.Random], bytes]] = {
    "flip": lambda known, chance: flip(known.plain, chance),
    "cut": lambda known, chance: cut(known.plain, chance),
    "join": lambda known, chance: join(known.plain, chance),
    "sealed-flip": lambda known, chance: flip(known.sealed, chance),
    "sealed-cut": lambda known, chance: cut(known.sealed, chance),
    "sealed-inside": inside,
    "overlap": overlapping,
    "changed": repacked(changed),
    "mended": repacked(mended),
    "missing": repacked(missing),
    "renamed": repacked(renamed),
    "swapped": repacked(swapped),
    "unsigned": repacked(unsigned),
    "nonsense": repacked(nonsense),
    "link": link,
    "sound": lambda known, _chance: known.plain,
    "sealed": lambda known, _chance: known.sealed,
}
RARE: dict[str, Callable[[Sound, random.Random], bytes]] = {"bomb": bomb}
EVERY_RARE = 200


def fuzz(many: int, seed: int, folder: Path) -> Tally:
    """Look at so many spoiled packages; return how they ended."""
    chance, tally = random.Random(seed), Tally()  # noqa: S311 - repeatable on purpose
    stick = folder / "stick"
    stick.mkdir()
    office = workspaces.create(
        folder / "office.ita", Office("เทศบาลสมมติ", code="99999"), instrument_text(2568), clock.now
    )
    try:
        office.transfer.keys.take(ABOVE.party)
        reader = office.transfer.keys.own().party.seal
        known = sound(stick, reader)
        extra = {
            "stranger": written(stick, STRANGER)[0],
            "future": of_tomorrow(),
            "not-for-us": written(stick, ABOVE, Sealing((STRANGER.party.seal,)))[0],
        }
        before = office.path.read_bytes()
        for number in range(many):
            kind, data = _spoiled(number, known, extra, chance)
            _look(office, stick, kind, data, known, tally)
        if office.path.read_bytes() != before:
            tally.broken.append("the office file changed")
    finally:
        office.close()
    found = sorted(each.name for each in folder.iterdir())
    if found != ["office.ita", "stick"] or any(stick.iterdir()):
        tally.broken.append(f"something was written: {found}")
    return tally


def _spoiled(number: int, known: Sound, extra: dict[str, bytes], chance: random.Random) -> tuple[str, bytes]:
    """Return the next package and how it was spoiled."""
    if number % EVERY_RARE == EVERY_RARE - 1:
        kind = chance.choice(sorted(RARE))
        return kind, RARE[kind](known, chance)
    kind = chance.choice([*SPOILERS, *extra])
    return kind, extra[kind] if kind in extra else SPOILERS[kind](known, chance)


def _look(office: Workspace, stick: Path, kind: str, data: bytes, known: Sound, tally: Tally) -> None:
    """Look at one package as the office does."""
    path = stick / f"{known.root}.itapkg"
    path.write_bytes(data)
    begun = time.perf_counter()
    try:
        seen = office.receiving.look(path)
    except (PackageFailed, PackageRefused) as problem:
        detail = problem.detail if isinstance(problem, PackageFailed) else problem.reason.value
        tally.ends[f"{kind}: {detail.split(' ')[0]}"] += 1
    except Problem as problem:
        tally.ends[f"{kind}: {type(problem).__name__}"] += 1
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        tally.broken.append(f"{kind}: {type(error).__name__} {error}")
    else:
        tally.ends[f"{kind}: read"] += 1
        if seen.report.digest != known.digest or len(seen.fields) != len(("total", "IIT", "EIT")):
            tally.broken.append(f"{kind}: read as something else")
    tally.slowest = max(tally.slowest, time.perf_counter() - begun)
    path.unlink()


def main(arguments: list[str]) -> int:
    """Run it and print what came of it."""
    many, seed = (int(arguments[0]) if arguments else MANY), (int(arguments[1]) if arguments[1:] else SEED)
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        tally = fuzz(many, seed, Path(folder))
    for end, count in sorted(tally.ends.items()):
        print(f"{count:6} {end}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    took = time.perf_counter() - begun
    print(f"{many} packages in {took:.0f} s, slowest {tally.slowest:.2f} s, peak {peak:.0f} MB")
    for each in tally.broken[:20]:
        print(f"BROKEN {each}")
    return 1 if tally.broken or tally.slowest > SLOWEST or peak > MOST_MEMORY else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
