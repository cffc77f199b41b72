"""The form of a link to published information, judged without a network."""

from __future__ import annotations

import re
from enum import Enum
from urllib.parse import parse_qsl, unquote, urlsplit

LONGEST_LINK = 2000
_LOGIN = re.compile(r"(^|[/_.-])(log-?in|sign-?in|wp-admin|auth|oauth|logon)([/_.-]|$)", re.IGNORECASE)
_SEARCH = re.compile(r"(^|/)(search|find|ค้นหา)(\.\w+)?(/|$)", re.IGNORECASE)
_QUERIES = frozenset({"q", "s", "query", "search", "keyword", "keywords"})
_LOGIN_QUERIES = frozenset({"login", "signin", "redirect_to", "loggedout"})


class LinkFault(Enum):
    """Why an assessor would not take a link, as far as its form tells."""

    NOT_A_LINK = "not-a-link"
    OTHER_DOMAIN = "other-domain"
    LOGIN = "login"
    SEARCH = "search"
    HOME_PAGE = "home-page"


def checked_link(text: str) -> str | None:
    """Return the link as it is kept, or None if it cannot be a public web address.

    `www.office.go.th/x` gains `https://`; other schemes than http and https (javascript:, file:) are none,
    nor is a host without a dot, nor one with a name and password before it.
    """
    link = text.strip()
    if "://" not in link and link.lower().startswith("www."):
        link = f"https://{link}"
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
        secret = parts.username is not None
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or "." not in host.strip(".") or any(c.isspace() for c in host):
        return None
    return None if secret or len(link) > LONGEST_LINK else link


def host_of(link: str) -> str:
    """Return a link's host without `www.`, in small letters; empty if it has none."""
    checked = checked_link(link if "://" in link or not link else f"https://{link}")
    host = urlsplit(checked).hostname or "" if checked else ""
    return host.removeprefix("www.").rstrip(".")


def on_website(link: str, website: str) -> bool:
    """Tell whether a link lies on the office's main website or below it; any does while that is unknown."""
    main, host = host_of(website), host_of(link)
    return not main or host == main or host.endswith(f".{main}")


def link_faults(text: str, website: str) -> tuple[LinkFault, ...]:
    """Return what an assessor would hold against a link; `website` is the office's main one, or empty."""
    link = checked_link(text)
    if link is None:
        return (LinkFault.NOT_A_LINK,)
    parts = urlsplit(link)
    path = unquote(parts.path)
    queries = {name.lower() for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    found = (
        (LinkFault.OTHER_DOMAIN, not on_website(link, website)),
        (LinkFault.LOGIN, bool(_LOGIN.search(path)) or bool(queries & _LOGIN_QUERIES)),
        (LinkFault.SEARCH, bool(_SEARCH.search(path)) or bool(queries & _QUERIES)),
        (LinkFault.HOME_PAGE, path.strip("/") in {"", "index.php", "index.html"} and not parts.query),
    )
    return tuple(fault for fault, holds in found if holds)


def same_link(first: str, second: str) -> bool:
    """Tell whether two links lead to the same page: host, path and query, whatever the scheme or `www.`."""
    return link_key(first) == link_key(second)


def link_key(link: str) -> str:
    """Return what is the same for links to the same page."""
    parts = urlsplit(link)
    query = f"?{parts.query}" if parts.query else ""
    return f"{host_of(link)}{unquote(parts.path).rstrip('/')}{query}"
