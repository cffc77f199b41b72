"""The sample office's papers: some signed and numbered, one waiting for a signature, some still drafts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_desktop.services.workspace import Workspace


def fill_paperwork(workspace: Workspace, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write the papers, in the order in which the office did: each takes its book's next number."""
    papers, signing = workspace.paperwork.papers, workspace.paperwork.signing
    for row in rows:
        key = papers.create(row["kind"]).key
        if row["state"] != "draft":
            signing.submit(key)
        if row["state"] == "signed":
            signing.sign(key, date.fromisoformat(row["day"]))
