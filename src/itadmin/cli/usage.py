"""Reading arguments in Swedish: argparse with its own words replaced, and wrong usage as an exception.

Knows no command.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from itadmin.domain.calendar import parse_day

HELP = ("-h", "--help")

_SENTENCES: Mapping[str, str] = {
    r"the following arguments are required: (.*)": "Det saknas något: {0}.",
    r"unrecognized arguments: (.*)": "Det här går inte att förstå: {0}.",
    r"argument (\S+): expected .*": "{0} behöver ett värde efter sig.",
    r"argument (\S+): ignored explicit argument .*": "{0} tar inget värde.",
    r"argument (\S+): invalid choice: '?(.*?)'? \(choose from (.*)\)": "{0} kan inte vara {1}. Välj något av: {2}.",
    r"argument (\S+): (.*[.!?])": "{0}: {1}",
}
"""What argparse says, by pattern, and what we say instead. What is not among them is told in general terms."""


_LONGEST_WORD = 200


def shown(word: str) -> str:
    """A word that somebody wrote, as it may stand in a sentence about it."""
    return word if len(word) <= _LONGEST_WORD else f"{word[:_LONGEST_WORD]}…"


class UsageError(Exception):
    """The command was not understood; carries a Swedish sentence that says what would be."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Argument:
    """One argument as argparse wants it: its names (one without hyphens is a place), help and other settings."""

    names: tuple[str, ...]
    told: str
    settings: Mapping[str, Any]

    @property
    def is_option(self) -> bool:
        """Whether it is named by a word with hyphens."""
        return self.names[0].startswith("-")


def argument(*names: str, told: str, **settings: Any) -> Argument:
    """Describe an argument; `told` is its line in the help, `settings` are those of `add_argument`."""
    return Argument(names, told, settings)


class _Formatter(argparse.HelpFormatter):
    """Help with a Swedish word before the usage."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Add the usage line."""
        super().add_usage(usage, actions, groups, "Så här: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that raises instead of leaving the program."""

    def error(self, message: str) -> NoReturn:
        """Refuse what was written. Raises UsageError."""
        raise UsageError(f"{in_swedish(message)} Se {self.prog} --help.")


def in_swedish(message: str) -> str:
    """A message of argparse's as a Swedish sentence."""
    for pattern, sentence in _SENTENCES.items():
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            words = [shown(word) for word in found.groups()]
            return sentence.format(*words).replace("'", "")
    return "Det går inte att förstå vad som skrevs."


def make_parser(program: str, usage: str, summary: str, arguments: Iterable[Argument]) -> argparse.ArgumentParser:
    """The parser of one command."""
    parser = _Parser(
        prog=program,
        usage=f"{program} {usage}",
        description=summary,
        add_help=False,
        allow_abbrev=False,
        formatter_class=_Formatter,
    )
    places = parser.add_argument_group("Det som anges")
    options = parser.add_argument_group("Val")
    for item in arguments:
        group = options if item.is_option else places
        group.add_argument(*item.names, help=item.told, **item.settings)
    options.add_argument(*HELP, action="store_true", help="Visar den här hjälpen.")
    return parser


def day(text: str) -> date:
    """A day from an argument, as people write days."""
    try:
        return parse_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
