"""How far the kommuner have come with each system: the five levels in words, as a ladder, and as a matrix."""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.documents.content import Block, Cell, CellContent, Column, DataTable, Ladder, Link, Paragraph, Row, Step
from itadmin.documents.it_policy_facts import PolicyFacts
from itadmin.documents.it_policy_systems import PolicySystem
from itadmin.documents.templates import shipped_template
from itadmin.domain.calculations.cooperation import LEVELS
from itadmin.domain.text import without_digit

_TEMPLATE = "it_policy"
_VALUES = "samverkansniva"
_PROPOSED = "*"
_NOT_ADOPTED = "* Förslag till namn som inte är antaget."
_MATRIX = "matrix"
_NO_LEVELS = "Ingen samverkansnivå är registrerad för något system."
_MATRIX_NOTE = (
    "Siffran är nivån, – att ingen är registrerad. Mörkare ruta är högre nivå. Systemets nivå är den högsta "
    "som minst två kommuner har nått. Pil: målet är inte nått."
)


def level_name(facts: PolicyFacts, level: int) -> str:
    """What a level is called."""
    return without_digit(facts.words.label_of(_VALUES, str(level)))


def _explained_name(facts: PolicyFacts, level: int) -> str:
    """What a level is called where the levels are explained: marked when the name is only a proposal."""
    return f"{level_name(facts, level)}{_PROPOSED if facts.words.is_proposed(_VALUES, str(level)) else ''}"


def _levels_note(facts: PolicyFacts) -> str:
    is_proposed = any(facts.words.is_proposed(_VALUES, str(level)) for level in LEVELS)
    return f"{_NOT_ADOPTED} {facts.source}" if is_proposed else facts.source


def levels_table(facts: PolicyFacts) -> tuple[Block, ...]:
    """The five levels: what each is called and means, its usual form, and how many systems have come to it."""
    template = shipped_template(_TEMPLATE)
    columns = (
        Column("Nivå", "center", 12),
        Column("Benämning", weight=36),
        Column("Innebär", weight=58),
        Column("Vanlig form", weight=38),
        Column("System", "right", 16),
    )
    rows: tuple[Row, ...] = tuple(
        (
            Cell(str(level), level=level),
            _explained_name(facts, level),
            template.text({}, f"levels.niva_{level}"),
            template.title(f"levels.niva_{level}"),
            str(len(_on(facts, level))),
        )
        for level in LEVELS
    )
    return (DataTable(columns, rows, template.heading("levels"), _levels_note(facts), grid=True, wide=True),)


def ladder(facts: PolicyFacts) -> tuple[Block, ...]:
    """The levels as steps, with the systems that stand on each."""
    steps = tuple(
        Step(level_name(facts, level), tuple(found.system.name for found in _on(facts, level))) for level in LEVELS
    )
    return (
        Ladder(
            steps,
            "Samverkanstrappan med systemens plats på den",
            "Trappa med fem steg, ett för varje nivå av samverkan.",
            facts.source,
        ),
    )


def _on(facts: PolicyFacts, level: int) -> list[PolicySystem]:
    return [found for found in facts.levelled if found.level == level]


def matrix(facts: PolicyFacts) -> tuple[Block, ...]:
    """Every system that has a level, kommun by kommun, with where it has come as a whole and its target."""
    if not facts.levelled or not facts.kommuner:
        return (Paragraph(_NO_LEVELS),)
    columns = (
        Column("System", weight=48),
        *(Column(kommun.town, "center", 15) for kommun in facts.kommuner),
        Column("System\u00adnivå", "center", 14),
        Column("Mål", "center", 10),
    )
    rows = tuple(tuple(_matrix_row(facts, found)) for found in facts.levelled)
    table = DataTable(
        columns,
        rows,
        "Samverkansnivå per system och kommun",
        f"{_MATRIX_NOTE} {facts.source}",
        row_heading="strong",
        grid=True,
        wide=True,
        key=_MATRIX,
    )
    return (
        Paragraph(("Nivån i varje kommun, systemets nivå som helhet och målet framgår av ", Link(_MATRIX), ".")),
        table,
    )


def _matrix_row(facts: PolicyFacts, found: PolicySystem) -> Iterator[CellContent]:
    yield found.system.name
    for kommun in facts.kommuner:
        level = found.levels.get(kommun.id)
        yield "" if level is None else Cell(str(level), level=level)
    yield Cell(str(found.level), strong=True)
    yield target_words(found)


def target_words(found: PolicySystem) -> str:
    """The target of a system, with an arrow when it is not reached; "" without one."""
    if not found.target:
        return ""
    return f"→ {found.target}" if found.level < found.target else str(found.target)
