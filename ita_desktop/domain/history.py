"""Who changed what when, as facts that `ui` and `cli` put into words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Role(Enum):
    """What hat the user wears: given by the account, or, in a file without accounts, chosen and recorded."""

    ADMIN = "admin"
    EXECUTIVE = "executive"
    CLERK = "clerk"
    READER = "reader"


class Action(Enum):
    """What was done."""

    CREATED = "created"
    CHANGED_OFFICE = "changed-office"
    CHANGED_SETTING = "changed-setting"
    CHANGED_INSTRUMENT = "changed-instrument"
    ADDED_PERSON = "added-person"
    CHANGED_PERSON = "changed-person"
    REMOVED_PERSON = "removed-person"
    MERGED_PEOPLE = "merged-people"
    KEPT_APART = "kept-apart"
    SUBMITTED_ROSTER = "submitted-roster"
    APPROVED_ROSTER = "approved-roster"
    RETURNED_ROSTER = "returned-roster"
    REOPENED_ROSTER = "reopened-roster"
    DREW_PEOPLE = "drew-people"
    COUNTED_HANDOUT = "counted-handout"
    GAVE_OUT_PERSON = "gave-out-person"
    ERASED_PERSON = "erased-person"
    STARTED_YEAR = "started-year"
    WENT_TO_YEAR = "went-to-year"
    IMPORTED = "imported"
    OPENED_BATCH = "opened-batch"
    CHANGED_BATCH = "changed-batch"
    CLOSED_BATCH = "closed-batch"
    KEYED_FORM = "keyed-form"
    MENDED_FORM = "mended-form"
    REMOVED_FORM = "removed-form"
    DREW_SAMPLE = "drew-sample"
    CALLED_OFF_SECOND = "called-off-second-keying"
    KEYED_AGAIN = "keyed-again"
    DECIDED_ANSWER = "decided-answer"
    LOOKED_AT_FORM = "looked-at-form"
    CHANGED_ITEM = "changed-item"
    ADDED_MEASURE = "added-measure"
    CHANGED_MEASURE = "changed-measure"
    REMOVED_MEASURE = "removed-measure"
    CARRIED_MEASURES = "carried-measures"
    REPORTED_MEASURE = "reported-measure"
    DECIDED_FINDING = "decided-finding"
    FORGOT_FINDING = "forgot-finding"
    TOOK_LIBRARY = "took-library"
    CHANGED_TOOL_ACCOUNT = "changed-tool-account"
    CHANGED_CALENDAR = "changed-calendar"
    PUBLISHED = "entered-published-figures"
    CHANGED_PAPER = "changed-paper"
    ADDED_PAPER = "added-paper"
    REMOVED_PAPER = "removed-paper"
    RESTORED_PAPER = "restored-paper"
    SUBMITTED_PAPER = "submitted-paper"
    RETURNED_PAPER = "returned-paper"
    SIGNED_PAPER = "signed-paper"
    VOIDED_PAPER = "voided-paper"
    ATTACHED_SCAN = "attached-scan"
    NUMBERED = "wrote-number"
    ADDED_TEMPLATE = "added-template"
    REMOVED_TEMPLATE = "removed-template"
    EXPORTED = "exported"
    MADE_KEYS = "made-keys"
    TOOK_KEY = "took-key"
    CONFIRMED_KEY = "confirmed-key"
    FORGOT_KEY = "forgot-key"
    READ_RECEIPT = "read-receipt"
    RECEIVED = "received"
    UNDONE = "undone"
    PROTECTED = "protected-file"
    UNPROTECTED = "unprotected-file"
    ADDED_ACCOUNT = "added-account"
    CHANGED_ACCOUNT = "changed-account"
    CHANGED_PASSWORD = "changed-password"  # noqa: S105 - the name of an action, not a secret
    MADE_RECOVERY = "made-recovery-sheet"
    RECOVERED = "recovered-account"
    ENCRYPTED = "encrypted-file"
    DECRYPTED = "decrypted-file"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history. `subject` names what was changed (an item code, a count), never an answer.

    `person` is the account's name; empty in a file without accounts.
    """

    number: int
    at: datetime
    role: Role
    action: Action
    subject: str = ""
    person: str = ""
