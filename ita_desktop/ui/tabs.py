"""The one table of tabs: name, key, and which page fills it. Pages are imported when first opened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ita_desktop.support.language import mark, tr

PAGES = "ita_desktop.ui.pages"
"""The package of the pages."""


class Tab(Enum):
    """A tab of the window, by the number that opens it with Ctrl."""

    OVERVIEW = 1
    ROSTER = 2
    ENTRY = 3
    CHECKLIST = 4
    MEASURES = 5
    RESULTS = 6
    DOCUMENTS = 7
    USB = 8


@dataclass(frozen=True, slots=True)
class TabEntry:
    """How a tab is called and where its page class lies, as `module:Class` below `ita_desktop.ui.pages`."""

    tab: Tab
    thai_title: str
    page: str

    @property
    def title(self) -> str:
        """The tab's name in the user's language."""
        return tr(self.thai_title)

    @property
    def keys(self) -> str:
        """The shortcut, as Qt writes it."""
        return f"Ctrl+{self.tab.value}"


TABS = (
    TabEntry(Tab.OVERVIEW, mark("ภาพรวม"), "overview:OverviewPage"),
    TabEntry(Tab.ROSTER, mark("ผู้มีส่วนได้ส่วนเสีย"), "roster:RosterPage"),
    TabEntry(Tab.ENTRY, mark("บันทึกแบบสอบถาม"), "entry:EntryPage"),
    TabEntry(Tab.CHECKLIST, mark("OIT"), "checklist:ChecklistPage"),
    TabEntry(Tab.MEASURES, mark("มาตรการ"), "measures:MeasuresPage"),
    TabEntry(Tab.RESULTS, mark("ผลประเมิน"), "results:ResultsPage"),
    TabEntry(Tab.DOCUMENTS, mark("เอกสาร"), "documents:DocumentsPage"),
    TabEntry(Tab.USB, mark("รับ–ส่ง USB"), "usb:UsbPage"),
)
