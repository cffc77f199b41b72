# ruff: noqa: INP001 - a tool beside its data
"""Make words_th.txt from PyThaiNLP's list: python clean_words.py SOURCE words_th.txt.

A tokenizer that takes the fewest words prefers long entries. That harms line breaks in three ways, so these
go: entries with spaces or foreign letters; การ… before another entry (กระบวนการบริหาร would be cut
กระบวน|การบริหาร, and the typesetter keeps การ with its word anyway); and phrases of three words or more.

Added are …กรรม with การ (กิจกรรมการ…, else cut กิจ|กรรมการ; the typesetter parts the two again) and words of
municipal papers that the list lacks.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

THAI = re.compile(r"[ก-ฮฤฦ\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]{2,}")
LONG = 15
LEAST_PART = 3
HARMFUL = frozenset(("ใจถึง", "โทษทางวินัย", "กาน", "ตรกา"))
"""Entries that win against the usual reading: เข้าใจ|ถึง, ลงโทษ|ทางวินัย."""


def divides(word: str, words: set[str], parts: int) -> bool:
    """Whether a word is at least `parts` other entries set side by side."""
    if parts <= 1 and word in words:
        return True
    return any(
        word[:cut] in words and divides(word[cut:], words, max(parts - 1, 1))
        for cut in range(2 if parts <= 1 else LEAST_PART, len(word) - 1)
    )


def clean(source: list[str], added: list[str]) -> list[str]:
    """Return the entries that help."""
    words = {word for word in map(str.strip, source) if THAI.fullmatch(word)} | {"ณ"}
    words -= HARMFUL | {word for word in words if word.startswith("การ") and word[3:] in words}
    words -= {word for word in words if len(word) >= LONG and divides(word, words - {word}, 3)}
    deeds = {word + "การ" for word in words if word.endswith("กรรม") and word != "กรรม"}
    return sorted(words | deeds | {word for word in added if THAI.fullmatch(word)})


if __name__ == "__main__":
    office = Path(__file__).with_name("office_words.txt").read_text(encoding="utf-8").split()
    entries = clean(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines(), office)
    Path(sys.argv[2]).write_text("\n".join(entries) + "\n", encoding="utf-8")
