#!/usr/bin/env python3
"""The workshop: one command for everything an engineer does here.

    python3 dev.py VERB [arguments]

Needs only Python 3.11 and its pip. Each verb first makes what it needs (`.venv` from the lock file, and on
Debian as root the system packages that Qt wants), so a fresh clone on a fresh machine works at once; on the
second start the stamps tell that nothing is to be done. Standard library only, for it runs before anything
is installed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parent
BUILD = ROOT / "build"
FLOORS = "from importlinter.cli import lint_imports_command as check; check(['--no-logo'])"
WORKERS = str(min(os.cpu_count() or 1, 4))  # more than four fight over the disk in the safety tests
TRIES = 3  # a mirror that stumbles once should not fail a whole run

# What Qt's window plugins and the tests' PDF readers need; Qt brings the rest in its wheel.
DEBIAN_PACKAGES = """
    libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxcb-cursor0
    libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xinerama0 libxcb-randr0 libxcb-render-util0
    libxcb-image0 poppler-utils
""".split()
COMPILE = """
    -m uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-emit-index-url
""".split()


class Stop(Exception):
    """The verb cannot go on; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Venv:
    """A virtual environment made from one lock file and renewed when that file changes."""

    folder: Path
    lock: Path

    @property
    def python(self) -> Path:
        """The interpreter inside, where each system keeps it."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        """Where the fingerprint of what is installed is kept; one per lock file."""
        return self.folder / f".{self.lock.stem}.stamp"

    def fingerprint(self) -> str:
        """What must be the same for the environment to be good as it is."""
        return f"{sys.version_info[:2]} {hashlib.sha256(self.lock.read_bytes()).hexdigest()}"

    def ready(self) -> Path:
        """Make or renew the environment if need be; return its interpreter."""
        wanted = self.fingerprint()
        if self.python.exists() and self.stamp.exists() and self.stamp.read_text("utf-8") == wanted:
            return self.python
        say(f"setting up {self.folder.name} from {self.lock.name} (some minutes the first time)")
        pip = self._make()
        again(*pip, "install", "--quiet", "--require-hashes", "-r", self.lock)
        self.stamp.write_text(wanted, "utf-8")
        return self.python

    def _make(self) -> list[str | Path]:
        """Create the folder where it is missing or of another Python; return the pip that fills it."""
        flags = ["--disable-pip-version-check", "--no-input"]
        has_pip = importlib.util.find_spec("ensurepip") is not None
        if not self._same_python():
            say(f"making {self.folder.name}")
            # Debian keeps ensurepip in a package of its own: without it, this Python's pip fills the folder.
            bare = [] if has_pip else ["--without-pip"]
            call(sys.executable, "-m", "venv", "--clear", *bare, self.folder)
        if has_pip:
            return [self.python, "-m", "pip", *flags]
        return [sys.executable, "-m", "pip", "--python", self.python, *flags]

    def _same_python(self) -> bool:
        """Whether the folder holds a working Python of this version."""
        question: list[str | Path] = [self.python, "-c", "import sys; print(sys.version_info[:2])"]
        try:
            asked = subprocess.run(question, capture_output=True, text=True, check=False)
        except OSError:  # not there, or made on another machine
            return False
        return asked.stdout.strip() == str(sys.version_info[:2])


MAIN = Venv(ROOT / ".venv", ROOT / "requirements.lock")
BENCH = Venv(ROOT / ".venv", ROOT / "requirements-bench.lock")  # the same pins and the rivals beside them
DIST = Venv(ROOT / ".venv-dist", ROOT / "requirements-dist.lock")  # clean: only what users get


def say(text: str) -> None:
    """Tell what is being done, on stderr, so that a verb's own output stays clean."""
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


def environment(**more: str) -> dict[str, str]:
    """The variables that a tool of ours is started with."""
    return {**os.environ, "PYTHONUTF8": "1", **more}


def offscreen() -> dict[str, str]:
    """Variables for a window that nobody sees."""
    return environment(QT_QPA_PLATFORM="offscreen")


def status(*command: str | Path, env: dict[str, str] | None = None) -> int:
    """Run a command in the project's folder; return its exit code."""
    return subprocess.run(command, cwd=ROOT, env=env or environment(), check=False).returncode


def call(*command: str | Path, env: dict[str, str] | None = None) -> None:
    """Run a command that must succeed."""
    if code := status(*command, env=env):
        message = f"this failed with exit code {code}: {shlex.join(map(str, command))}"
        raise Stop(message)


def again(*command: str | Path, env: dict[str, str] | None = None) -> None:
    """Run a command that needs the network, and try anew when it stumbles."""
    for left in reversed(range(TRIES)):
        try:
            return call(*command, env=env)
        except Stop as stumble:
            if not left:
                raise
            say(f"{stumble}; trying again")
    return None


# --- System packages ---


