"""`allocate`: an amount shared between kommuner by a model, as a table or JSON."""

from __future__ import annotations

from argparse import Namespace

from itadmin.cli.context import Context
from itadmin.cli.usage import UsageError
from itadmin.domain.money import format_kronor, grouped
from itadmin.services.allocating import BY_NUMBERS, Sharing, allocated
from itadmin.services.time_machine import reading_of

_WHOLE = 100


def allocate(arguments: Namespace, context: Context) -> int:
    """Print what each kommun carries, by kommunkod."""
    if not 0 <= arguments.fixed_share <= _WHOLE:
        raise UsageError("--fixed-share är en andel i procent, från 0 till 100.")
    if arguments.basis and arguments.model not in BY_NUMBERS:
        raise UsageError(f"--basis hör till {', '.join(BY_NUMBERS)}.")
    participants = tuple(code.strip() for code in arguments.participants.split(",") if code.strip())
    sharing = Sharing(arguments.model, participants, arguments.fixed_share, dict(map(_number, arguments.basis)))
    day = arguments.on or context.around.today()
    with reading_of(arguments.file, day) as reading:
        parts = allocated(reading, arguments.amount, sharing, day)
    if arguments.format == "json":
        context.output.json(
            [{"municipality": part.municipality, "basis": part.basis, "amount": part.amount} for part in parts]
        )
    else:
        rows = ((part.municipality, grouped(part.basis), format_kronor(part.amount)) for part in parts)
        context.output.table(["Kommun", "Underlag", "Belopp"], rows)
    return 0


def _number(text: str) -> tuple[str, int]:
    code, _, number = text.partition("=")
    if not (code.strip() and number.strip().isascii() and number.strip().isdigit()):
        raise UsageError(f"Skriv KOD=ANTAL i stället för {text}, till exempel 1460=120.")
    return code.strip(), int(number)
