"""From arguments to exit status: picks the command, loads its module, and turns trouble into a sentence.

Exit status: 0 done, 1 done but something was left out or damage found, 2 wrong usage, 3 the world did not co-operate.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from itadmin import __version__
from itadmin.cli.commands import COMMANDS, Command
from itadmin.cli.context import Context
from itadmin.cli.output import UnwritableError
from itadmin.cli.usage import HELP, UsageError, make_parser, shown
from itadmin.domain.problems import KnownError

DONE, IN_PART, MISUSED, REFUSED = range(4)

_HEAD = """\
Så här: itadmin [FIL]                öppnar programmets fönster
        itadmin KOMMANDO …           gör en sak utan fönster
        itadmin KOMMANDO --help      berättar mer om kommandot

Kommandon
"""


def run(arguments: Sequence[str], context: Context) -> int:
    """Carry out a command line and return its exit status."""
    try:
        status = _carry_out(arguments, context)
        context.output.flush()
    except UnwritableError as error:
        _forget_reader()
        context.output.remark(error.sentence)
        return REFUSED
    except UsageError as error:
        context.output.remark(error.sentence)
        return MISUSED
    except KnownError as error:
        context.output.remark(error.sentence)
        return REFUSED
    except KeyboardInterrupt:
        context.output.remark("Avbrutet.")
        return REFUSED
    except BrokenPipeError:
        _forget_reader()
        return DONE
    return status


def _carry_out(arguments: Sequence[str], context: Context) -> int:
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", ())
    if name in HELP:
        context.output.line(overview())
        return DONE
    if name == "--version":
        context.output.line(f"itadmin {__version__}")
        return DONE
    if name in COMMANDS:
        return _command(name, COMMANDS[name], rest, context)
    if name and not _names_file(name):
        raise UsageError(f"Kommandot {shown(name)} finns inte. Kommandona är: {', '.join(COMMANDS)}.")
    return context.programs.open_window(arguments)


def _command(name: str, command: Command, rest: Sequence[str], context: Context) -> int:
    parser = make_parser(f"itadmin {name}", command.usage, command.summary, command.arguments)
    if any(word in HELP for word in rest):
        context.output.line(parser.format_help().rstrip())
        return DONE
    return _function(command)(parser.parse_intermixed_args(rest), context)


def _function(command: Command) -> Callable[[Namespace, Context], int]:
    module, _, function = command.function.partition(":")
    found: Callable[[Namespace, Context], int] = getattr(import_module(f"itadmin.cli.{module}"), function)
    return found


def overview() -> str:
    """The help of the program as a whole."""
    width = max(map(len, COMMANDS))
    return _HEAD + "\n".join(f"  {name:<{width}}  {command.summary}" for name, command in COMMANDS.items())


def _names_file(word: str) -> bool:
    with suppress(OSError, ValueError):
        path = Path(word)
        return not word.startswith("-") and (bool(path.suffix) or len(path.parts) > 1 or path.exists())
    return False


def _forget_reader() -> None:
    """Nobody takes our output any more: let Python close it without a word."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
