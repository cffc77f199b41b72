"""Click in two languages: help is written in Thai where a command is declared and translated when shown.

Click takes help texts while modules are imported, before the language is known; these classes translate at
the moment of showing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ita_desktop.support.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

FILE = click.Path(path_type=Path, readable=False)
"""A file or folder named on the line; whether it can be read is for the services to tell, in their words."""

MOST_FORMS = 5000
"""Forms in one print: ten thousand pages, which no office's printer takes at once."""

WIDEST_HELP = 110
"""Columns of a help page: Thai has no spaces where click could break a longer line well."""


def translated(text: str | None) -> str:
    """Return a help text in the user's language; nothing for none."""
    return tr(text) if text else ""


class Words(click.Choice[str]):
    """A choice of words that is refused in the user's language."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ANN401, ARG002
        """Say what would do."""
        return tr("ไม่มี “{value}” ใช้ได้: {known}").format(value=value, known=", ".join(self.choices))


class Option(click.Option):
    """An option whose help is translated when it is shown."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the two columns of the help."""
        record = super().get_help_record(ctx)
        return (record[0], translated(self.help)) if record is not None else None


class _TwoLanguages(click.Command):
    """What commands and groups show alike: usage, text and options under heads in the user's language."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, tr("วิธีใช้: "))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write what the command does."""
        formatter.write_paragraph()
        formatter.write_text(translated(self.help))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the words that an argument may be, then the options, click's own --help among them."""
        words = [each for each in self.get_params(ctx) if isinstance(each, click.Argument)]
        offered = [(each.make_metavar(ctx), each.type) for each in words]
        choices = [(name, ", ".join(kind.choices)) for name, kind in offered if isinstance(kind, Words)]
        if choices:
            with formatter.section(tr("คำที่ใช้ได้")):
                formatter.write_dl(choices)
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        rows = [record for each in options if (record := each.get_help_record(ctx))]
        shown = [(names, tr("แสดงคำอธิบายนี้") if names == "--help" else text) for names, text in rows]
        with formatter.section(tr("ตัวเลือกของคำสั่ง")):
            formatter.write_dl(shown)

    def get_short_help_str(self, limit: int = WIDEST_HELP) -> str:  # noqa: ARG002 - Thai is not cut at spaces
        """Return the line of the command list."""
        return translated(self.help)


class Command(_TwoLanguages):
    """A command in two languages."""


class Group(_TwoLanguages, click.Group):
    """A group of such commands, listed in the order in which they were declared: that of the work."""

    command_class = Command

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of declaration."""
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        shown = [(name, command) for name, command in self.commands.items() if not command.hidden]
        with formatter.section(tr("คำสั่ง")):
            formatter.write_dl([(name, command.get_short_help_str()) for name, command in shown])


class Year(click.ParamType[int]):
    """A fiscal year of the Buddhist Era, in Arabic or Thai digits."""

    name = "year"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401
        """Read the year."""
        text = str(value)
        if not text.isdecimal():
            self.fail(tr("“{value}” ไม่ใช่ตัวเลข").format(value=text), param, ctx)
        return int(text)


class Serials(click.ParamType[range]):
    """Numbers of paper forms: `12`, or a run such as `1-300`; Thai digits too."""

    name = "serials"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> range:  # noqa: ANN401
        """Read the run."""
        first, dash, last = str(value).partition("-")
        if not first.isdecimal() or (dash and not last.isdecimal()):
            self.fail(tr("“{value}” ไม่ใช่ช่วงเลขที่แบบ เขียนเช่น 1-300").format(value=value), param, ctx)
        run = range(int(first), int(last or first) + 1)
        if not 1 <= len(run) <= MOST_FORMS:
            self.fail(tr("พิมพ์ได้ครั้งละ 1 ถึง {most} ฉบับ").format(most=MOST_FORMS), param, ctx)
        return run


def option(*names: str, **settings: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - click's own decorator
    """Declare an option whose help is translated when it is shown."""
    return click.option(*names, cls=Option, **settings)
