"""No network: whatever opens a socket in a test fails, but in the files whose subject a network is.

An audit hook sees every socket that Python makes, also a library's. It cannot be taken out again, so it asks
a switch; what it refused is remembered too, for the code that tried may swallow the refusal.
"""

from __future__ import annotations

import sys

EVENTS = frozenset({
    "socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
    "socket.gethostbyname", "socket.gethostbyaddr",
})  # fmt: skip
MAY_USE_A_NETWORK = (
    "tests/services/test_link_check.py",  # check-links, which a person starts, against a server of the test
    "tests/cli/test_links.py",  # the same from the command line
    "tests/services/headquarters/",  # a headquarters' PostgreSQL, whose address was given
)


class NetWatch:
    """The switch, and what was refused since it was last asked."""

    def __init__(self) -> None:
        self.refusing = False
        self.refused: list[str] = []
        sys.addaudithook(self._heard)

    def _heard(self, event: str, arguments: tuple[object, ...]) -> None:
        """Refuse an event of the network."""
        if event in EVENTS and self.refusing:
            self.refused.append(f"{event} {arguments[1:]}")
            raise PermissionError(event)

    def taken(self) -> list[str]:
        """Return what was refused, and forget it."""
        found, self.refused = self.refused, []
        return found


def may_use_a_network(path: str) -> bool:
    """Whether a network is what a test file is about."""
    return any(name in path.replace("\\", "/") for name in MAY_USE_A_NETWORK)
