"""The tables of an IT-policy that are worked out from the register: where things stand, goals, who answers for what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from itadmin.documents.content import Block, Column, DataTable, Missing, Paragraph, Row
from itadmin.documents.it_policy_facts import PolicyFacts
from itadmin.documents.it_policy_requirements import NO_GOALS, goal_mark
from itadmin.documents.it_policy_systems import PolicySystem
from itadmin.documents.phrases import counted, day_in_words, raised
from itadmin.documents.templates import joined
from itadmin.domain.calculations.cooperation import COMMON_OPERATION
from itadmin.domain.calculations.goals import Measured, newest
from itadmin.domain.calculations.opportunities import ENDING_MONTHS
from itadmin.domain.calendar import add_months
from itadmin.domain.money import NBSP, format_percent, grouped
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.goals import Goal
from itadmin.services.goals import readings_of

_OPERATION = ("driftavtal", "driftoverenskommelse")
_SUPPLIED = frozenset({"saas", "extern_drift"})
_BEST_FIRST = ("gallande", "uppsagt", "invantar_underskrift", "forhandling", "utkast")
_SIGNS: Mapping[str, str] = {"klar": "●", "pagar": "○", "forsenad": "○"}
_WHOLE_PERCENT = 100
_SEVERAL = 2
_LACKING = "Saknas"
_BY_HAND = "Följs för hand"
_HAND_NOTE = "Utfall med datum är avlästa för hand."
_NOTHING_COUNTED = "Inget att räkna"
_NO_SYSTEMS = "Inga system i drift är registrerade."
_ONLY_OWN = " Siffrorna i policyn är räknade ur det registret och inte ur de andra kommunernas."
_NO_JOINT = "Inget gemensamt system är registrerat."


def present_state(facts: PolicyFacts) -> tuple[Block, ...]:
    """How many systems there are, how many the kommuner have together, and how far the goals' measures have come."""
    if not facts.systems:
        return (Paragraph(_NO_SYSTEMS),)
    systems = counted(len(facts.systems), "system", "system")
    sentence = (
        f"{facts.register} omfattar {systems} i drift {day_in_words(facts.day)}. "
        f"{_how_many_joint(len(facts.joint))} för flera kommuner.{_ONLY_OWN if _is_one_of_several(facts) else ''}"
    )
    columns = (Column("Mått", weight=88), Column(facts.day.isoformat(), "right", 30), Column("Mål", "right", 25))
    return (Paragraph(sentence), DataTable(columns, tuple(_state_rows(facts)), "Nuläge i siffror", facts.source))


def _is_one_of_several(facts: PolicyFacts) -> bool:
    """Whether other kommuner, with registers of their own, have the policy too."""
    return facts.municipality_id is not None and len(facts.kommuner) > 1


def _how_many_joint(number: int) -> str:
    if number > 1:
        return f"{grouped(number)} av dem är gemensamma"
    return "Ett av dem är gemensamt" if number else "Inget av dem är gemensamt"


def _state_rows(facts: PolicyFacts) -> Iterator[Row]:
    together = sum(found.level >= COMMON_OPERATION for found in facts.systems)
    yield "System i drift", grouped(len(facts.systems)), ""
    yield "Gemensamma system", grouped(len(facts.joint)), ""
    yield f"System på nivå {COMMON_OPERATION} eller högre", grouped(together), ""
    targets = {goal.measure: goal.target_percent for goal in facts.goals if goal.target_percent is not None}
    for code, label in facts.words.all_of("malmatt").items():
        share = facts.shares.get(code)
        if share is not None and share.of:
            target = targets.get(code)
            yield label, _in_words(share.percent), "" if target is None else format_percent(target)


