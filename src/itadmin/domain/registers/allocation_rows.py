"""What a kostnadsfördelning owns: who takes part with which numbers, weighed keys, and the outcome once locked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from itadmin.domain.fields import OPEN, Choice, Day, Money, Percent, Text, Whole


@dataclass(frozen=True, kw_only=True)
class ParticipantRow:
    """A kommun that carries a part, from and to which day, and the numbers that models may need of it."""

    municipality: Annotated[str, Text("Kommun", OPEN, required=True, form="municipality_code")] = ""
    starts_on: Annotated[date | None, Day("Från och med", OPEN)] = None
    ends_on: Annotated[date | None, Day("Till och med", OPEN)] = None
    users: Annotated[int | None, Whole("Användare", OPEN)] = None
    units: Annotated[int | None, Whole("Enheter", OPEN)] = None
    earlier: Annotated[int | None, Money("Tidigare del", OPEN)] = None
    fixed_amount: Annotated[int | None, Money("Fast belopp", OPEN)] = None


@dataclass(frozen=True, kw_only=True)
class KeyRow:
    """One of several keys that are weighed together; weights make 100 % in all."""

    key: Annotated[str, Choice("Nyckel", OPEN, values="fordelningsmodell", required=True)] = ""
    weight: Annotated[int | None, Percent("Vikt", OPEN)] = None


@dataclass(frozen=True, kw_only=True)
class ShareRow:
    """What a kommun carries as it was locked, with the number it rests on and where that came from."""

    municipality: Annotated[str, Text("Kommun", OPEN, required=True, form="municipality_code")] = ""
    basis: Annotated[int | None, Whole("Underlag", OPEN, maximum=10**15)] = None
    counted_on: Annotated[date | None, Day("Per", OPEN)] = None
    source: Annotated[str, Text("Källa", OPEN)] = ""
    amount: Annotated[int | None, Money("Belopp", OPEN)] = None
