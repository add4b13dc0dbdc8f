"""Every model by which kommuner share a cost: what each carries of it, exactly, and then in whole öre.

A model is asked for each stretch of time with those who take part then, so that who comes late or leaves early carries
nothing of the rest. Fractions are exact until the very last, when `allocation.shares` gives whole öre. Knows no
register, and no names: a kommun is its kommunkod.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

from itadmin.domain.calculations.allocation import FIXED_PERCENT, WHOLE_PERCENT, shares, weights_of

BY_INHABITANTS = ("BEFOLKNING", "FAST_RORLIG")
BY_NUMBERS = ("ANVANDARE", "ENHETER", "HISTORISK")
ALIKE, WEIGHTED, WITH_REST, CAUSED = "LIKA", "VIKTAD", "FAST_BELOPP", "DIREKT"
KEYS = ("BEFOLKNING", ALIKE, "FAST_RORLIG", *BY_NUMBERS)
"""The models that can be one of several keys."""
RESTS = (*KEYS, WEIGHTED)
"""The models by which what is left of a cost can be shared, when agreed amounts have been taken from it."""
MODELS = (*RESTS, WITH_REST, CAUSED)
_PERCENT = WHOLE_PERCENT // 100
_DEFAULT = "BEFOLKNING"


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the models go by.

    `inhabitants` by kommunkod; `numbers` by model – users, units, what each carried before – and kommunkod; `amounts`
    are agreed, in öre, by kommunkod; `weights` are those of keys, by model, in any measure; `fixed_share` is the part
    of FAST_RORLIG that is shared alike, in hundredths of a percent.
    """

    inhabitants: Mapping[str, int] = field(default_factory=dict)
    numbers: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    amounts: Mapping[str, int] = field(default_factory=dict)
    weights: Mapping[str, int] = field(default_factory=dict)
    fixed_share: int = FIXED_PERCENT * _PERCENT

    def of(self, model: str) -> Mapping[str, int] | None:
        """The numbers that a model goes by, by kommunkod; None for one that asks for none."""
        if model in BY_INHABITANTS:
            return self.inhabitants
        if model in BY_NUMBERS:
            return self.numbers.get(model, {})
        return self.amounts if model == CAUSED else None


@dataclass(frozen=True, slots=True)
class Model:
    """A model by its code; `rest` is how what is left is shared, where some of the cost is agreed in kronor."""

    code: str
    rest: str = _DEFAULT

    @property
    def deciding(self) -> str:
        """The model that decides what is not agreed in kronor."""
        return self.rest if self.code == WITH_REST else self.code

    def asked(self, grounds: Grounds) -> tuple[str, ...]:
        """The models whose numbers decide; several where keys are weighed together."""
        return tuple(grounds.weights) if self.deciding == WEIGHTED else (self.deciding,)


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many days or months during which the same kommuner take part."""

    length: int
    codes: frozenset[str]


def unnumbered(model: Model, codes: Collection[str], grounds: Grounds) -> tuple[str, ...]:
    """The kommuner that the model lacks a number of, in order of kommunkod."""
    asked = [known for each in model.asked(grounds) if (known := grounds.of(each)) is not None]
    return tuple(sorted(code for code in codes if any(code not in known for known in asked)))


def carried(amount: int, model: Model, grounds: Grounds, stretches: Sequence[Stretch]) -> dict[str, int]:
    """What each kommun carries of `amount`, in öre, by kommunkod; who takes part for no time is not there.

    Raises ValueError with a Swedish sentence for what cannot be shared. Numbers that `unnumbered` tells are asked for.
    """
    if amount < 0:
        raise ValueError("Beloppet ska vara noll eller mer.")
    whole = sum(stretch.length for stretch in stretches)
    if whole <= 0:
        raise ValueError("Ingen deltar. Välj vilka kommuner som delar på kostnaden.")
    exact: dict[str, Fraction] = {}
    for stretch in stretches:
        if stretch.length and not stretch.codes:
            raise ValueError("Under en del av perioden deltar ingen. Ändra dagarna eller perioden.")
        for code, part in _parts(amount, model, grounds, stretch.codes).items():
            exact[code] = exact.get(code, Fraction()) + part * Fraction(stretch.length, whole)
    return divided(amount, exact)


def divided(amount: int, parts: Mapping[str, Fraction]) -> dict[str, int]:
    """An amount in whole öre by exact parts of any common measure; raises ValueError as `shares`."""
    measure = lcm(*(part.denominator for part in parts.values()))
    return shares(amount, {code: int(part * measure) for code, part in parts.items()})


def _parts(amount: int, model: Model, grounds: Grounds, codes: frozenset[str]) -> dict[str, Fraction]:
    """The part of the whole of each who takes part, as fractions that add up to one."""
    if model.code == CAUSED:
        return _caused(amount, grounds, codes)
    rest = _keyed(model.deciding, grounds, codes)
    if model.code != WITH_REST or not amount:
        return rest
    agreed = {code: grounds.amounts.get(code, 0) for code in codes}
    left = amount - sum(agreed.values())
    if left < 0:
        raise ValueError("De fasta beloppen är tillsammans större än kostnaden. Sänk något av dem.")
    return {code: Fraction(agreed[code], amount) + Fraction(left, amount) * rest[code] for code in codes}


def _caused(amount: int, grounds: Grounds, codes: frozenset[str]) -> dict[str, Fraction]:
    """The part of a kommun that carries what it causes."""
    caused = {code: grounds.amounts[code] for code in codes}
    if sum(caused.values()) != amount:
        raise ValueError("Kommunernas egna kostnader ska tillsammans vara hela beloppet.")
    return _weighed(caused) if amount else dict.fromkeys(codes, Fraction(1, len(codes)))


def _keyed(model: str, grounds: Grounds, codes: frozenset[str]) -> dict[str, Fraction]:
    if model not in RESTS:
        raise ValueError("Välj efter vilken modell kostnaden, eller resten av den, ska fördelas.")
    if model == WEIGHTED:
        return _weighted(grounds, codes)
    if model in BY_NUMBERS:
        return _weighed({code: grounds.numbers[model][code] for code in codes})
    heads = dict.fromkeys(codes, 1) if model == ALIKE else {code: grounds.inhabitants[code] for code in codes}
    return _weighed(weights_of(model, heads, grounds.fixed_share))


def _weighted(grounds: Grounds, codes: frozenset[str]) -> dict[str, Fraction]:
    """The keys' own parts, weighed together."""
    whole = sum(grounds.weights.values())
    if whole <= 0 or not set(grounds.weights) <= set(KEYS):
        raise ValueError("Ange nycklarna och hur mycket var och en väger.")
    parts = dict.fromkeys(codes, Fraction())
    for key, weight in grounds.weights.items():
        for code, part in _keyed(key, grounds, codes).items():
            parts[code] += part * Fraction(weight, whole)
    return parts


def _weighed(weights: Mapping[str, int]) -> dict[str, Fraction]:
    whole = sum(weights.values())
    if whole <= 0 or min(weights.values()) < 0:
        raise ValueError("Minst en kommun behöver ett tal över noll, och ingen ett under noll.")
    return {code: Fraction(weight, whole) for code, weight in weights.items()}
