"""The form of links, judged without a network; years as titles and addresses name them."""

from __future__ import annotations

import pytest

from ita_desktop.domain.checklist_years import must_differ, strange_years, strange_years_in_link, years_in
from ita_desktop.domain.instrument import Item
from ita_desktop.domain.links import LinkFault, checked_link, link_faults, same_link

SITE = "https://www.tambon-tuayang.go.th"
PLAN = Item("o6", "แผนและความก้าวหน้าในการดำเนินงานและการใช้งบประมาณประจำปี พ.ศ. 2568")
REPORT = Item("o7", "รายงานผลการดำเนินงานประจำปี พ.ศ. 2567")
STRATEGY = Item("o5", "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน")
ABOUT = Item("o1", "โครงสร้างและอำนาจหน้าที่")


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JavaScript://www.office.go.th/%0aalert(1)",
        "file:///C:/ita/o1.pdf",
        "data:text/html,x",
        "https://admin:secret@www.office.go.th/o1",
        "https://localhost/o1",
        "https://[::1",
        "https://www.office .go.th/x",
        "แผนปี 2568",
        "https://www.office.go.th/" + "x" * 2000,
    ],
)
def test_what_is_no_public_address_is_none(text: str) -> None:
    """Scripts, local files, passwords, hosts that are none, a link longer than any."""
    assert checked_link(text) is None
    assert link_faults(text, SITE) == (LinkFault.NOT_A_LINK,)


@pytest.mark.parametrize(
    ("link", "faults"),
    [
        (f"{SITE}/ita/2568/o1", ()),
        ("http://tambon-tuayang.go.th/ita/ข้อมูลผู้บริหาร", ()),
        ("https://ita.tambon-tuayang.go.th/o1", ()),
        (f"{SITE}/index.php?page=o1", ()),
        (f"{SITE}/author/blog", ()),
        ("https://tambon-tuayang.go.th.example.com/o1", (LinkFault.OTHER_DOMAIN,)),
        ("https://drive.google.com/file/d/1", (LinkFault.OTHER_DOMAIN,)),
        ("https://eviltambon-tuayang.go.th/o1", (LinkFault.OTHER_DOMAIN,)),
        (f"{SITE}/admin/login.php", (LinkFault.LOGIN,)),
        (f"{SITE}/search?keyword=ita", (LinkFault.SEARCH,)),
        (f"{SITE}/%E0%B8%84%E0%B9%89%E0%B8%99%E0%B8%AB%E0%B8%B2/", (LinkFault.SEARCH,)),
        (f"{SITE}/", (LinkFault.HOME_PAGE,)),
    ],
)
def test_what_an_assessor_would_hold_against_a_link_is_named(
    link: str, faults: tuple[LinkFault, ...]
) -> None:
    """Main domain and below it, Thai paths; no login page, no search result, no bare home page."""
    assert link_faults(link, SITE) == faults


def test_without_a_known_website_no_domain_is_strange() -> None:
    """What is not known cannot be held against anyone."""
    assert link_faults("https://anything.or.th/o1", "") == ()


def test_the_same_page_is_the_same_link() -> None:
    """Scheme, `www.`, a last slash and percent signs make no other page; a query does."""
    assert same_link("http://www.a.go.th/ข้อ/", "https://a.go.th/%E0%B8%82%E0%B9%89%E0%B8%AD")
    assert not same_link("https://a.go.th/x?id=1", "https://a.go.th/x?id=2")


def test_years_are_read_as_offices_write_them() -> None:
    """Thai digits, Christian years, spans; a longer number is no year."""
    assert years_in("แผนปี ๒๕๖๘") == {2568}
    assert years_in("/uploads/2025/05/x") == {2568}
    assert years_in("แผนพัฒนา 2566-2570") == {2566, 2567, 2568, 2569, 2570}
    assert years_in("แผนพัฒนา 2566-70") == {2566, 2567, 2568, 2569, 2570}
    assert years_in("รหัส 125681, 25689") == frozenset()
    assert years_in("ไม่มีปี") == frozenset()


def test_a_proof_of_another_year_is_strange() -> None:
    """A report is of its own year; the folder of this ITA year is nobody's fault; a span covers."""
    assert strange_years(REPORT, 2568, "รายงานผล 2568") == {2568}
    assert strange_years(REPORT, 2568, "รายงานผล 2567") == frozenset()
    assert strange_years(STRATEGY, 2568, "แผนพัฒนา 2566-2570") == frozenset()
    assert strange_years_in_link(REPORT, 2568, f"{SITE}/ita/2568/o7") == frozenset()
    assert strange_years_in_link(PLAN, 2568, f"{SITE}/ita/2566/o6") == {2566}


def test_plan_and_report_cannot_be_one_page() -> None:
    """Nor can items that name different years; what names none may share."""
    assert must_differ(PLAN, REPORT)
    assert must_differ(REPORT, PLAN)
    assert not must_differ(ABOUT, STRATEGY)
