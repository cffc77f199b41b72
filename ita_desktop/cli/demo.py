"""The demo's files: the whole main job in one folder, never over files that are not the demo's own.

A record in the folder says which files the demo wrote and with which SHA-256; only those are replaced.
Whoever has worked in the sample office and would lose it is told instead.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.cli.output import write_output
from ita_desktop.cli.packages import paper_file, rendered_papers
from ita_desktop.domain.problems import FileExists, FileMissing, ReadOnly
from ita_desktop.support.atomic import sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


RECORD = "demo.json"
WORKBOOK = "ผลคะแนน-2568.xlsx"


def make_demo(folder: Path) -> Iterator[Path]:
    """Do the whole main job in `folder`, yielding each file once it is written.

    Raises FileExists, with nothing touched, where a file of the demo was changed since or is another's; and
    what the services raise.
    """
    _make_folder(folder)
    _clear(folder)
    mine: list[Path] = []
    try:
        for path in _write_all(folder):
            mine.append(path)
            yield path
    finally:
        _remember(folder, mine)


def _make_folder(folder: Path) -> None:
    """Make the folder where it is missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise FileExists(folder) from error
    except FileNotFoundError as error:
        raise FileMissing(folder.parent) from error
    except OSError as error:
        raise ReadOnly(folder) from error


def _clear(folder: Path) -> None:
    """Remove what an earlier demo wrote, if all of it is still as written; FileExists otherwise."""
    known = {folder / name: digest for name, digest in _known(folder).items() if Path(name).name == name}
    there = [path for path in known if path.is_file()]
    for path in there:
        if sha256_of(path) != known[path]:
            raise FileExists(path)
    for path in folder.iterdir():
        if path not in known and path.suffix in {".ita", ".pdf", ".xlsx"}:
            raise FileExists(path)
    for path in there:
        path.unlink()


def _known(folder: Path) -> Mapping[str, str]:
    """Return what the record says; nothing where it is missing or not ours."""
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    files = record.get("files") if isinstance(record, dict) else None
    return files if isinstance(files, dict) else {}


def _remember(folder: Path, mine: Iterable[Path]) -> None:
    """Keep the record of what was written, as it is now that nothing writes to it any more."""
    files = {path.name: sha256_of(path) for path in mine}
    write_output(folder / RECORD, json.dumps({"files": files}, ensure_ascii=False, indent=1).encode())


def _write_all(folder: Path) -> Iterator[Path]:
    """Write the office file, the papers, the workbook and the package."""
    from ita_desktop.services import sample
    from ita_desktop.support import clock

    workspace = sample.make(folder / sample.FILE_NAME, clock.now)
    try:
        yield folder / sample.FILE_NAME
        papers = rendered_papers(workspace)
        for kind in workspace.papers.kinds():
            path = folder / f"{kind.title}.pdf"
            write_output(path, papers[paper_file(kind.code)])
            yield path
        yield workspace.transfer.write_results(folder / WORKBOOK)
        _, receipt = workspace.transfer.export(folder, papers)
        yield receipt.path
    finally:
        workspace.close()
