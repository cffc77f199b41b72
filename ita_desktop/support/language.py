"""The language of the interface: Thai as written in the source, English from a catalogue.

A sentence for the user is written in Thai at the place where it is used, `tr("บันทึกแล้ว")`, and stands there as
staff read it; the catalogue (`resources/i18n`, made by `python3 dev.py i18n`) turns it to English. Values are
filled in after translation: `tr("ข้อ {code} ยังว่าง").format(code=code)`.
"""

from __future__ import annotations

import gettext
from typing import TYPE_CHECKING, Literal, get_args

from ita_desktop.support.paths import RESOURCES

if TYPE_CHECKING:
    from pathlib import Path

Language = Literal["th", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
DOMAIN = "ita_desktop"


class _State:
    """The catalogue in use; one for the program, for a window speaks one language at a time."""

    language: Language = "th"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def catalogue_folder() -> Path:
    """Where the catalogues lie, as gettext expects them: `en/LC_MESSAGES/ita_desktop.mo`."""
    return RESOURCES / "i18n"


def set_language(language: Language) -> None:
    """Speak `language` from now on; texts already shown are not touched.

    Raises:
        FileNotFoundError: the catalogue is missing from the installation.
    """
    if language == "th":
        _State.catalogue = gettext.NullTranslations()
    else:
        _State.catalogue = gettext.translation(DOMAIN, catalogue_folder(), languages=[language])
    _State.language = language


def current_language() -> Language:
    """The language spoken now."""
    return _State.language


def tr(text: str) -> str:
    """`text` in the user's language; the Thai must stand in the call itself, where the catalogue finds it."""
    return _State.catalogue.gettext(text) if text else ""


def ntr(one: str, many: str, count: int) -> str:
    """The form for `count` things. Thai often writes both alike; English does not."""
    return _State.catalogue.ngettext(one, many, count)


def mark(text: str) -> str:
    """Put `text` in the catalogue and leave it Thai: for tables made before the language is chosen."""
    return text
