"""The command line: one group, and its end: 0 done, 1 a problem told in one sentence, 2 wrong usage."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from ita_desktop import __version__
from ita_desktop.cli import paper_office, paper_templates  # noqa: F401 - hang their commands under `paper`
from ita_desktop.cli.accounts import accounts
from ita_desktop.cli.files import new
from ita_desktop.cli.headquarters import headquarters
from ita_desktop.cli.instruments import instrument
from ita_desktop.cli.keying import keying
from ita_desktop.cli.keys import key, receipts
from ita_desktop.cli.links import check_links, link_answers, link_list
from ita_desktop.cli.lists import list_
from ita_desktop.cli.packages import export, rebuild, receive, verify
from ita_desktop.cli.papers import print_, typeset
from ita_desktop.cli.paperwork import paper
from ita_desktop.cli.plans import plan
from ita_desktop.cli.rosters import roster, year
from ita_desktop.cli.safety import backup, check, restore
from ita_desktop.cli.sample import demo
from ita_desktop.cli.scores import score
from ita_desktop.cli.sealing import decrypt, encrypt
from ita_desktop.cli.thai_click import FILE, Command, Group, Words, option
from ita_desktop.cli.usage import usage_lines
from ita_desktop.cli.workbooks import import_, template
from ita_desktop.domain.problems import Problem
from ita_desktop.support.language import LANGUAGES, Language, mark, set_language, tr
from ita_desktop.support.paths import log_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.cli.program import Program

PROGRAM_NAME = "ita-desktop"
DONE, PROBLEM, WRONG_USAGE, STOPPED = 0, 1, 2, 130

log = logging.getLogger(__name__)


class OfficeGroup(Group):
    """The program's group: where the first word is a file and no command, it opens the window on it."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; `ita-desktop ปี2568.ita` means `open`."""
        if args and args[0] not in self.commands and _looks_like_a_file(args[0]):
            return open_.name, open_, args
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            raise click.UsageError(tr("ไม่มีคำสั่ง “{name}”").format(name=args[0]), ctx)
        return super().resolve_command(ctx, args)


def _looks_like_a_file(word: str) -> bool:
    """Tell a path from a mistyped command."""
    path = Path(word)
    return path.suffix.lower() == ".ita" or len(path.parts) > 1 or path.exists()


def _speak_first() -> None:
    """Set the language that holds until --lang is read: click may show help before it comes to that."""
    wanted = os.environ.get("ITA_LANG")
    set_language(next((language for language in LANGUAGES if language == wanted), LANGUAGES[0]))


def _speak(_ctx: click.Context, _parameter: click.Parameter, value: Language) -> Language:
    """Set the language before anything is shown, the help included."""
    set_language(value)
    return value


@click.group(
    name=PROGRAM_NAME,
    cls=OfficeGroup,
    invoke_without_command=True,
    subcommand_metavar="[FILE.ita | COMMAND …]",
    help=mark("งานประเมิน ITA ของหน่วยงานทั้งปี: หน้าต่างเดียว แฟ้มเดียว ไม่ใช้อินเทอร์เน็ต"),
)
@option(
    "--lang",
    type=Words(LANGUAGES),
    default="th",
    envvar="ITA_LANG",
    is_eager=True,
    expose_value=False,
    callback=_speak,
    help=mark("ภาษา: th หรือ en (ปกติ th หรือตามตัวแปร ITA_LANG)"),
)
@option("--self-test", is_flag=True, help=mark("ตรวจว่าโปรแกรมที่ติดตั้งใช้งานได้ครบ"))
@option("--version", is_flag=True, help=mark("แสดงรุ่นของโปรแกรม"))
@click.pass_context
def group(ctx: click.Context, self_test: bool, version: bool) -> None:
    """Open the window where no command is given."""
    program: Program = ctx.obj
    if version:
        click.echo(f"ITA Desktop {__version__}")
        ctx.exit(DONE)
    if self_test:
        ctx.exit(program.self_test())
    if ctx.invoked_subcommand is None:
        ctx.exit(program.open_window(None))


@click.command(name="open", cls=Command, hidden=True, help=mark("เปิดแฟ้มของหน่วยงานในหน้าต่างโปรแกรม"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@click.pass_obj
def open_(program: Program, file: Path) -> int:
    """Open the window on a file."""
    return program.open_window(file)


COMMANDS = (
    demo, new, year, template, import_, roster, list_, score, print_, typeset, paper, export,
    verify, receive, receipts, key, rebuild, headquarters, check, backup,
    restore, accounts, encrypt, decrypt, keying, instrument, link_list, check_links, link_answers, plan,
    open_,
)  # fmt: skip
for _command in COMMANDS:
    group.add_command(_command)


def run(arguments: Sequence[str], program: Program) -> int:
    """Run one command line and return its exit code; whatever happens is told, nothing ends in silence."""
    _speak_first()
    try:
        code = group.main(list(arguments), PROGRAM_NAME, standalone_mode=False, obj=program)
        return cast("int | None", code) or DONE
    except click.UsageError as error:
        _tell(usage_lines(error))
        return WRONG_USAGE
    except Problem as problem:
        from ita_desktop.wording.problems import problem_lines

        _tell(problem_lines(problem))
        return PROBLEM
    except (click.Abort, KeyboardInterrupt):
        return STOPPED
    except BrokenPipeError:  # `ita-desktop list … | head`: the reader has seen enough
        _stop_writing()
        return DONE
    except Exception:
        log.exception("a command failed")
        _tell((_unexpected(),))
        return PROBLEM


def _stop_writing() -> None:
    """Let what is left in the buffer go nowhere: Python would complain of the closed pipe at its end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


def _unexpected() -> str:
    """Say that it is the program's own fault, and where the log is that tells more."""
    return tr(
        "โปรแกรมทำงานผิดพลาดโดยไม่คาดคิด ข้อมูลที่บันทึกไว้ยังอยู่ครบ โปรดแจ้งผู้ดูแลพร้อมไฟล์บันทึกการทำงานใน “{folder}”"
    ).format(folder=log_folder())


def _tell(lines: tuple[str, ...]) -> None:
    """Write to stderr."""
    for line in lines:
        click.echo(line, err=True)
