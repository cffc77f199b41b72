"""Wrong usage in words: which part of the line cannot be understood, and where to read more."""

from __future__ import annotations

import click

from ita_desktop.support.language import tr


def usage_lines(error: click.UsageError) -> tuple[str, ...]:
    """Return what to tell: the fault, the line of usage, where the help is."""
    lines = [_fault(error)]
    if error.ctx is not None:
        lines.append(error.ctx.get_usage())
        lines.append(tr("ดูคำอธิบาย: {command} --help").format(command=error.ctx.command_path))
    return tuple(lines)


def _fault(error: click.UsageError) -> str:
    """Say what is wrong with the line; a fault without words of its own keeps click's."""
    if isinstance(error, click.NoSuchOption):
        return tr("ไม่มีตัวเลือกชื่อ {name}").format(name=error.option_name)
    if isinstance(error, click.MissingParameter):
        return tr("ขาด {name}").format(name=_parameter(error))
    if isinstance(error, click.BadParameter):
        return tr("{name} ใช้ไม่ได้: {detail}").format(name=_parameter(error), detail=error.message)
    return error.message


def _parameter(error: click.BadParameter) -> str:
    """Return the name of the parameter as it is typed."""
    parameter = error.param
    if isinstance(parameter, click.Option):
        return " / ".join(parameter.opts)
    if parameter is not None and error.ctx is not None:
        return parameter.make_metavar(error.ctx)
    hint = error.param_hint or ""
    return hint if isinstance(hint, str) else " / ".join(hint)
