"""The tables of the file's newest form, for queries. A test holds them equal to what the migrations make."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()


def _table(name: str, integers: str, texts: str, nullable: str = "", key: str = "id") -> Table:
    """Describe a table: its integer columns, text columns, which may be null, which are its key."""
    keys, empty = key.split(), nullable.split()
    columns = [
        Column(column, kind, primary_key=column in keys, nullable=column in empty)
        for kind, names in ((Integer, integers), (Text, texts))
        for column in names.split()
    ]
    return Table(name, metadata, *columns)


setting = _table("setting", "", "key value", key="key")
round_ = _table("round", "year", "instrument", key="year")
internal_person = _table(
    "internal_person",
    "id year asked",
    "name search position division level start_date phone approval sort spelled returned_for",
    "start_date",
)
external_person = _table(
    "external_person",
    "id year asked",
    "name search kind matter channel contact_date phone approval sort spelled returned_for",
    "contact_date",
)
batch = _table("batch", "id year number declared closed", "part division collected_by", "declared")
questionnaire = _table("questionnaire", "year serial batch", "part line note", key="year part serial")
draft = _table("draft", "year batch serial", "part line note", key="year part")
check_entry = _table(
    "check_entry",
    "year seen",
    "code result status link note owner due ticked person priority own preliminary explained final added "
    "comment explanation last_years",
    "result due own preliminary explained final",
    "year code",
)
evidence = _table(
    "evidence", "id year size replaces", "kind target day title sha256 added_at added_by", "day replaces"
)
evidence_item = _table("evidence_item", "evidence", "code", key="evidence code")
check_step = _table("check_step", "id year", "code at role step reason signed")
link_check = _table("link_check", "year reachable status", "link at title final fault", key="year link at")
measure = _table(
    "measure",
    "id year carried_from",
    "indicator title finding start end owner status outcome answers success target achieved money",
    "start end money carried_from",
)
measure_step = _table(
    "measure_step", "measure place", "text start end done", "start end done", "measure place"
)
measure_report = _table(
    "measure_report", "measure percent", "month done spent obstacles evidence", "spent", "measure month"
)
finding = _table("finding", "id year", "key heading state text")
tool_account = _table("tool_account", "year", "tool problem advice", key="year tool")
activity = _table("activity", "year", "code start end owner", key="year code")
measure_library = _table("measure_library", "version", "source text", key="source")
published = _table("published", "year", "key value", key="year key")
paper = _table("paper", "year", "kind fields", key="year kind")
document = _table(
    "document",
    "id year removed",
    "kind title state changed fields body number day signed scan",
    "day",
)
document_version = _table("document_version", "id document", "at role state title fields body")
register_line = _table(
    "register_line",
    "year number document void",
    "book text day subject addressee sender note",
    "day document",
    key="book year number",
)
template = _table("template", "id own", "name kind at fields body")
stored = _table("stored", "", "sha256 kind", key="sha256")
stored.append_column(Column("data", LargeBinary, nullable=False))
second_plan = _table("second_plan", "batch seed percent minimum", "tolerance called_off", key="batch")
second_form = _table(
    "second_form", "year serial slips finished", "part first line states", key="year part serial"
)
dispute = _table("dispute", "year serial place", "part tried symbol", key="year part serial place")
batch_clerk = _table("batch_clerk", "batch said_so", "task clerk", key="batch task clerk")
keying_spell = _table("keying_spell", "id batch forms keys active_ms pauses paused_ms", "task clerk")
look = _table("look", "year", "part oddity reason", key="year part oddity")
handout = _table("handout", "year given came_back", "part division", key="year part division")
erased_people = _table(
    "erased_people", "year eligible asked people", "roster unit level",
    key="year roster unit level eligible asked",
)  # fmt: skip
kept_apart = _table("kept_apart", "one other", "roster", key="roster one other")
roster_draw = _table("roster_draw", "year size heads", "roster seed digest day", key="year roster")
history = _table("history", "number", "at role action subject seal person", key="number")
account = _table(
    "account", "id active failures", "name search role password wrapped waits_until", "waits_until"
)
recovery = _table("recovery", "id", "code wrapped made")
own_key = _table("own_key", "", "kind secret made_at", key="kind")
party = _table("party", "confirmed", "fingerprint name code side sign seal added_at", key="fingerprint")
package_sent = _table("package_sent", "number year", "name digest made_at parts readers", key="number")
package_receipt = _table(
    "package_receipt", "number", "by_key name digest outcome at by why missing", key="by_key name digest"
)
package_received = _table(
    "package_received", "number", "sender digest previous name at outcome why", key="sender digest"
)
received_value = _table("received_value", "year", "place value", "value", "year place")
set_aside = _table("set_aside", "id year", "place value kept package at", "value kept")
received_file = _table("received_file", "", "kind name content at", key="kind name")

UNDOABLE = (
    setting, round_, internal_person, external_person, batch, questionnaire, check_entry, evidence,
    evidence_item, check_step, link_check, measure, measure_step, measure_report, finding, tool_account,
    activity, measure_library, published, paper, second_plan,
    second_form, dispute, batch_clerk, keying_spell, look,
    handout, erased_people, kept_apart, roster_draw,
    party, package_received, received_value, set_aside, received_file, template,
)  # fmt: skip
"""What a user's undo takes back. Not the history, which only grows, nor the form being keyed.

Second keyings are in it from their first key, which is no command: undoing a finished one gives it back as it
stood at its last key, with what was told then, so that undo is no way to guess again.
"""
