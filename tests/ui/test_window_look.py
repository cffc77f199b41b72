"""The look: contrast that can be read, marks that are not cut, choices that survive a damaged file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QKeySequence, QPaintEvent
from PySide6.QtTest import QTest

from ita_desktop.domain.problems import FieldFault
from ita_desktop.ui import qt_thai, theme, user_settings
from ita_desktop.ui.palettes import COLOURS, MARK_PAIRS, TEXT_PAIRS, Pair, Palette
from ita_desktop.ui.prose import prose, use_thai_digits
from ita_desktop.ui.user_settings import UserSettings
from ita_desktop.ui.widgets.calendar_popup import CalendarPopup, months_later
from ita_desktop.ui.widgets.date_field import DateField
from ita_desktop.ui.widgets.keys import key_words, sequence
from ita_desktop.ui.widgets.labels import Text
from tests.helpers.source import SOURCES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2."""
    color = QColor(colour)
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(pair: Pair, palette: Palette) -> float:
    """How much two tokens stand apart in a palette: 1 for alike, 21 for black on white."""
    colours = COLOURS[palette]
    light, dark = sorted((luminance(colours[pair.text]), luminance(colours[pair.ground])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", Palette)
def test_text_stands_out_from_its_ground(palette: Palette) -> None:
    """Every pair of colours that carries text reaches AA contrast; in high contrast AAA."""
    least = 7.0 if palette is Palette.CONTRAST else 4.5
    weak = {pair: round(contrast(pair, palette), 2) for pair in TEXT_PAIRS if contrast(pair, palette) < least}
    assert weak == {}


@pytest.mark.parametrize("palette", Palette)
def test_edges_and_marks_can_be_seen(palette: Palette) -> None:
    """What shows where a field ends, where the cursor is and what is wrong reaches 3:1 (WCAG 1.4.11)."""
    weak = [pair for pair in MARK_PAIRS if contrast(pair, palette) < 3.0]
    assert weak == []


def test_every_palette_knows_every_token() -> None:
    """A colour that only the light palette had would end the window by night."""
    assert {frozenset(colours) for colours in COLOURS.values()} == {frozenset(COLOURS[Palette.LIGHT])}


@pytest.mark.parametrize("palette", Palette)
def test_colours_follow_the_choice(qapp: QApplication, palette: Palette) -> None:
    """Style sheet, palette and what is drawn by hand change together, and a picture for paper stays light."""
    theme.apply(qapp, 100, palette)
    try:
        surface = QColor(COLOURS[palette]["surface"])
        assert theme.color(theme.SURFACE) == surface
        assert qapp.palette().base().color() == surface
        assert surface.name() in qapp.styleSheet()
        with theme.on_paper():
            assert theme.color(theme.SURFACE).name() == "#ffffff"
        assert theme.color(theme.SURFACE) == surface
    finally:
        theme.apply(qapp)


def test_nothing_in_the_window_moves_by_itself(qapp: QApplication) -> None:
    """Menus and lists appear; they do not slide or fade, whatever the system's setting."""
    theme.apply(qapp)
    assert [effect for effect in theme.MOVING if qapp.isEffectEnabled(effect)] == []
    animated = [path.name for path in SOURCES if "QPropertyAnimation" in path.read_text("utf-8")]
    assert animated == []


@pytest.mark.parametrize("wrap", [False, True])
def test_a_label_leaves_room_for_marks_above_marks(qtbot: QtBot, qapp: QApplication, wrap: bool) -> None:
    """Nothing of ที่ นี้ กุ้ง is cut: the label's first and last rows of pixels are empty."""
    theme.apply(qapp)
    label = Text("ที่ นี้ ฟื้น กุ้ง ผู้ ปฏิญญา กฎ", "body", wrap=wrap)
    qtbot.addWidget(label)
    label.setFixedWidth(300)
    label.setFixedHeight(label.heightForWidth(300) if wrap else label.sizeHint().height())
    picture = label.grab().toImage()
    ground = picture.pixelColor(picture.width() - 1, picture.height() - 1)
    for row in (0, picture.height() - 1):
        assert all(picture.pixelColor(x, row) == ground for x in range(picture.width()))


def test_digits_of_prose_follow_the_choice() -> None:
    """Thai digits by default, codes untouched; Arabic ones if the user wants them."""
    use_thai_digits(chosen=True)
    assert prose("ข้อ o2 อีก 14 ฉบับ") == "ข้อ o2 อีก ๑๔ ฉบับ"
    use_thai_digits(chosen=False)
    assert prose("ข้อ o2 อีก 14 ฉบับ") == "ข้อ o2 อีก 14 ฉบับ"
    use_thai_digits(chosen=True)


def test_keys_are_named_as_on_the_keyboard() -> None:
    """A key cap shows what stands on the key."""
    assert key_words("Ctrl+3") == "Ctrl 3"
    assert key_words("Return") == "Enter"
    assert key_words("+") == "+"
    assert key_words("1–3") == "1–3"


def test_the_two_enter_keys_stay_two_in_a_thai_window(qapp: QApplication) -> None:
    """Qt's Thai words call Return "Enter"; the shortcuts of the program are not read in them."""
    qt_thai.speak("th", qapp)
    try:
        assert sequence("Enter") == QKeySequence(Qt.Key.Key_Enter)
        assert sequence("Return") == QKeySequence(Qt.Key.Key_Return)
        assert key_words("Return") == "Enter"
    finally:
        qt_thai.speak("en", qapp)


@pytest.mark.parametrize("typed", ["24/3/63", "๒๔ มี.ค. ๒๕๖๓", "2020-03-24", "วันที่ 24 มีนาคม พ.ศ. 2563"])
def test_a_date_field_takes_every_form_and_shows_one(qtbot: QtBot, typed: str) -> None:
    """Whatever form a clerk types, the field writes the day out in Buddhist Era."""
    field = DateField()
    qtbot.addWidget(field)
    field.setText(typed)
    field.editingFinished.emit()
    assert field.text() == "๒๔ มี.ค. ๒๕๖๓"


def test_the_calendar_shows_the_buddhist_year_and_is_led_by_keys(qtbot: QtBot, qapp: QApplication) -> None:
    """Alt with the arrow down, a week on, a month on, Enter: the day stands in the field, written out."""
    theme.apply(qapp)
    use_thai_digits(chosen=True)
    field = DateField(date(2020, 3, 24))
    qtbot.addWidget(field)
    field.show()
    told: list[object] = []
    field.day_changed.connect(lambda: told.append(field.day))
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field.findChild(CalendarPopup)
    assert popup is not None
    assert popup.title.text() == "มีนาคม ๒๕๖๓"
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return):
        QTest.keyClick(popup.grid, key)
    assert field.text() == "๓๐ เม.ย. ๒๕๖๓"
    assert told == [date(2020, 4, 30)]


@pytest.mark.parametrize(("day", "months", "then"), [
    (date(2025, 1, 31), 1, date(2025, 2, 28)), (date(2025, 1, 31), -2, date(2024, 11, 30)),
    (date(2024, 12, 5), 1, date(2025, 1, 5)),
])  # fmt: skip
def test_a_month_later_is_never_beyond_the_month(day: date, months: int, then: date) -> None:
    """The 31st becomes the last of a shorter month."""
    assert months_later(day, months) == then


def test_a_date_field_leaves_what_it_cannot_read(qtbot: QtBot) -> None:
    """A date that is none stays as typed and is named as a fault of its field."""
    field = DateField()
    qtbot.addWidget(field)
    field.setText("31/2/68")
    field.editingFinished.emit()
    fault = field.fault("due")
    assert field.text() == "31/2/68"
    assert fault is not None
    assert (fault.field, fault.fault) == ("due", FieldFault.NOT_A_DATE)


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"language": "xx", "text_percent": 1e9, "recent": 3}'])
def test_damaged_choices_cost_the_choices_not_the_start(damage: str) -> None:
    """A file cut short by a power failure gives the defaults."""
    user_settings.settings_path().write_text(damage, "utf-8")
    assert user_settings.load() == UserSettings()


def test_choices_come_back_as_kept() -> None:
    """What was chosen is there at the next start."""
    chosen = UserSettings(
        "en", thai_digits=False, text_percent=130, beep=False, colours="dark", recent=("ก.ita",)
    )
    user_settings.save(chosen)
    assert user_settings.load() == chosen


def test_a_changed_text_leaves_no_marks_of_the_old_one(qtbot: QtBot) -> None:
    """A shown label repaints the room of its marks too: no head of an old tone mark stays above."""
    shown = Text("ยังไม่มีชุดที่เปิดอยู่ กู้ ปู่ ฟื้น", "title")
    qtbot.addWidget(shown)
    shown.resize(shown.sizeHint())
    painted: list[QRect] = []

    class Painted(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if isinstance(event, QPaintEvent):
                painted.append(event.rect())
            return False

    listener = Painted()
    shown.installEventFilter(listener)
    with qtbot.waitExposed(shown):
        shown.show()
    qtbot.waitUntil(lambda: bool(painted))
    painted.clear()
    shown.setText("ก")
    qtbot.waitUntil(lambda: bool(painted))
    assert painted[0] == shown.rect()
