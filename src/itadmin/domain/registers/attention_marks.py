"""Bevakningsmärken: what somebody has said about a line of the work list – that it is handled, or may rest.

A mark is about one occasion, such as the last day to give notice in one term, so the next one is told of anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from itadmin.domain.fields import LOCAL, Choice, Day, LongText, Text
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section


@dataclass(frozen=True, kw_only=True)
class AttentionMark(Record):
    """That a line is handled, or rests until a day.

    `kind` is the rule's key, `register` and `record` (an id) what the line is about, `occasion` the ISO day that
    decided; "" when the rule has none.
    """

    verdict: Annotated[str, Choice("Bedömning", LOCAL, values="bevakning", required=True)] = ""
    kind: Annotated[str, Text("Regel", LOCAL, max_length=60, expected=True)] = ""
    register: Annotated[str, Text("Register", LOCAL, max_length=60, expected=True)] = ""
    record: Annotated[str, Text("Post", LOCAL, max_length=36, expected=True)] = ""
    occasion: Annotated[str, Text("Tillfälle", LOCAL, max_length=10)] = ""
    until: Annotated[date | None, Day("Vilar till", LOCAL)] = None
    note: Annotated[str, LongText("Anteckning", LOCAL)] = ""


REGISTER = Register(
    name="attention_marks",
    record=AttentionMark,
    singular="bevakningsmärke",
    plural="Bevakningsmärken",
    new_label="Nytt bevakningsmärke",
    icon="checkmark_circle",
    title_fields=("verdict",),
    sections=(Section("oversikt", "Översikt", ("verdict", "kind", "register", "record", "occasion", "until", "note")),),
    columns=("verdict", "kind", "until"),
    search=("note",),
    made_by_program=(
        "Bevakningsmärken läggs inte till för hand: de blir till när en rad i Kräver åtgärd får vila eller är hanterad."
    ),
)
