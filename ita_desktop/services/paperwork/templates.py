"""Templates: a paper's text for the next one, a town's own wording, out and in as a file."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING, Any, Final, TypeGuard

from ita_desktop.documents.paperwork.kinds import MAKERS
from ita_desktop.documents.paperwork.photo import PictureFault, upright
from ita_desktop.domain.history import Action
from ita_desktop.domain.paperwork.keys import pictures
from ita_desktop.domain.paperwork.papers import TemplateText
from ita_desktop.domain.paperwork.problems import (
    PictureRefused,
    TemplateFault,
    TemplateTooNew,
    TemplateUnusable,
)
from ita_desktop.domain.paperwork.richtext_json import from_tree, to_tree
from ita_desktop.domain.problems import DeviceFailed, FieldFault, FieldProblem, FileMissing, MissingRecord
from ita_desktop.domain.thai_text import normalized
from ita_desktop.models import document_store, register_store
from ita_desktop.services.changes import Changes, Topic

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.paperwork.desk import PaperDesk
    from ita_desktop.services.paperwork.pictures import PictureStore
    from ita_desktop.services.session import Change, Session

FORMAT: Final = 1
MOST_BYTES: Final = 100_000_000
NOT_KEPT: Final = frozenset({"day"})
"""Fields that belong to one paper, never to the next."""


class TemplateService:
    """Keep templates. They are the office's own: an update of the program touches none."""

    def __init__(self, session: Session, desk: PaperDesk, store: PictureStore) -> None:
        """Work on an open file."""
        self._session = session
        self._desk = desk
        self._pictures = store

    def list(self, kind: str = "") -> tuple[TemplateText, ...]:
        """Return the templates, all or those of a kind."""
        with self._session.reading() as transaction:
            known = register_store.templates(transaction)
        return tuple(each for each in known if not kind or each.kind == kind)

    def save_as(self, key: int, name: str, *, own: bool = False) -> Changes:
        """Make a template of a paper; `own`: new papers of its kind begin with it. FieldProblem."""
        paper = self._desk.paper(key)
        title = normalized(name)
        if not title:
            raise FieldProblem("name", FieldFault.EMPTY)
        fields = {code: text for code, text in paper.fields.items() if code not in NOT_KEPT}
        return self._add(TemplateText(0, title, paper.kind, own, fields, paper.document))

    def remove(self, template: int) -> Changes:
        """Remove a template; papers made from it stay. MissingRecord."""
        name = self._template(template).name
        with self._session.change(Action.REMOVED_TEMPLATE, name, Topic.PAPERS) as change:
            register_store.remove_template(change.transaction, template)
        return change.changes

    def write(self, template: int) -> bytes:
        """Return a template as a file, its pictures in it; MissingRecord."""
        each = self._template(template)
        held = {sha256: self._pictures.find(sha256) for sha256 in pictures(each.document)}
        tree = {
            "ita-template": FORMAT,
            "name": each.name,
            "kind": each.kind,
            "fields": dict(sorted(each.fields.items())),
            "document": to_tree(each.document),
            "pictures": {
                sha256: base64.b64encode(data).decode("ascii") for sha256, data in held.items() if data
            },
        }
        return json.dumps(tree, ensure_ascii=False, indent=1).encode("utf-8")

    def read(self, data: bytes) -> Changes:
        """Take a template's file in. TemplateUnusable, TemplateTooNew, RichTextInvalid, RichTextTooNew."""
        made, held = parsed(data)
        for each in held:
            self._pictures.add(each, ready=True)
        return self._add(made)

    def read_file(self, path: Path) -> Changes:
        """Take a template in from a file; FileMissing, DeviceFailed and as `read`."""
        try:
            with path.open("rb") as stream:
                data = stream.read(MOST_BYTES + 1)
        except FileNotFoundError as error:
            raise FileMissing(path) from error
        except OSError as error:
            raise DeviceFailed(path) from error
        return self.read(data)

    def _add(self, made: TemplateText) -> Changes:
        with self._session.change(Action.ADDED_TEMPLATE, made.name, Topic.PAPERS) as change:
            change.made(register_store.add_template(change.transaction, made, change.changes.at))
        return change.changes

    def _template(self, key: int) -> TemplateText:
        found = next((each for each in self.list() if each.key == key), None)
        if found is None:
            raise MissingRecord("template", str(key))
        return found


def parsed(data: bytes) -> tuple[TemplateText, list[bytes]]:
    """Read a template's file and its pictures.

    TemplateUnusable, TemplateTooNew, RichTextInvalid, RichTextTooNew.
    """
    tree = _tree(data)
    kind, name, fields = tree.get("kind"), tree.get("name"), tree.get("fields")
    if not isinstance(kind, str) or kind not in MAKERS:
        raise TemplateUnusable(TemplateFault.KIND_UNKNOWN, str(kind))
    if not isinstance(name, str) or not normalized(name) or not _texts(fields):
        raise TemplateUnusable(TemplateFault.NOT_A_TEMPLATE)
    document = from_tree(tree.get("document"))
    held = _pictures(tree.get("pictures", {}))
    known = {field.code for field in MAKERS[kind].kind.fields}
    kept = {code: text for code, text in fields.items() if code in known}
    return TemplateText(0, normalized(name), kind, own=False, fields=kept, document=document), held


def put(change: Change, data: bytes) -> None:
    """Take a template's file in within a command under way, as when a package brings it; as `parsed`.

    PictureRefused for a picture that is none.
    """
    made, held = parsed(data)
    for each in held:
        try:
            media = upright(each).media
        except PictureFault as error:
            raise PictureRefused(error.reason, made.name) from error
        document_store.keep_bytes(change.transaction, media, each)
    register_store.add_template(change.transaction, made, change.changes.at)


def _tree(data: bytes) -> dict[str, Any]:
    """Read the outer form of a template's file."""
    if len(data) > MOST_BYTES:
        raise TemplateUnusable(TemplateFault.NOT_A_TEMPLATE)
    try:
        tree = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise TemplateUnusable(TemplateFault.NOT_A_TEMPLATE) from error
    form = tree.get("ita-template") if isinstance(tree, dict) else None
    if not isinstance(form, int) or isinstance(form, bool) or form < 1:
        raise TemplateUnusable(TemplateFault.NOT_A_TEMPLATE)
    if form > FORMAT:
        raise TemplateTooNew(form, FORMAT)
    return dict(tree)


def _texts(fields: object) -> TypeGuard[dict[str, str]]:
    """Tell whether a value is a table of texts."""
    return isinstance(fields, dict) and all(isinstance(text, str) for text in fields.values())


def _pictures(held: object) -> list[bytes]:
    """Return a template's pictures; one that is not what its name says is refused."""
    if not isinstance(held, dict):
        raise TemplateUnusable(TemplateFault.NOT_A_TEMPLATE)
    found = []
    for sha256, text in held.items():
        try:
            data = base64.b64decode(text, validate=True)
        except (ValueError, TypeError) as error:
            raise TemplateUnusable(TemplateFault.PICTURE_DAMAGED, str(sha256)) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise TemplateUnusable(TemplateFault.PICTURE_DAMAGED, str(sha256))
        found.append(data)
    return found
