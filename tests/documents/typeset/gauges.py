"""Measure a set page from outside: how wide its gaps are, and whether its lines end where words end."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pymupdf

from tests.documents.typeset.readers import squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence


def widest_gaps(pdf: bytes) -> tuple[tuple[float, float], int]:
    """Widest white gap of each line in em, (worst, mean over all lines), and the number of pages."""
    gaps: list[float] = []
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        for page in document:
            for block in page.get_text("rawdict")["blocks"]:
                for line in block.get("lines", []):
                    gaps += _widest(line)
        return (max(gaps, default=0.0), statistics.fmean(gaps) if gaps else 0.0), len(document)


def _widest(line: dict[str, Any]) -> list[float]:
    """The widest gap between inked letters of a line, in a list; nothing for a line of one letter."""
    letters = [(c["bbox"], span["size"]) for span in line["spans"] for c in span["chars"] if c["c"].strip()]
    found = [(after[0] - before[2]) / size for (before, size), (after, _) in pairwise(letters)]
    return [max(found)] if found else []


def breaks_inside_words(pdf: bytes, paragraphs: Sequence[str]) -> str:
    """Share of line breaks that ICU's Thai dictionary (in Node) puts inside a word.

    '-' where it cannot be told.
    """
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        lines = [squeeze(line) for page in document for line in page.get_text().splitlines() if line.strip()]
    source = squeeze("".join(paragraphs))
    if not shutil.which("node") or "".join(lines) != source:
        return "-"
    ends, at = set(), 0
    for line in lines:
        at += len(line)
        ends.add(at)
    bounds, starts = _icu_bounds(paragraphs)
    inner = ends - starts
    return f"{len(inner - bounds)}/{len(inner)}"


_SEGMENTER = """
const words = new Intl.Segmenter("th", { granularity: "word" });
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map((t) => [...words.segment(t)].map((w) => w.index))));
"""


def _icu_bounds(paragraphs: Sequence[str]) -> tuple[set[int], set[int]]:
    """Word bounds and paragraph starts, counted in letters of the text without white space."""
    done = subprocess.run(
        ["node", "-e", _SEGMENTER], input=json.dumps(paragraphs), capture_output=True, check=True, text=True
    )
    bounds, starts, base = set(), set(), 0
    for text, found in zip(paragraphs, json.loads(done.stdout), strict=True):
        bounds |= {base + len(squeeze(text[:index])) for index in found}
        base += len(squeeze(text))
        starts.add(base)
    return bounds, starts