def missing_packages() -> list[str]:
    """Names of Debian packages that are not installed; a name may live on with the ending t64."""
    asked = subprocess.run(
        [
            "dpkg-query",
            "-W",
            "-f",
            "${Package} ${db:Status-Status}\n",
            *DEBIAN_PACKAGES,
            *(f"{name}t64" for name in DEBIAN_PACKAGES),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    installed = (line.split()[0] for line in asked.stdout.splitlines() if line.endswith(" installed"))
    there = {name.removesuffix("t64") for name in installed}
    return [name for name in DEBIAN_PACKAGES if name not in there]


def ensure_system_packages() -> None:
    """Install what Qt and the tests need on Debian as root; elsewhere say the one line to run."""
    if sys.platform != "linux":
        return
    if not shutil.which("dpkg-query"):
        say("no Debian here: if Qt does not start, install EGL, xkbcommon, xcb-util and poppler")
        return
    missing = missing_packages()
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        say(f"some system packages are missing; run:\n    sudo {shlex.join(install)}")
        return
    env = environment(DEBIAN_FRONTEND="noninteractive")
    again("apt-get", "update", "-q", env=env)
    again(*install, env=env)


def ready(venv: Venv = MAIN) -> Path:
    """Everything a verb needs is there; return the interpreter to use."""
    ensure_system_packages()
    return venv.ready()


def has_screen() -> bool:
    """Whether a window could be seen."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# --- Verbs: each returns an exit code ---


def run(_: Sequence[str]) -> int:
    """Open the sample office in the window; with no screen, do its whole main job and say where it lies."""
    python, demo = ready(), BUILD / "demo"
    shutil.rmtree(demo, ignore_errors=True)
    env = environment() if has_screen() else offscreen()
    call(python, "-m", "ita_desktop", "demo", demo, env=env)
    if has_screen():
        office = next(iter(sorted(demo.glob("*.ita"))), None)
        if office is None:
            message = f"the sample office made no .ita file in {demo}"
            raise Stop(message)
        return status(python, "-m", "ita_desktop", office)
    print(f"No screen here, so the whole job was done without a window. The results lie in {demo}:")
    for path in sorted(p for p in demo.rglob("*") if p.is_file()):
        print(f"  {path.relative_to(demo)}  ({path.stat().st_size:,} bytes)")
    return 0


def check(_: Sequence[str] = ()) -> int:
    """Lint, form, types and floors, without the tests."""
    python = ready()
    steps: list[tuple[str, list[str | Path]]] = [
        ("lint", [python, "-m", "ruff", "check", "."]),
        ("form", [python, "-m", "ruff", "format", "--check", "--quiet", "."]),
        ("types", [python, "-m", "mypy"]),
        ("floors", [python, "-c", FLOORS]),
    ]
    failed = [name for name, command in steps if status(*command)]
    if failed:
        say(f"failed: {', '.join(failed)}")
    if "form" in failed:
        say("the form is put right by: .venv/bin/ruff format .")
    return 1 if failed else 0


def test(extra: Sequence[str]) -> int:
    """All that CI runs: check, then the tests. With arguments for pytest after --, those tests only."""
    python = ready()
    failed = 0 if extra else check()
    return status(python, "-m", "pytest", "-n", WORKERS, *extra, env=offscreen()) or failed


def long(extra: Sequence[str]) -> int:
    """The longer torture: kills, flips and generated data by the thousand."""
    env = {**offscreen(), "HYPOTHESIS_PROFILE": "long"}
    return status(ready(), "-m", "pytest", "-n", WORKERS, "-m", "long", *extra, env=env)


def screens(extra: Sequence[str]) -> int:
    """Pictures of every tab into build/screens, to be looked at."""
    folder = BUILD / "screens"
    code = status(ready(), "-m", "ita_desktop.ui.screens", folder, *extra, env=offscreen())
    if not code:
        print(f"The pictures lie in {folder}")
    return code


def bench(extra: Sequence[str]) -> int:
    """Benchmarks: the one named, or all; further arguments go to it."""
    names = sorted(path.stem for path in (ROOT / "benchmarks").glob("[!_]*.py"))
    chosen, rest = (names, []) if not extra else ([extra[0]], list(extra[1:]))
    if unknown := set(chosen) - set(names):
        message = f"no benchmark {', '.join(unknown)}; there are: {', '.join(names)}"
        raise Stop(message)
    MAIN.ready()
    python = ready(BENCH)
    codes = [status(python, "-m", f"benchmarks.{name}", *rest, env=offscreen()) for name in chosen]
    return max(codes, default=0)


def i18n(extra: Sequence[str]) -> int:
    """Gather the sentences, bring the catalogues up to date and compile them (--missing: list the gaps)."""
    return status(ready(), "-m", "tests.helpers.catalogues", *extra)


def licences(_: Sequence[str]) -> int:
    """Write docs/licences.md anew: every library that an office gets, with its licence."""
    return status(ready(), "-m", "tests.helpers.parts", "licences")


def bom(_: Sequence[str]) -> int:
    """The bill of materials (CycloneDX) of what an office gets, into build/."""
    return status(ready(), "-m", "tests.helpers.parts", "bom", BUILD / "ita-desktop.cdx.json")


def lock(extra: Sequence[str]) -> int:
    """Pin every dependency anew (--upgrade: to the newest) into the lock files."""
    uv = Venv(ROOT / ".venv-lock", ROOT / "requirements.lock")
    if not uv.python.exists():
        call(sys.executable, "-m", "venv", uv.folder)
        again(uv.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv")
    compiled: list[tuple[Venv, list[str]]] = [
        (MAIN, ["--group", "dev"]),
        (BENCH, ["--group", "dev", "--group", "bench", "-c", MAIN.lock.name]),
        (DIST, ["--group", "dist", "-c", MAIN.lock.name]),
    ]
    for venv, groups in compiled:
        command: list[str | Path] = [uv.python, *COMPILE, "--custom-compile-command", "python3 dev.py lock"]
        again(*command, *groups, *extra, "pyproject.toml", "-o", venv.lock.name)
    return 0


def icons(_: Sequence[str]) -> int:
    """The picture files of the program's sign, drawn anew from its SVG."""
    return status(ready(), "-m", "tests.helpers.icon_files", env=offscreen())


def manual(extra: Sequence[str]) -> int:
    """The user's manual and the card of keys as PDF in build/manual, with pictures of the sample office."""
    folder = BUILD / "manual"
    code = status(ready(), "-m", "ita_desktop.ui.manual", folder, *extra, env=offscreen())
    if not code:
        print(f"The manual lies in {folder}")
    return code


def drawing(_: Sequence[str]) -> int:
    """The drawing of the floors in docs/architecture.md, made anew from what imports what."""
    return status(ready(), "-m", "tests.helpers.floor_drawing")


def wheel(_: Sequence[str]) -> int:
    """The program as a wheel with its resources, in dist/, for whoever has Python."""
    pip = ready(DIST)
    build: list[str | Path] = [pip, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir"]
    call(*build, ROOT / "dist", ".")
    return 0


def dist(extra: Sequence[str]) -> int:
    """The program as a folder that needs no Python, in dist/, proved by its own self-test; and as a zip."""
    python = ready(DIST)
    build: list[str | Path] = [python, "-m", "PyInstaller", "--noconfirm", "--clean", "--workpath"]
    call(*build, BUILD / "dist", "--distpath", ROOT / "dist", *extra, "installer.spec")
    folder = ROOT / "dist" / "ita-desktop"
    program = folder / f"ita-desktop-debug{'.exe' if os.name == 'nt' else ''}"
    prove(program)
    say(f"portable: {portable(folder)}")
    return 0


def prove(program: Path) -> None:
    """Have a build test itself; it must say nothing on stderr, where a missing part would complain."""
    told = subprocess.run([program, "--self-test"], env=offscreen(), stderr=subprocess.PIPE, check=False)
    complaint = told.stderr.decode("utf-8", "replace").strip()
    if told.returncode or complaint:
        message = f"the build failed its self-test (exit code {told.returncode}): {complaint}"
        raise Stop(message)


def portable(folder: Path) -> Path:
    """The folder as a zip that keeps settings and copies with it: the file `portable` inside says so."""
    text = re.search(r'__version__ = "([\d.]+)"', (ROOT / "ita_desktop/__init__.py").read_text("utf-8"))
    name = f"ita-desktop-{text[1] if text else '0'}-portable"
    place = ROOT / "dist" / f"{name}.zip"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            archive.write(path, Path(name) / path.relative_to(folder))
        archive.writestr(f"{name}/portable", "")
    return place


VERBS: dict[str, Callable[[Sequence[str]], int]] = {
    verb.__name__: verb
    for verb in (
        run, test, check, long, screens, manual, drawing, bench, i18n, icons, licences, bom, lock, wheel,
        dist,
    )
}  # fmt: skip


def usage() -> str:
    """The verbs, each with the first line of its docstring."""
    lines = [f"  {name:8} {(verb.__doc__ or '').strip()}" for name, verb in VERBS.items()]
    return "\n".join(["python3 dev.py VERB [arguments]", "", *lines])


def main(arguments: Sequence[str]) -> int:
    """Run one verb with what stands after it; a -- between them is left out."""
    if sys.version_info < (3, 11):  # noqa: UP036 - said in a sentence, where an older Python gets this far
        sys.exit("dev.py: Python 3.11 or newer is needed")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(
                errors="replace"
            )  # a Windows console that knows no Thai shows ? for a Thai path
    name = arguments[0] if arguments else ""
    if name not in VERBS:
        print(usage(), file=sys.stdout if name in {"-h", "--help", "help"} else sys.stderr)
        return 0 if name in {"-h", "--help", "help"} else 2
    try:
        return VERBS[name]([argument for argument in arguments[1:] if argument != "--"])
    except Stop as stop:
        say(str(stop))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
