"""The form of a link to published information, judged without a network."""

from __future__ import annotations

from urllib.parse import urlsplit


def checked_link(text: str) -> str | None:
    """Return the link as it is kept, or None if it cannot be a public web address.

    `www.office.go.th/x` gains `https://`; other schemes than http and https (javascript:, file:) are none,
    nor is a host without a dot.
    """
    link = text.strip()
    if "://" not in link and link.lower().startswith("www."):
        link = f"https://{link}"
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or "." not in host.strip(".") or any(c.isspace() for c in host):
        return None
    return link
