"""Letting a stick go, for the window: what `support` knows of the system, offered where a person asks."""

from __future__ import annotations

from ita_desktop.support.eject import Ejected, eject

__all__ = ["Ejected", "eject"]
