"""The entry point: `ita-desktop` and `python -m ita_desktop`."""

from __future__ import annotations

import sys

from ita_desktop.app import start


def main() -> None:
    """Start the program and end with its exit code."""
    sys.exit(start(sys.argv[1:]))


if __name__ == "__main__":
    main()