def _in_words(percent: int | None) -> str:
    """A share as whole percent, never more than it is, "97 %"; "" when there is nothing to count."""
    return "" if percent is None else format_percent(percent // _WHOLE_PERCENT * _WHOLE_PERCENT)


def goals_table(facts: PolicyFacts) -> tuple[Block, ...]:
    """The goals of the policy, area by area, with year, where they stand and how far the measured ones have come."""
    if not facts.goals:
        return (Paragraph((Missing(NO_GOALS),)),)
    columns = (
        Column("Område", weight=31),
        Column("Mål", weight=57),
        Column("Målår", "right", 13),
        Column("Läge", weight=26),
        Column("Utfall", "right", 33),
    )
    rows = tuple(_goal_row(facts, goal) for goal in facts.goals)
    return (DataTable(columns, rows, "Mål per område", _goals_note(facts), row_heading="strong", wide=True),)


def _goal_row(facts: PolicyFacts, goal: Goal) -> Row:
    area = facts.words.label_of("malomrade", goal.area) if goal.area else goal_mark(goal, "area")
    status = f"{_SIGNS.get(goal.status, '–')} {facts.words.label_of('aktivitetsstatus', goal.status)}"
    return (
        joined(area),
        goal.wording,
        joined(str(goal.year) if goal.year else goal_mark(goal, "year")),
        joined(status if goal.status else goal_mark(goal, "status")),
        _outcome(facts, goal),
    )


def _outcome(facts: PolicyFacts, goal: Goal) -> str:
    """What is counted, else what was last read and when or that it is followed by hand, and what is aimed at."""
    share, last = facts.shares.get(goal.measure), _last_read(facts, goal)
    if share is not None:
        reached = _in_words(share.percent) or _NOTHING_COUNTED
    else:
        reached = f"{_in_words(last.percent)} ({last.day.isoformat()})" if last else _BY_HAND
    target = "" if goal.target_percent is None else f"mål{NBSP}{format_percent(goal.target_percent)}"
    return ", ".join(part for part in (reached, target) if part)


def _last_read(facts: PolicyFacts, goal: Goal) -> Measured | None:
    """What was last read of a goal that the register does not count."""
    return None if goal.measure in facts.shares else newest(readings_of(goal), facts.day)


def _goals_note(facts: PolicyFacts) -> str:
    """Where the outcomes come from, and the areas that have no goal."""
    taken = {goal.area for goal in facts.goals}
    names = [label.lower() for code, label in facts.words.all_of("malomrade").items() if code not in taken]
    by_hand = _HAND_NOTE if any(_last_read(facts, goal) for goal in facts.goals) else ""
    unset = f"Inget mål är satt för: {', '.join(names)}." if names else ""
    return " ".join(part for part in (facts.source, by_hand, unset) if part)


def responsibility(facts: PolicyFacts) -> tuple[Block, ...]:
    """Who owns, who operates and what is agreed for each system that several kommuner have together."""
    if not facts.joint:
        return (Paragraph(_NO_JOINT),)
    columns = (
        Column("System", weight=36),
        Column("Område", weight=28),
        Column("Systemägare", weight=35),
        Column("Driftas av", weight=38),
        Column("Driftavtal", weight=23),
    )
    rows = tuple(
        (
            found.system.name,
            found.system.area,
            found.owner or _LACKING,
            found.operated_by or found.hosting,
            agreed(facts, found),
        )
        for found in facts.joint
    )
    return (DataTable(columns, rows, "Ansvar för gemensamma system", facts.source, row_heading="strong", wide=True),)


def agreed(facts: PolicyFacts, found: PolicySystem) -> str:
    """How the agreement on operation stands: in force, ending on a day, on its way, or lacking."""
    own = [item for item in found.agreements if item.kind in _OPERATION]
    if not own and found.system.hosting in _SUPPLIED:
        return "Leverantörens avtal" if found.agreements else _LACKING
    best = min(own, key=lambda item: _BEST_FIRST.index(item.status), default=None)
    return _LACKING if best is None else _standing(facts, best)


def _standing(facts: PolicyFacts, agreement: Agreement) -> str:
    ends = agreement.ends_on
    is_in_force = agreement.status in _BEST_FIRST[:2]
    if is_in_force and ends is not None and ends <= add_months(facts.day, ENDING_MONTHS):
        return f"Löper ut {ends.isoformat()}"
    return facts.words.label_of("avtalsstatus", agreement.status)


def competence(facts: PolicyFacts) -> tuple[Block, ...]:
    """How many systems have an utbildningsplan, and how many of the joint ones several people know."""
    return (*_plans(facts), *_known_by_several(facts))


def _plans(facts: PolicyFacts) -> tuple[Block, ...]:
    share = facts.shares.get("andel_utbildningsplan")
    if share is None or not share.of:
        return ()
    systems = counted(share.of, "verksamhetssystem", "verksamhetssystem")
    adopted = f"hade {grouped(share.number)} av {systems} i drift en utbildningsplan som gäller"
    return (Paragraph(f"{raised(day_in_words(facts.day))} {adopted}, enligt {facts.register}."),)


def _known_by_several(facts: PolicyFacts) -> tuple[Block, ...]:
    told = [found.able for found in facts.joint if found.able is not None]
    if not told:
        return (Paragraph("Hur många som kan varje gemensamt system är inte registrerat."),)
    enough = sum(number >= _SEVERAL for number in told)
    systems = counted(len(told), "gemensamt system", "gemensamma system")
    return (
        Paragraph(
            f"{raised(day_in_words(facts.day))} hade {grouped(enough)} av {systems} minst två personer "
            f"som kan driften eller supporten, enligt {facts.register}."
        ),
    )
