"""`allocate`: an amount shared between kommuner by a model, as a table or JSON."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping

from itadmin.cli.context import Context
from itadmin.cli.usage import UsageError, shown
from itadmin.domain.calculations.allocation_models import BY_NUMBERS, CAUSED, KEYS, WEIGHTED, WITH_REST
from itadmin.domain.identifiers import is_municipality_code
from itadmin.domain.money import format_kronor, grouped
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.allocation_rows import KeyRow, ParticipantRow
from itadmin.domain.registers.allocations import Allocation
from itadmin.services.allocations import outcome_of
from itadmin.services.allocations.region import region_codes
from itadmin.services.reading import Reading
from itadmin.services.time_machine import reading_of

_WHOLE = 100


def allocate(arguments: Namespace, context: Context) -> int:
    """Print what each kommun carries, by kommunkod."""
    if not 0 <= arguments.fixed_share <= _WHOLE:
        raise UsageError("--fixed-share är en andel i procent, från 0 till 100.")
    weights = dict(_pair(text, "MODELL=VIKT", "BEFOLKNING=60") for text in arguments.key)
    if not set(weights) <= set(KEYS):
        raise UsageError(f"--key väger samman {', '.join(KEYS)}.")
    day = arguments.on or context.around.today()
    with reading_of(arguments.file, day) as reading:
        outcome = outcome_of(reading, _allocation(reading, arguments, weights))
    if outcome.problem:
        raise KnownError(outcome.problem)
    if arguments.format == "json":
        context.output.json(
            [{"municipality": part.code, "basis": part.basis, "amount": part.amount} for part in outcome.parts]
        )
    else:
        rows = (
            (part.code, "" if part.basis is None else grouped(part.basis), format_kronor(part.amount))
            for part in outcome.parts
        )
        context.output.table(["Kommun", "Underlag", "Belopp"], rows)
    return 0


def _allocation(reading: Reading, arguments: Namespace, weights: Mapping[str, int]) -> Allocation:
    """What is asked for, as a record that is never stored."""
    model, rest = arguments.model, arguments.rest
    numbers = dict(_pair(text, "KOD=ANTAL", "1460=120") for text in arguments.basis)
    amounts = dict(_pair(text, "KOD=ÖRE", "1460=500000") for text in arguments.fixed_amount)
    counted = (model, rest if model == WITH_REST else "", *weights)
    if numbers and not set(counted) & set(BY_NUMBERS):
        raise UsageError(f"--basis hör till {', '.join(BY_NUMBERS)}.")
    if amounts and model not in (WITH_REST, CAUSED):
        raise UsageError(f"--fixed-amount hör till {WITH_REST} och {CAUSED}.")
    if weights and WEIGHTED not in (model, rest):
        raise UsageError(f"--key hör till {WEIGHTED}.")
    asked = [code.strip() for code in arguments.participants.split(",") if code.strip()]
    codes = asked or sorted(numbers) or region_codes(reading)
    for code in (*codes, *amounts):
        if not is_municipality_code(code):
            raise UsageError(f"{shown(code)} är ingen kommunkod. En kommunkod har fyra siffror, till exempel 1460.")
    if not set(amounts) <= set(codes):
        strangers = ", ".join(sorted(set(amounts) - set(codes)))
        raise UsageError(f"--fixed-amount gäller bara den som deltar. Lägg till i --participants: {strangers}.")
    return Allocation(
        amount=arguments.amount,
        model=model,
        rest_model=rest,
        fixed_percent=arguments.fixed_share,
        participants=tuple(_row(code, numbers.get(code), amounts.get(code)) for code in dict.fromkeys(codes)),
        keys=tuple(KeyRow(key=key, weight=weight) for key, weight in weights.items()),
    )


def _row(code: str, number: int | None, amount: int | None) -> ParticipantRow:
    """A kommun with its number, of whatever the model counts."""
    return ParticipantRow(municipality=code, users=number, units=number, earlier=number, fixed_amount=amount)


def _pair(text: str, form: str, example: str) -> tuple[str, int]:
    code, _, number = text.partition("=")
    if not (code.strip() and number.strip().isascii() and number.strip().isdigit()):
        raise UsageError(f"Skriv {form} i stället för {text}, till exempel {example}.")
    return code.strip(), int(number)
