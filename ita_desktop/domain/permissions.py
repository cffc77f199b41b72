"""Who may do and read what: the one table. The services ask it; the window only shows what it says.

The ADMIN keeps the year going and may do all but what ITAS gives to the executive alone: to approve and to
send back. The clerk gathers and keys. The reader looks, and never at a name of a roster or a single form.
"""

from __future__ import annotations

from enum import Enum

from ita_desktop.domain.history import Action, Role


class Readable(Enum):
    """What not everyone may read; all else in the file is for every role."""

    PEOPLE = "people"
    FORMS = "forms"
    ACCOUNTS = "accounts"


EVERYONE = frozenset(Role)
ADMIN = frozenset({Role.ADMIN})
EXECUTIVE = frozenset({Role.EXECUTIVE})
KEEPERS = frozenset({Role.ADMIN, Role.CLERK})
LEADERS = frozenset({Role.ADMIN, Role.EXECUTIVE})
WORKERS = KEEPERS | EXECUTIVE

MAY_DO: dict[Action, frozenset[Role]] = {
    Action.CREATED: ADMIN,
    Action.CHANGED_OFFICE: ADMIN,
    Action.CHANGED_SETTING: ADMIN,
    Action.CHANGED_INSTRUMENT: ADMIN,
    Action.STARTED_YEAR: ADMIN,
    Action.WENT_TO_YEAR: WORKERS,
    # Rosters: kept by ADMIN and clerk, approved by the executive alone
    Action.ADDED_PERSON: KEEPERS,
    Action.CHANGED_PERSON: KEEPERS,
    Action.REMOVED_PERSON: KEEPERS,
    Action.MERGED_PEOPLE: KEEPERS,
    Action.KEPT_APART: KEEPERS,
    Action.SUBMITTED_ROSTER: ADMIN,
    Action.APPROVED_ROSTER: EXECUTIVE,
    Action.RETURNED_ROSTER: EXECUTIVE,
    Action.REOPENED_ROSTER: KEEPERS,
    Action.DREW_PEOPLE: KEEPERS,
    Action.COUNTED_HANDOUT: KEEPERS,
    Action.GAVE_OUT_PERSON: ADMIN,
    Action.ERASED_PERSON: ADMIN,
    # Questionnaires: never the executive's, for it is the executive whom they judge
    Action.IMPORTED: KEEPERS,
    Action.OPENED_BATCH: KEEPERS,
    Action.CHANGED_BATCH: KEEPERS,
    Action.CLOSED_BATCH: KEEPERS,
    Action.KEYED_FORM: KEEPERS,
    Action.MENDED_FORM: KEEPERS,
    Action.REMOVED_FORM: KEEPERS,
    Action.DREW_SAMPLE: KEEPERS,
    Action.CALLED_OFF_SECOND: KEEPERS,
    Action.KEYED_AGAIN: KEEPERS,
    Action.DECIDED_ANSWER: KEEPERS,
    Action.LOOKED_AT_FORM: KEEPERS,
    # The rest of the year. Which step of an approval is whose, domain/checklist_approval.py says
    Action.CHANGED_ITEM: WORKERS,
    Action.ADDED_MEASURE: KEEPERS,
    Action.CHANGED_MEASURE: KEEPERS,
    Action.REMOVED_MEASURE: KEEPERS,
    Action.CARRIED_MEASURES: KEEPERS,
    Action.REPORTED_MEASURE: KEEPERS,
    Action.DECIDED_FINDING: WORKERS,
    Action.FORGOT_FINDING: WORKERS,
    Action.TOOK_LIBRARY: KEEPERS,
    Action.CHANGED_TOOL_ACCOUNT: KEEPERS,
    Action.CHANGED_CALENDAR: KEEPERS,
    Action.PUBLISHED: KEEPERS,
    Action.CHANGED_PAPER: WORKERS,
    Action.ADDED_PAPER: WORKERS,
    Action.REMOVED_PAPER: WORKERS,
    Action.RESTORED_PAPER: WORKERS,
    Action.SUBMITTED_PAPER: WORKERS,
    Action.RETURNED_PAPER: WORKERS,
    Action.SIGNED_PAPER: LEADERS,
    Action.VOIDED_PAPER: LEADERS,
    Action.ATTACHED_SCAN: WORKERS,
    Action.NUMBERED: LEADERS,
    Action.ADDED_TEMPLATE: WORKERS,
    Action.REMOVED_TEMPLATE: WORKERS,
    Action.EXPORTED: LEADERS,
    Action.MADE_KEYS: LEADERS,
    Action.TOOK_KEY: LEADERS,
    Action.CONFIRMED_KEY: LEADERS,
    Action.FORGOT_KEY: LEADERS,
    Action.READ_RECEIPT: WORKERS,
    Action.RECEIVED: ADMIN,
    # Taking back asks for the right to what is taken back as well
    Action.UNDONE: WORKERS,
    # Who comes in
    Action.PROTECTED: ADMIN,
    Action.UNPROTECTED: ADMIN,
    Action.ADDED_ACCOUNT: ADMIN,
    Action.CHANGED_ACCOUNT: ADMIN,
    Action.CHANGED_PASSWORD: EVERYONE,
    Action.MADE_RECOVERY: ADMIN,
    Action.RECOVERED: EVERYONE,
    Action.ENCRYPTED: ADMIN,
    Action.DECRYPTED: ADMIN,
}
"""Which roles may do an action. A test fails for an action that is not here; until then it is the ADMIN's."""

MAY_DRAFT = KEEPERS
"""Whose keys are kept while a form is in hand."""

MAY_READ: dict[Readable, frozenset[Role]] = {
    Readable.PEOPLE: WORKERS,
    Readable.FORMS: KEEPERS,
    Readable.ACCOUNTS: ADMIN,
}
"""Which roles may read what is not for all."""


def who_may(action: Action) -> frozenset[Role]:
    """Return the roles that may do an action; one that was forgotten in the table is the ADMIN's."""
    return MAY_DO.get(action, ADMIN)


def may(role: Role, action: Action) -> bool:
    """Tell whether a role may do an action."""
    return role in who_may(action)


def may_read(role: Role, what: Readable) -> bool:
    """Tell whether a role may read something."""
    return role in MAY_READ[what]
