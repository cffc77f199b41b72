"""Python's garbage collector, kept on the window's thread.

Left to itself it runs on whatever thread happens to make the next object. On the worker's thread it would
destroy Qt objects that only the window's thread may touch, and the program would end without a word. So it is
switched off while a worker lives, and a timer of the window does its work.
"""

from __future__ import annotations

import gc

import shiboken6
from PySide6.QtCore import QObject, QTimer

EVERY = 1000
"""Milliseconds between two looks; a look that finds too little to collect costs nothing."""

_living: set[int] = set()


class WindowCollector(QObject):
    """Collects on the window's thread for as long as it lives; several may live at once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        _living.add(id(self))
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(collect_if_due)
        self._timer.start()

    def stop(self) -> None:
        """Give the collector back to Python when no worker is left."""
        if shiboken6.isValid(self._timer):  # Qt may have ended it with its window
            self._timer.stop()
        _living.discard(id(self))
        if not _living:
            gc.enable()


def collect_if_due() -> None:
    """Collect the oldest generation whose count has passed Python's own threshold."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
