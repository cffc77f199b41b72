"""One way from blocks to a PDF for every paper: its faults become problems that a person can understand."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from ita_desktop.documents.typeset import (
    DoesNotFit,
    EmbeddingForbidden,
    FontUnreadable,
    MissingGlyph,
    PageSetup,
    PictureUnreadable,
    TableMalformed,
    UnknownFamily,
    WordListMissing,
    installed_families,
    render,
)
from ita_desktop.domain.papers import (
    CharacterUnprintable,
    FontFault,
    FontUnknown,
    FontUnusable,
    PageOverflow,
    PictureUnusable,
    TableUneven,
    WordsMissing,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ita_desktop.documents.typeset import Block, DocumentInfo
    from ita_desktop.domain.office import Office

ONE_WORD = ("ประจำปีงบประมาณ", "ปีงบประมาณ", "ตัวชี้วัด")
FAMILIES = ("laksaman", "sarabun")
"""The families that come with the program; the first is the official one."""


def families() -> tuple[str, ...]:
    """Return the families that can be printed with: those of the program, then TH Sarabun where installed."""
    return (*FAMILIES, *installed_families())


def to_pdf(
    blocks: Sequence[Block],
    info: DocumentInfo,
    *,
    page: PageSetup | None = None,
    family: str = FAMILIES[0],
    words: Iterable[str] = (),
) -> bytes:
    """Set blocks on pages.

    Raises CharacterUnprintable, PictureUnusable, FontUnknown, FontUnusable, PageOverflow, TableUneven,
    WordsMissing.
    """
    with problems():
        return render(blocks, info=info, page=page or PageSetup(), family=family, words=words)


@contextmanager
def problems() -> Iterator[None]:
    """Turn what the typesetter cannot set into the program's own problems."""
    try:
        yield
    except MissingGlyph as error:
        raise CharacterUnprintable(error.char, error.font) from error
    except UnknownFamily as error:
        raise FontUnknown(error.name, families()) from error
    except EmbeddingForbidden as error:
        raise FontUnusable(error.path, FontFault.EMBEDDING_FORBIDDEN) from error
    except FontUnreadable as error:
        raise FontUnusable(error.path, FontFault(error.reason)) from error
    except WordListMissing as error:
        raise WordsMissing(error.path) from error
    except TableMalformed as error:
        raise TableUneven(error.row + 1, error.expected, error.found) from error
    except DoesNotFit as error:
        raise PageOverflow(error.what) from error
    except PictureUnreadable as error:
        if error.source is None:
            raise
        raise PictureUnusable(error.source, error.reason) from error


def names_of(office: Office) -> tuple[str, ...]:
    """Return the office's names and people, and what is read as one word, which no line may break."""
    names = (office.name, office.province, office.division, office.signer_name, office.signer_position)
    return (*(name for name in names if name), *ONE_WORD)
