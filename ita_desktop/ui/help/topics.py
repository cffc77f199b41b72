"""The topics of the guide: one Markdown file each, in the user's language, in the order of the year.

A tab's topic has the name of its page's module, so that F1 finds the part of a page that was added tomorrow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.thai_text import search_key
from ita_desktop.support.language import current_language
from ita_desktop.support.paths import RESOURCES, resource

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.support.language import Language
    from ita_desktop.ui.tabs import TabEntry

FIRST = "start"
ORDER = (
    FIRST, "overview", "roster", "entry", "checklist", "measures", "results", "documents", "usb", "safety",
    "keys", "glossary", "course",
)  # fmt: skip
"""Every topic, as the manual has them."""
PICTURE = "!["


@dataclass(frozen=True, slots=True)
class Topic:
    """A part of the guide: its name in the program, and its Markdown."""

    name: str
    text: str

    @property
    def title(self) -> str:
        """The heading that it begins with."""
        return self.text.partition("\n")[0].removeprefix("# ").strip()

    @property
    def bare(self) -> str:
        """The text without pictures, which only the printed manual has."""
        return "\n".join(line for line in self.text.splitlines() if not line.startswith(PICTURE))

    def has(self, words: str) -> bool:
        """Whether the topic has the words, however their marks and digits are typed."""
        return search_key(words) in search_key(self.text)


def folder(language: Language | None = None) -> Path:
    """Where the topics of a language lie; the user's own by default."""
    return RESOURCES / "help" / (language or current_language())


def topics() -> tuple[Topic, ...]:
    """Every topic in the user's language; FileNotFoundError where the installation is incomplete."""
    return tuple(topic(name) for name in ORDER)


def topic(name: str) -> Topic:
    """One topic in the user's language."""
    return Topic(name, resource("help", current_language(), f"{name}.md").read_text("utf-8"))


def topic_of(entry: TabEntry) -> str:
    """The topic of a tab; the first one if nobody has written the tab's own yet."""
    name = entry.page.partition(":")[0]
    return name if name in ORDER else FIRST
