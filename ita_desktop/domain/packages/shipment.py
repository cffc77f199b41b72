"""What headquarters sends down: corrections, figures, libraries, templates, keys, for one office or many."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from fractions import Fraction

    from ita_desktop.domain.checklist import ResultStage
    from ita_desktop.domain.packages.contents import Down
    from ita_desktop.domain.packages.keys import Party


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure of an office: `key` is a score's key such as `total` or `IIT`."""

    office_code: str
    key: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Judgement:
    """The assessor's result of an item of an office, and the comment."""

    office_code: str
    code: str
    stage: ResultStage
    result: Fraction | None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Shipment:
    """All that a package brings down: instruments, libraries (text) and templates (bytes) by name."""

    instruments: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    libraries: Mapping[str, str] = field(default_factory=dict)
    templates: Mapping[str, bytes] = field(default_factory=dict)
    keys: tuple[Party, ...] = ()

    @property
    def of_one_year(self) -> bool:
        """Whether something in it belongs to the package's own fiscal year."""
        return bool(self.figures or self.judgements)


class Fate(Enum):
    """What would become of a thing that came."""

    NEW = "new"
    SAME = "same"
    OLDER = "older"
    UNUSABLE = "unusable"


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that came beside the fields: an instrument, a library, a template, a key."""

    kind: Down
    name: str
    fate: Fate
