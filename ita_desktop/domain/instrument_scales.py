"""The choices of an instrument file: scales named once and used by many items, or written in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.answers import CHOICE_SYMBOLS
from ita_desktop.domain.instrument import Choice, Question, Step
from ita_desktop.domain.instrument_mistakes import MistakeKind
from ita_desktop.domain.instrument_record import read_record
from ita_desktop.domain.instrument_spot import UNREAD, is_code

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from ita_desktop.domain.instrument_record import Record
    from ita_desktop.domain.instrument_spot import Spot

    Choices = tuple[Choice, ...]
    Scales = Mapping[str, Choices]

MOST_CHOICES = len(CHOICE_SYMBOLS)
"""An answer is kept as one character, so a question has no more choices than there are characters."""


def read_scales(record: Record) -> dict[str, Choices]:
    """Read the named scales of the file."""
    if "scales" not in record:
        return {}
    scales = {}
    for name, spot in record.fields["scales"].entries().items():
        if not is_code(name):
            spot.note(MistakeKind.BAD_CODE, name)
        scales[name] = _read_scored(spot)
    return scales


def read_choices(record: Record, scales: Scales) -> Choices | None:
    """Return the choices that an item names or writes; None where it has neither."""
    if "scale" in record and "choices" in record:
        record.spot.note(MistakeKind.CLASH, "scale, choices")
    if "choices" in record:
        return _read_scored(record.fields["choices"])
    if "scale" not in record:
        return None
    name = record.text("scale")
    if name and name not in scales:
        record.fields["scale"].note(MistakeKind.UNKNOWN_SCALE, name)
    return scales.get(name, ())


def read_steps(record: Record) -> tuple[Step, ...]:
    """Read the results that a checklist item can have; each score and each label stands for one step."""
    if "steps" not in record:
        return ()
    steps = tuple(Step(score, label) for label, score in _pairs(record.fields["steps"]))
    seen: set[Fraction] = set()
    for place, step in enumerate(steps):
        if step.score in seen - {UNREAD}:
            record.fields["steps"].item(place).at("score").note(MistakeKind.DUPLICATE, str(step.score))
        seen.add(step.score)
    return steps


def read_profile(spot: Spot) -> Question:
    """Read a question about the respondent: its choices are plain labels, for they carry no score."""
    record = read_record(spot, ("code", "text", "choices"))
    labels = record.texts("choices", 2, MOST_CHOICES)
    return Question(record.code("code"), record.text("text"), tuple(Choice(label) for label in labels))


def _read_scored(spot: Spot) -> Choices:
    """Read choices from the left, each with its own score: polarity is written, never guessed."""
    pairs = _pairs(spot)
    scores = {score for _, score in pairs}
    if len(pairs) > 1 and len(scores) == 1 and UNREAD not in scores:
        spot.note(MistakeKind.FLAT_SCALE)
    return tuple(Choice(label, score) for label, score in pairs)


def _pairs(spot: Spot) -> list[tuple[str, Fraction]]:
    """Read a list of labels with scores; no label may stand twice."""
    pairs: list[tuple[str, Fraction]] = []
    seen: set[str] = set()
    for each in spot.spots(2, MOST_CHOICES):
        record = read_record(each, ("label", "score"))
        label = record.text("label")
        if label and label in seen:
            each.at("label").note(MistakeKind.DUPLICATE, label)
        seen.add(label)
        pairs.append((label, record.number("score")))
    return pairs
