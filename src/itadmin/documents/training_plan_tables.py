"""The tables of a utbildningsplan: målgrupper with their numbers, moment, who is to do which, and sessions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from itadmin.documents.content import Cell, CellContent, Column, DataTable, Inline, Missing, Strong
from itadmin.documents.gathering import shown
from itadmin.documents.phrases import counted
from itadmin.documents.training_plan_facts import Occasion, PlanFacts
from itadmin.domain.calculations.lacking import BEFORE_ACCESS, OBLIGATORY, VOLUNTARY
from itadmin.domain.durations import duration_text
from itadmin.domain.money import grouped
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.services.reference_data import municipalities

_DEMANDS: Mapping[str, tuple[str, int]] = {BEFORE_ACCESS: ("F", 4), OBLIGATORY: ("O", 3), VOLUNTARY: ("V", 1)}
"""How a demand is marked in the matrix: its letter and how heavily the cell is filled."""

_MATRIX_NOTE = "F  före behörighet    O  obligatoriskt    V  valfritt"


def audiences(facts: PlanFacts) -> DataTable:
    """Each målgrupp, what it is to know, and how many it is in each kommun."""
    codes = tuple(facts.municipalities)
    levels = {row.audience: row for row in facts.plan.audiences}
    rows: list[tuple[CellContent, ...]] = []
    for audience in facts.audiences:
        row = levels.get(audience)
        level = shown(row, "level", facts.words) if row else ""
        rows.append((_audience(facts, audience), level, *_counted([facts.people(audience, code) for code in codes])))
    has_sum = bool(codes) and len(rows) > 1
    if has_sum:
        rows.append(("Summa", "", *_counted([_whole(facts, code) for code in codes])))
    towns = {kommun.code: kommun.town for kommun in municipalities()}
    kommuner = (Column(towns.get(code, name), "right", 22) for code, name in facts.municipalities.items())
    return DataTable(
        columns=(
            Column("Målgrupp", weight=48),
            Column("Ska kunna", weight=40),
            *kommuner,
            *((Column("Summa", "right", 20),) if len(codes) > 1 else ()),
        ),
        rows=tuple(rows),
        caption="Målgrupper, vad de ska kunna och hur många de är",
        row_heading="strong",
        sum_row=has_sum,
        wide=True,
        key="audiences",
    )


def modules(facts: PlanFacts) -> DataTable:
    """Each moment with what it holds."""
    names = {module.id: module.code or module.title for module in facts.modules}
    return DataTable(
        columns=(
            Column("Kod", weight=18),
            Column("Moment och innehåll", weight=78),
            Column("Form", weight=28),
            Column("Tid", weight=22),
            Column("Förkunskap", weight=26),
            Column("Repeteras", weight=24),
        ),
        rows=tuple(
            (
                module.code,
                _told(module),
                _known(module, "form", shown(module, "form", facts.words)),
                _known(module, "tid", duration_text(module.minutes)),
                ", ".join(names[key] for key in module.prerequisites if key in names),
                _repeated(module),
            )
            for module in facts.modules
        ),
        caption="Utbildningsmoment",
        row_heading="strong",
        wide=True,
        key="modules",
    )


def matrix(facts: PlanFacts) -> DataTable:
    """Which målgrupp is to do which moment."""
    columns = tuple(Column(_audience(facts, audience), "center", 24) for audience in facts.audiences)
    return DataTable(
        columns=(Column("Moment", weight=60), *columns),
        rows=tuple((_name(module), *_demanded(facts, module)) for module in facts.modules),
        caption="Vilka som ska gå vad",
        note=_MATRIX_NOTE,
        row_heading="strong",
        grid=True,
        wide=True,
        key="matrix",
    )


def occasions(found: Sequence[Occasion]) -> DataTable:
    """Sessions with where they are and how many take part."""
    return DataTable(
        columns=(
            Column("Dag", weight=34),
            Column("Tillfälle", weight=62),
            Column("Plats", weight=40),
            Column("Platser", "right", 18),
            Column("Anmälda", "right", 20),
            Column("Genom\u00adförda", "right", 20),
        ),
        rows=tuple(
            (
                _when(occasion),
                occasion.session.title,
                occasion.session.venue or ("Möteslänk" if occasion.session.meeting_link else ""),
                _number(occasion.session.seats),
                str(occasion.signed_up),
                str(len(occasion.done)) if occasion.session.status == "genomfort" else "",
            )
            for occasion in found
        ),
        caption="Tillfällen",
        row_heading="strong",
        wide=True,
        key="occasions",
    )


def progress(facts: PlanFacts) -> DataTable:
    """How many have done each moment, of those who must."""
    return DataTable(
        columns=(
            Column("Moment", weight=80),
            Column("Klara", "right", 24),
            Column("Ska gå", "right", 24),
            Column("Andel, %", "right", 24),
        ),
        rows=tuple((_name(module), *_come(facts.done[module.id], facts.expected(module))) for module in facts.modules),
        caption="Så långt har utbildningen kommit",
        row_heading="strong",
        wide=True,
        key="progress",
    )


def _come(done: int, expected: int | None) -> tuple[str, str, str]:
    share = str(min(done * 100 // expected, 100)) if expected else ""
    return grouped(done), _number(expected), share


def material(facts: PlanFacts) -> DataTable:
    """What there is to learn from, and who keeps it true."""
    return DataTable(
        columns=(
            Column("Material", weight=52),
            Column("Version", weight=20),
            Column("Finns på", weight=62),
            Column("Ansvarar", weight=40),
        ),
        rows=tuple((row.title, row.version, row.address, row.responsible) for row in facts.plan.material),
        caption="Material och manualer",
        row_heading="strong",
        wide=True,
        key="material",
    )


def duties(facts: PlanFacts) -> DataTable:
    """Who answers for what."""
    return DataTable(
        columns=(Column("Uppgift", weight=90), Column("Funktion", weight=60)),
        rows=tuple((row.task, row.function) for row in facts.plan.duties),
        caption="Ansvar",
        wide=True,
        key="duties",
    )


def _audience(facts: PlanFacts, code: str) -> str:
    return facts.words.label_of("malgrupp", code)


def _number(number: int | None) -> str:
    return grouped(number) if number is not None else ""


def _counted(numbers: Sequence[int | None]) -> tuple[str, ...]:
    """Numbers as cells, and what is known of several put together as one more."""
    return (*map(_number, numbers), *((_number(_sum(numbers)),) if len(numbers) > 1 else ()))


def _whole(facts: PlanFacts, code: str) -> int | None:
    """How many there are in a kommun."""
    return _sum([facts.people(audience, code) for audience in facts.audiences])


def _sum(numbers: Iterable[int | None]) -> int | None:
    """What is known of some numbers put together; None when nothing is."""
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def _repeated(module: TrainingModule) -> str:
    return f"efter {counted(module.valid_months, 'månad', 'månader')}" if module.valid_months else "nej"


def untold(module: TrainingModule, what: str) -> str:
    """What something of a moment is called that the plan cannot be adopted without: "form för KV-1"."""
    return f"{what} för {module.code or module.title}"


def _known(module: TrainingModule, what: str, told: str) -> Inline:
    return told or (Missing(untold(module, what), in_place=True),)


def _name(module: TrainingModule) -> str:
    return f"{module.code} {module.title}".strip()


def _told(module: TrainingModule) -> CellContent:
    return (Strong(module.title), f"\n{module.content}") if module.content else (Strong(module.title),)


def _demanded(facts: PlanFacts, module: TrainingModule) -> Iterator[Cell]:
    demands = {row.audience: row.demand for row in module.demands}
    for audience in facts.audiences:
        letter, level = _DEMANDS.get(demands.get(audience, ""), ("", 0))
        yield Cell(letter, level)


def _when(occasion: Occasion) -> str:
    session = occasion.session
    if session.starts_on is None:
        return "Inte bestämt"
    last = session.ends_on if session.ends_on and session.ends_on != session.starts_on else None
    days = session.starts_on.isoformat() + (f"–{last.isoformat()}" if last else "")
    hours = "–".join(part for part in (session.starts_at, session.ends_at) if part)
    return "\n".join(part for part in (days, hours) if part)
