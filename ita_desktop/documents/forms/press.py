"""Print many pages that are mostly alike: what they share is drawn and stored once, however long the run.

Three hundred forms of two pages are six hundred pages of PDF but two drawings, each a form object that every
page shows under its own number. The typesetter's `render` draws each page anew: twenty times the file.
"""

from __future__ import annotations

import hashlib
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ita_desktop.documents.setting import FAMILIES, problems
from ita_desktop.documents.typeset.families import family as find_family
from ita_desktop.documents.typeset.inline import Typesetter
from ita_desktop.documents.typeset.metadata import info_dictionary, xmp_packet
from ita_desktop.documents.typeset.output_intent import output_intent
from ita_desktop.documents.typeset.pdfobjects import Name, PdfFile, Ref, Stream, array, dictionary, string
from ita_desktop.documents.typeset.pen import Pen
from ita_desktop.documents.typeset.registry import Registry
from ita_desktop.documents.typeset.sheet import Sheet, number
from ita_desktop.documents.typeset.style import MM
from ita_desktop.documents.typeset.tags import Element, StructureWriter
from ita_desktop.documents.typeset.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ita_desktop.documents.forms.layout import Area
    from ita_desktop.documents.typeset import DocumentInfo

Draw: TypeAlias = "Callable[[Pen], None]"
_LEVEL: Final = 6


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper in millimetres."""

    width: float
    height: float


A4: Final = Paper(210.0, 297.0)
A3: Final = Paper(297.0, 420.0)


class _Plate(Sheet):
    """A sheet whose ink carries no marks of structure: the page that shows it is tagged as a whole."""

    @contextmanager
    def tagged(self, element: Element | None) -> Iterator[None]:  # noqa: ARG002 - the sheet's own form
        """Draw without marking."""
        yield


@dataclass(slots=True)
class _Run:
    """One file being printed."""

    setter: Typesetter
    paper: Paper
    file: PdfFile = field(default_factory=PdfFile)
    registry: Registry = field(default_factory=Registry)
    contents: list[bytes] = field(default_factory=list)
    marks: list[list[Element]] = field(default_factory=list)

    def plate(self, draw: Draw) -> bytes:
        """Draw what pages share."""
        sheet = _Plate(self.registry, 0, self.paper.width * MM, self.paper.height * MM)
        draw(Pen(sheet, self.setter, 0.0, 0.0, self.paper.width))
        return _packed(sheet)

    def page(self, plate: int | None, draw: Draw) -> None:
        """Draw a page: the plate if it has one, then what is its own."""
        sheet = Sheet(self.registry, len(self.contents), self.paper.width * MM, self.paper.height * MM)
        with sheet.tagged(self.registry.root.add("P")):
            if plate is not None:
                sheet.ops.append(f"/{_plate_name(plate)} Do")
            draw(Pen(sheet, self.setter, 0.0, 0.0, self.paper.width))
        self.contents.append(_packed(sheet))
        self.marks.append(sheet.parents)

    def write(self, plates: Sequence[bytes], info: DocumentInfo) -> bytes:
        """Write the file. The same input gives the same bytes."""
        file = self.file
        fonts = dictionary(
            {use.key: file.reference(use.pdf_font(file)) for use in self.registry.fonts.values()}
        )
        lent = file.reference(dictionary({"Font": fonts}))
        forms = {
            _plate_name(i): file.reference(_form(plate, self.paper, lent)) for i, plate in enumerate(plates)
        }
        resources = file.reference(dictionary({"Font": fonts, "XObject": dictionary(forms)}))
        names = [f"Page{index + 1}" for index in range(len(self.contents))]
        kids = [self._page(index, name, resources) for index, name in enumerate(names)]
        file.pages["Kids"] = array(kids)
        file.pages["Count"] = len(kids)
        file.catalog["StructTreeRoot"] = StructureWriter(file, names).write(
            self.registry.root, self.marks, []
        )
        _describe(file, info)
        return file.write(info_dictionary(info), _file_id([*plates, *self.contents], info))

    def _page(self, index: int, name: str, resources: Ref) -> Ref:
        stream = Stream({"Filter": Name("FlateDecode")}, self.contents[index])
        entries: dict[str, Any] = {
            "Type": Name("Page"),
            "Parent": self.file.pages_reference,
            "MediaBox": _whole(self.paper),
            "Resources": resources,
            "Contents": self.file.reference(stream),
            "StructParents": index,
            "Tabs": Name("S"),
        }
        return self.file.reference(dictionary(entries), name)


def press(
    plates: Iterable[Draw],
    pages: Iterable[tuple[int | None, Draw]],
    info: DocumentInfo,
    *,
    paper: Paper = A4,
    words: Iterable[str] = (),
) -> bytes:
    """Print pages: each names its plate by its place in `plates` and draws what is its own over it.

    Pens have their origin at the top left corner of the sheet. CharacterUnprintable, FontUnknown.
    """
    with problems():
        run = _Run(Typesetter(find_family(FAMILIES[0]), Words(words)), paper)
        drawn = [run.plate(draw) for draw in plates]
        for plate, draw in pages:
            run.page(plate, draw)
        return run.write(drawn, info)


def press_one(draw: Draw, info: DocumentInfo, *, paper: Paper = A4, words: Iterable[str] = ()) -> bytes:
    """Print a single page; as `press`."""
    return press([], [(None, draw)], info, paper=paper, words=words)


def fill_rectangles(pen: Pen, areas: Iterable[Area]) -> None:
    """Fill rectangles black as one path of decoration: bars of a code would each weigh as much."""
    left, top = pen.x0, pen.sheet.height - pen.y0
    path = [
        " ".join(
            number(length)
            for length in (left + area.x * MM, top - (area.y + area.h) * MM, area.w * MM, area.h * MM)
        )
        + " re"
        for area in areas
    ]
    with pen.sheet.tagged(None):
        pen.sheet.ops.append(f"q 0 0 0 rg {' '.join(path)} f Q")


def _plate_name(index: int) -> str:
    return f"Fm{index + 1}"


def _packed(sheet: Sheet) -> bytes:
    """Compress a sheet's ink.

    A stream whose last byte happens to be a line end is padded: strict checkers take that byte for the line
    end before `endstream` and find the stream one byte short.
    """
    content = "\n".join(sheet.ops).encode("ascii")
    packed = zlib.compress(content, _LEVEL)
    while packed[-1:] in (b"\r", b"\n"):
        content += b"\n"
        packed = zlib.compress(content, _LEVEL)
    return packed


def _whole(paper: Paper) -> Any:  # noqa: ANN401 - untyped in ReportLab
    return array([0, 0, round(paper.width * MM, 3), round(paper.height * MM, 3)])


def _form(content: bytes, paper: Paper, resources: Ref) -> Stream:
    entries: dict[str, Any] = {
        "Type": Name("XObject"),
        "Subtype": Name("Form"),
        "BBox": _whole(paper),
        "Resources": resources,
        "Filter": Name("FlateDecode"),
    }
    return Stream(entries, content)


def _describe(file: PdfFile, info: DocumentInfo) -> None:
    """Say language, title display, metadata and colours, as PDF/A-2u and PDF/UA-1 ask."""
    metadata = Stream({"Type": Name("Metadata"), "Subtype": Name("XML")}, xmp_packet(info))
    file.catalog["Lang"] = string(info.language)
    file.catalog["MarkInfo"] = dictionary({"Marked": "true"})
    file.catalog["ViewerPreferences"] = dictionary({"DisplayDocTitle": "true"})
    file.catalog["Metadata"] = file.reference(metadata)
    file.catalog["OutputIntents"] = array([output_intent(file)])


def _file_id(contents: Sequence[bytes], info: DocumentInfo) -> bytes:
    digest = hashlib.sha256(repr(info).encode())
    for content in contents:
        digest.update(content)
    return digest.digest()[:16]
