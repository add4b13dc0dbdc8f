"""Utbildningsplan: for whom, what and how training in a system is given, for systemägaren to adopt by signing.

The facts stand in `training_plan_facts.py`, what it says of itself in `training_plan_front.py`, the tables in
`training_plan_tables.py`, those of money in `training_plan_money.py`, the prose in the template. The outline follows
the field dossier's chapter 5.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from itadmin.documents import training_plan_front as front
from itadmin.documents import training_plan_money as money
from itadmin.documents import training_plan_tables as tables
from itadmin.documents.content import (
    Block,
    BulletList,
    Heading,
    Missing,
    Paper,
    Paragraph,
    Signatory,
    SignatureBlock,
    SignatureParty,
    Strong,
)
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.phrases import counted, day_in_words, lowered
from itadmin.documents.prepared import Prepared, missing_values
from itadmin.documents.steering_document_front import gaps_told
from itadmin.documents.templates import Words, joined, shipped_template
from itadmin.documents.training_plan_facts import REGISTER, PlanFacts, gather
from itadmin.domain.calculations.lacking import BEFORE_ACCESS
from itadmin.domain.money import NBSP, format_percent
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.domain.text import file_name, listed
from itadmin.services.reading import Reading

__all__ = ["NAME", "REGISTER", "TYPE", "prepare"]

TYPE = "training_plan"
NAME = "Utbildningsplan"

_LONGEST_NAME_PART = 60
_KEYS: Mapping[str, str] = {"ANVANDARE": "antalet deltagare", "LIKA": "lika delar"}


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper of one plan as things are on the day of the reading. Raises KnownError when there is none."""
    facts = gather(reading, record_id)
    paper = _paper(reading, facts, draft=draft)
    lacking = missing_values(paper, front.targets(facts))
    if draft:
        paper = replace(paper, front=gaps_told(lacking))
    parts = (facts.plan.title[:_LONGEST_NAME_PART], reading.day.isoformat())
    version = f"_v{facts.plan.version}" if facts.plan.version else ""
    return Prepared(paper, lacking, file_name("_".join(parts) + version + ".pdf"))


def _paper(reading: Reading, facts: PlanFacts, *, draft: bool) -> Paper:
    plan = facts.plan
    body = tuple(_body(facts))
    plain = dated_paper(reading, plan.title, body, internal=False)
    version = f"Version{NBSP}{plan.version}" if plan.version else ""
    return replace(
        plain,
        subtitle=facts.own.name,
        header_right=plan.title,
        footer_left=" · ".join(part for part in (plan.title, version, reading.day.isoformat()) if part),
        draft=draft,
        cover=front.cover(facts, is_sample=reading.is_sample),
    )


def _body(facts: PlanFacts) -> Iterator[Block]:
    yield from front.about(facts)
    yield from _purpose(facts)
    yield from _audiences(facts)
    yield from _modules(facts)
    yield from _before(facts)
    yield from _occasions(facts)
    yield from _tabled(facts, "material")
    yield from _duties(facts)
    yield from _budget(facts)
    yield from _follow_up(facts)
    yield from _revision(facts)
    if not facts.is_adopted:
        yield SignatureBlock((_adopting(facts),))


def _purpose(facts: PlanFacts) -> Iterator[Block]:
    yield Heading(_heading("purpose"))
    yield Paragraph(front.said(facts, "purpose"))
    target = facts.plan.target_percent
    if target is not None:
        yield _prose({"andel": f"minst {format_percent(target)}"}, "purpose.aim")


def _audiences(facts: PlanFacts) -> Iterator[Block]:
    yield Heading(_heading("audiences"))
    if not facts.audiences:
        yield Paragraph((Missing(front.NO_AUDIENCES),))
        return
    concerned = listed(facts.concerned) or facts.own.name
    scope = f"all personal i {concerned}" if facts.plan.all_staff else f"dem i {concerned} som hör till målgrupperna"
    numbers = ("audiences.numbers",) if facts.municipalities else ()
    yield _prose({"omfattning": scope}, "audiences.intro", *numbers)
    yield tables.audiences(facts)


def _modules(facts: PlanFacts) -> Iterator[Block]:
    yield Heading(_heading("modules"))
    if not facts.modules:
        yield Paragraph((Missing(front.NO_MODULES),))
        return
    yield _prose({"antal": counted(len(facts.modules), "moment", "moment")}, "modules.intro")
    yield tables.modules(facts)
    if not any(module.demands for module in facts.modules):
        yield Paragraph((Missing(front.NO_DEMANDS),))
    elif facts.audiences:
        yield tables.matrix(facts)


