"""Thai for Qt's own words: buttons, file dialogs, context menus, print preview, names of keys.

Qt ships no Thai, so its dialogs would stand in English in a Thai window. The words are data
(`resources/i18n/qt_th.json`: context, English, Thai), read by a translator that Qt asks for each string.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QTranslator

from ita_desktop.support.paths import resource

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication, QObject

    from ita_desktop.support.language import Language

_installed: list[QtThai] = []  # Qt keeps no reference of its own: a lost translator falls silent


class QtThai(QTranslator):
    """Answers Qt's question for a string with the Thai; strings it does not know stay as they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        text = resource("i18n", "qt_th.json").read_text("utf-8")
        self._words: dict[str, dict[str, str]] = json.loads(text)

    def isEmpty(self) -> bool:
        """Tell Qt that there is something to ask: it would not announce an empty translator."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """The Thai for a string of Qt, or None, upon which Qt uses its own English."""
        return self._words.get(context, {}).get(sourceText)


def speak(language: Language, application: QCoreApplication) -> None:
    """Have Qt's own words follow the language of the program."""
    while _installed:
        application.removeTranslator(_installed.pop())
    if language == "th":
        translator = QtThai(application)
        _installed.append(translator)
        application.installTranslator(translator)
