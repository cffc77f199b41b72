"""The catalogues of sentences: gathered from the source, .po for people, .mo for the program.

This is the `i18n` verb of dev.py, and what tests hold the files in `resources/i18n` against. Babel is used
here alone: the program reads the .mo with the standard library. The files name no dates and no line numbers,
so that they change only when a sentence does.
"""

from __future__ import annotations

import io
import json
import string
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from ita_desktop.support.language import DOMAIN, catalogue_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Message

PACKAGE = catalogue_folder().parent.parent / "ita_desktop"
TEMPLATE = catalogue_folder() / f"{DOMAIN}.pot"
ENGLISH = catalogue_folder() / "en" / "LC_MESSAGES" / f"{DOMAIN}.po"
COMPILED = ENGLISH.with_suffix(".mo")
KEYWORDS = {"tr": None, "ntr": (1, 2), "mark": None}
NO_DATE = datetime(2025, 1, 1, tzinfo=UTC)

Key = tuple[str, ...]
"""A sentence, or its forms for one and for many."""


def gather(package: Path = PACKAGE) -> Catalog:
    """Every sentence that the program marks for translation, with the files that use it."""
    found = _without_dates(Catalog(charset="utf-8", fuzzy=False))
    found.header_comment = "# Sentences of ITA Desktop. The source text is Thai."
    for name, _line, message, comments, _context in extract_from_dir(
        package, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("Note:",)
    ):
        found.add(message, locations=[(f"ita_desktop/{name}", 0)], auto_comments=comments)
    return found


def english() -> Catalog:
    """The English catalogue as people edit it; empty where it does not exist yet."""
    if not ENGLISH.exists():
        return Catalog(locale="en", domain=DOMAIN, charset="utf-8", fuzzy=False)
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en", domain=DOMAIN, charset="utf-8")


def updated() -> Catalog:
    """The English catalogue with exactly the sentences that the program has now."""
    catalogue = english()
    catalogue.update(gather(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    catalogue.header_comment = "# English for ITA Desktop. The source text is Thai."
    return _without_dates(catalogue)


def _without_dates(catalogue: Catalog) -> Catalog:
    """The same with a head that never changes by itself."""
    catalogue.project, catalogue.version = "ITA Desktop", "1"
    catalogue.creation_date = catalogue.revision_date = NO_DATE
    catalogue.msgid_bugs_address = catalogue.last_translator = catalogue.language_team = "ITA Desktop"
    return catalogue


def as_po(catalogue: Catalog) -> bytes:
    """The catalogue as a file for people."""
    out = io.BytesIO()
    write_po(out, catalogue, width=0, sort_output=True, include_lineno=False, ignore_obsolete=True)
    return out.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """The catalogue as the program reads it."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def messages(catalogue: Catalog) -> Iterator[tuple[Key, Key]]:
    """Each sentence and its translation, both as tuples of forms."""
    for message in catalogue:
        if message.id:
            yield _forms(message.id), _forms(message.string)


def missing(catalogue: Catalog) -> list[Key]:
    """Sentences that have no translation, or not all of its forms."""
    return sorted(source for source, target in messages(catalogue) if not target or not all(target))


def wrong_fields(catalogue: Catalog) -> list[Key]:
    """Sentences whose translation fills in other values than the Thai does: they would fail when shown."""
    return sorted(
        source
        for source, target in messages(catalogue)
        if target and all(target) and set().union(*map(_fields, target)) != set().union(*map(_fields, source))
    )


def fill(catalogue: Catalog, words: dict[str, str | list[str]]) -> None:
    """Write English into the gaps; the key is the Thai, its form for one where there are two."""
    for message in catalogue:
        source = _forms(message.id)
        if source and source[0] in words and not (message.string and all(_forms(message.string))):
            english_words = words[source[0]]
            message.string = english_words if isinstance(english_words, str) else tuple(english_words)


def write(words: dict[str, str | list[str]] | None = None) -> Catalog:
    """Bring the three files up to date, filled with `words`; return the English catalogue."""
    catalogue = updated()
    fill(catalogue, words or {})
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_bytes(as_po(gather()))
    ENGLISH.write_bytes(as_po(catalogue))
    COMPILED.write_bytes(as_mo(catalogue))
    return catalogue


def _forms(text: Message | str | list[str] | tuple[str, ...] | None) -> Key:
    """One form or several, as a tuple."""
    if isinstance(text, (list, tuple)):
        return tuple(text)
    return (str(text),) if text else ()


def _fields(text: str) -> set[str]:
    """The names between braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def main(arguments: list[str]) -> int:
    """Update the files; --missing only lists what has no English yet (exit 1 if there is any).

    `--fill FILE.json` writes the English from a file of Thai to English into the gaps.
    """
    only_list = "--missing" in arguments
    filling = Path(arguments[arguments.index("--fill") + 1]) if "--fill" in arguments else None
    words = json.loads(filling.read_text("utf-8")) if filling else {}
    catalogue = updated() if only_list else write(words)
    gaps, wrong = missing(catalogue), wrong_fields(catalogue)
    for source in gaps:
        print(" / ".join(source))
    for source in wrong:
        print(f"other values in braces: {' / '.join(source)}")
    print(f"{len(catalogue)} sentences, {len(gaps)} without English, {len(wrong)} wrong", file=sys.stderr)
    return 1 if only_list and (gaps or wrong) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
