"""Top floor: the window, one of the two faces of the services. The only Qt in the program."""

from __future__ import annotations

from ita_desktop.ui import reference_guard

reference_guard.guard()
