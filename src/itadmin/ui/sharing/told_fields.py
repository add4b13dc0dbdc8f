"""What a profile lets out and what stays at home, field by field and with why. Plain words, no widgets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from itadmin.domain.fields import Exposure, Money
from itadmin.domain.register import Register
from itadmin.domain.sharing import Profile, reach
from itadmin.domain.text import fold
from itadmin.services.sharing.field_names import named_fields

_NEVER = "delas aldrig"
_REGION = "till grannar"
_GROUP = "bara till IT-chefsgruppen"
_PERSONAL = "personuppgift"
_LEFT_OUT = "undantaget i profilen"
_WITH_REGISTER = "följer registret"
_MONEY_WORDS = ("kostnader", "priser", "belopp", "kronor", "pengar")
"""By the beginning of any of these all that is about money is found, whatever it is called."""
_MONEY_STEMS = ("kostnad", "pris", "belopp", "ekonomi")
_LEAST_LOOKED_FOR = 3


@dataclass(frozen=True, slots=True)
class ToldField:
    """A field, whether it goes out, and to whom or why not. `name` is as a profile has it.

    `is_left_out` says that the profile itself keeps it at home, and could let it out, `is_money` that it is an amount.
    """

    name: str
    label: str
    goes_out: bool
    why: str
    is_left_out: bool = False
    is_money: bool = False

    def is_called(self, wanted: str) -> bool:
        """Whether it is looked for by `wanted`, folded: by a part of its name, or as something about money."""
        label = fold(self.label)
        return wanted in label or (
            len(wanted) >= _LEAST_LOOKED_FOR
            and any(word.startswith(wanted) for word in _MONEY_WORDS)
            and (self.is_money or any(stem in label for stem in _MONEY_STEMS))
        )


@dataclass(frozen=True, slots=True)
class ToldRegister:
    """A register and its fields, in the order of its page. `is_left_out` says that the profile keeps all of it home."""

    register: Register
    fields: tuple[ToldField, ...]
    is_left_out: bool = False

    def going_out(self, *, out: bool) -> list[ToldField]:
        """Those that go out, or those that stay at home."""
        return [field for field in self.fields if field.goes_out == out]

    def found(self, wanted: str, *, out: bool) -> list[ToldField]:
        """Those of them that are looked for by `wanted`, folded; all when the register is called something with it."""
        fields = self.going_out(out=out)
        return fields if wanted in fold(self.register.plural) else [item for item in fields if item.is_called(wanted)]


def told_fields(profile: Profile, registers: Iterable[Register]) -> tuple[ToldRegister, ...]:
    """What a profile does with each register."""
    return tuple(
        ToldRegister(register, tuple(_fields(profile, register)), (register.name, "") in profile.left_out)
        for register in registers
    )


def _fields(profile: Profile, register: Register) -> Iterator[ToldField]:
    out = reach(profile, register)
    for name, (label, field) in named_fields(register).items():
        goes_out = name in out
        why = _beside(field.exposure) if goes_out else _reason(profile, register, name, field.exposure, stays=not out)
        is_left_out = (register.name, name) in profile.left_out
        yield ToldField(name, label, goes_out, why, is_left_out, isinstance(field, Money))


def _beside(exposure: Exposure) -> str:
    """Whom a field that goes out may go to, and whether it is about persons."""
    to = _GROUP if exposure.share == "grupp" else _REGION
    return f"{to}, {_PERSONAL}" if exposure.personal else to


def _reason(profile: Profile, register: Register, name: str, exposure: Exposure, *, stays: bool) -> str:
    """Why a field stays at home; `stays` when its whole register does."""
    if {(register.name, part) for part in ("", name, name.split(".", maxsplit=1)[0])} & profile.left_out:
        return _LEFT_OUT
    if exposure.share == "lokal":
        return _NEVER
    if exposure.share not in profile.levels:
        return _GROUP
    if exposure.personal and not profile.personal:
        return _PERSONAL
    return _WITH_REGISTER if stays else _LEFT_OUT
