"""Ord i värdelistor: a kommun's own words for the codes of a value list, and codes of its own.

Built-in codes are permanent; a word here relabels or hides one. A code of one's own begins with the kommunkod
("1460.e_arkiv"), so that it means the same in a neighbour's file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from itadmin.domain.fields import REGION, Day, LongText, Text, Whole, YesNo
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section
from itadmin.domain.values import LIST_NAMES, LISTS, OPEN_LISTS, is_own_code


@dataclass(frozen=True, kw_only=True)
class ValueWord(Record):
    """The word for one code of one value list."""

    name: Annotated[str, Text("Benämning", REGION, required=True, max_length=120)] = ""
    value_list: Annotated[str, Text("Värdelista", REGION, max_length=60, expected=True)] = ""
    code: Annotated[str, Text("Kod", REGION, max_length=60, expected=True)] = ""
    hidden: Annotated[bool | None, YesNo("Dold", REGION, help="Går inte att välja, men visas där den är vald.")] = None
    ordinal: Annotated[int | None, Whole("Ordning", REGION)] = None
    description: Annotated[str, LongText("Beskrivning", REGION)] = ""
    source: Annotated[str, Text("Källa", REGION)] = ""
    adopted_on: Annotated[date | None, Day("Fastställd", REGION)] = None


def check_word(word: ValueWord) -> Iterable[Problem]:
    """A word belongs to a list that may be worded, and a code of one's own to a list that may have such."""
    if word.value_list and word.value_list not in LIST_NAMES:
        yield Problem("value_list", f"Listan kan inte ändras. Välj en av: {', '.join(LIST_NAMES)}.")
    elif word.value_list and word.code and word.code not in LISTS[word.value_list]:
        if word.value_list not in OPEN_LISTS:
            yield Problem("code", "Listan tar inga egna koder. Välj en av listans koder och ge den ett annat ord.")
        elif not is_own_code(word.code):
            yield Problem("code", "En egen kod börjar med kommunkoden, till exempel 1460.e_arkiv.")


REGISTER = Register(
    name="value_words",
    record=ValueWord,
    singular="ord",
    plural="Ord i värdelistor",
    new_label="Nytt ord",
    icon="settings",
    title_fields=("name",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            ("value_list", "code", "hidden", "ordinal", "description", "source", "adopted_on"),
        ),
    ),
    columns=("name", "value_list", "code", "hidden"),
    search=("name",),
    subtitle=("value_list", "code"),
    rules=(check_word,),
)