def _before(facts: PlanFacts) -> Iterator[Block]:
    """Per målgrupp what is demanded before access."""
    if not facts.modules:
        return
    yield Heading(_heading("before"))
    demanded = [(audience, _demanded(facts, audience)) for audience in facts.audiences]
    points = tuple(
        (Strong(facts.words.label_of("malgrupp", audience)), f": {listed(tuple(map(_title, modules)))}")
        for audience, modules in demanded
        if modules
    )
    yield _prose({}, "before.intro" if points else "before.none")
    if points:
        yield BulletList(points)


def _demanded(facts: PlanFacts, audience: str) -> list[TrainingModule]:
    return [
        module
        for module in facts.modules
        if any((row.audience, row.demand) == (audience, BEFORE_ACCESS) for row in module.demands)
    ]


def _title(module: TrainingModule) -> str:
    return f"{lowered(module.title)} ({module.code})" if module.code else lowered(module.title)


def _occasions(facts: PlanFacts) -> Iterator[Block]:
    """What is to come and what has been in the time of the plan."""
    first = facts.plan.valid_from or facts.day
    told = [found for found in facts.occasions if (found.session.starts_on or facts.day) >= min(first, facts.day)]
    yield Heading(_heading("occasions"))
    yield tables.occasions(told) if told else _prose({}, "occasions.none")


def _tabled(facts: PlanFacts, name: str) -> Iterator[Block]:
    if facts.plan.material:
        yield Heading(_heading(name))
        yield tables.material(facts)


def _duties(facts: PlanFacts) -> Iterator[Block]:
    yield Heading(_heading("duties"))
    responsible = joined(facts.responsible or Missing(front.LABELS["responsible_function"]))
    yield _prose({"ansvarig": responsible}, "duties.intro" if facts.system else "duties.general")
    if facts.plan.duties:
        yield tables.duties(facts)


def _budget(facts: PlanFacts) -> Iterator[Block]:
    if not facts.plan.budget:
        return
    yield Heading(_heading("budget"))
    yield money.budget(facts)
    shared = money.sharing(facts)
    if shared is not None:
        yield _prose({"nyckel": _KEYS[facts.plan.cost_model]}, "budget.shared")
        yield shared


def _follow_up(facts: PlanFacts) -> Iterator[Block]:
    given = [found for found in facts.occasions if found.done]
    ratings = [rating for found in facts.occasions for rating in found.ratings]
    has_done = any(facts.done.values())
    if not (facts.plan.follow_up or has_done):
        return
    yield Heading(_heading("follow_up"))
    if facts.plan.follow_up:
        yield Paragraph(facts.plan.follow_up)
    if given:
        words: Words = {
            "deltaganden": counted(sum(len(found.done) for found in given), "deltagande", "deltaganden"),
            "tillfallen": counted(len(given), "tillfälle", "tillfällen"),
            "betyg": f"{sum(ratings) / len(ratings):.1f}".replace(".", ",") if ratings else "",
            "svar": counted(len(ratings), "svar", "svar"),
        }
        yield _prose(words, "follow_up.figures", *(("follow_up.rating",) if ratings else ()))
    if has_done:
        yield tables.progress(facts)


def _revision(facts: PlanFacts) -> Iterator[Block]:
    plan = facts.plan
    day = Strong(day_in_words(plan.revise_by)) if plan.revise_by else Missing(front.LABELS["revise_by"])
    version = plan.system_version or (facts.system.version if facts.system else "")
    more = (("revision.system",) if facts.system else ()) + (("revision.version",) if facts.system and version else ())
    yield Heading(_heading("revision"))
    yield _prose({"revideras": (day,), "systemversion": version}, "revision.each_year", *more)


def _adopting(facts: PlanFacts) -> SignatureParty:
    title = facts.plan.adopted_function or ("Systemägare" if facts.system else facts.responsible)
    return SignatureParty(
        "den som fastställer planen", facts.own.name, "", (Signatory(title or "Behörig enligt delegation"),)
    )


def _heading(section: str) -> str:
    return shipped_template(TYPE).heading(section)


def _prose(words: Words, *passages: str) -> Paragraph:
    return Paragraph(shipped_template(TYPE).text(words, *passages))
