"""Points of the checklist that other registers answer: agreements, utbildningsplaner, rights and integrations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from itadmin.domain.calculations.training_plans import PlanState
from itadmin.domain.registers.access_decisions import AccessDecision
from itadmin.domain.registers.agreements import Agreement
from itadmin.services.allocations.standing import standing_of
from itadmin.services.allocations.states import ADOPTED, allocation_of
from itadmin.services.implementation.parts import plan_of, plans_of
from itadmin.services.implementation.verdicts import Ground, Judgement, Rule, found, lacking, unneeded
from itadmin.services.reading import Read
from itadmin.services.training.plans import plan_of_system

_OPERATION = ("driftavtal", "driftoverenskommelse")
_SUPPORT = ("supportavtal", "underhallsavtal", "leverantorsavtal", "molntjanstavtal")
_BY_SUPPLIER = ("saas", "extern_drift")
_IN_FORCE = ("gallande", "uppsagt")
_LEAVING = ("under_avveckling", "avvecklad")
_OVER = ("aterkallad", "upphord")
_NAMED = 3


def _operated(ground: Ground) -> Judgement:
    hosting = ground.system.hosting
    if hosting in _BY_SUPPLIER:
        return unneeded(f"leverantören sköter driften ({ground.word('driftform', hosting)})")
    agreements = [each for each in ground.agreements if each.kind in _OPERATION]
    signed = [each for each in agreements if each.status in _IN_FORCE and each.signed_on]
    if signed and signed[0].signed_on:
        return found(f"{_name(signed[0])} är undertecknat {signed[0].signed_on.isoformat()}")
    if agreements:
        state = ground.word("avtalsstatus", agreements[0].status)
        return lacking(f"{_name(agreements[0])} är inte påskrivet (läge: {state or 'okänt'})")
    return lacking("driftavtal om systemet")


def _supported(ground: Ground) -> Judgement:
    agreements = [each for each in ground.agreements if each.kind in _SUPPORT]
    in_force = [each for each in agreements if each.status in _IN_FORCE]
    if in_force:
        return found(f"{_name(in_force[0])} ({ground.word('avtalstyp', in_force[0].kind)})")
    if agreements:
        return lacking(f"{_name(agreements[0])} gäller inte än")
    return lacking("avtal om support eller molntjänst")


def _shared(ground: Ground) -> Judgement:
    shared = [each for each in ground.agreements if each.allocation_model]
    if shared:
        model = ground.word("fordelningsmodell", shared[0].allocation_model)
        return found(f"{_name(shared[0])} fördelar kostnaden (modell: {model})")
    allocations = [standing_of(ground.reading, "agreement", each.id) for each in ground.agreements]
    records = [allocation_of(read) for read in allocations if read is not None]
    adopted = [each for each in records if each.status == ADOPTED]
    if adopted:
        return found(f"kostnadsfördelningen {adopted[0].title} är fastställd")
    if records:
        return lacking(f"kostnadsfördelningen {records[0].title} är ett utkast")
    several = len(ground.plan.municipalities) > 1
    if several or any(len(each.connected_municipalities) > 1 for each in ground.agreements):
        return lacking("fördelning av kostnaden mellan kommunerna")
    return unneeded("en enda kommun använder systemet")


def _taught(ground: Ground) -> Judgement:
    judged = plan_of_system(ground.reading, ground.system.id).judged
    if judged.state is PlanState.ADOPTED:
        return found("utbildningsplanen är fastställd")
    if judged.state is PlanState.COMING:
        return found(f"utbildningsplanen är {judged.reason}")
    if judged.state is PlanState.DRAFT:
        return lacking("utbildningsplanen är ett utkast")
    if judged.state is PlanState.OUTDATED:
        return lacking(f"utbildningsplanen är inaktuell ({judged.reason})")
    return lacking("utbildningsplan")


def _old_leaves(ground: Ground) -> Judgement:
    old = ground.plan.old_system
    if old is None:
        return unneeded("planen ersätter inget system")
    name = ground.reading.label("systems", old)
    if any(plan_of(read).kind == "avveckling" and plan_of(read).status != "avbruten" for read in _plans(ground)):
        return found(f"det finns en avvecklingsplan för {name}")
    record = ground.reading.one("systems", old).record
    if getattr(record, "lifecycle", "") in _LEAVING:
        return found(f"{name} är {ground.word('livscykel', getattr(record, 'lifecycle', ''))}")
    return lacking(f"avvecklingsplan för {name}")


def _given_notice(ground: Ground) -> Judgement:
    binding = [each for each in ground.agreements if each.status in ("", *_IN_FORCE)]
    if not binding:
        return unneeded("inga avtal gäller för systemet")
    left = [_name(each) for each in binding if each.status != "uppsagt" and not each.notice_given_on]
    return lacking(f"{_some(left)} är inte uppsagt") if left else found("alla avtal om systemet är uppsagda")


def _rights_ended(ground: Ground) -> Judgement:
    reads = ground.reading.referring("access_decisions", "system", ground.system.id)
    records = [read.record for read in reads]
    left = [each for each in records if isinstance(each, AccessDecision) and each.state not in _OVER]
    if left:
        return lacking("en behörighet gäller" if len(left) == 1 else f"{len(left)} behörigheter gäller")
    return found("inga behörigheter gäller längre") if records else unneeded("inga behörigheter är beslutade")


def _integrations_gone(ground: Ground) -> Judgement:
    reads = [
        read for end in ("source", "target") for read in ground.reading.referring("integrations", end, ground.system.id)
    ]
    names = list(dict.fromkeys(read.label for read in reads))
    return lacking(f"{_some(names)} finns kvar") if names else found("inga integrationer finns kvar")


def _plans(ground: Ground) -> Sequence[Read]:
    return plans_of(ground.reading, ground.plan.old_system) if ground.plan.old_system else ()


def _name(agreement: Agreement) -> str:
    return agreement.title or agreement.number or "avtal utan namn"


def _some(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" och {more} till" if more > 0 else "")


RULES: Mapping[str, Rule] = {
    "driftavtal": _operated,
    "supportavtal": _supported,
    "utbildningsplan": _taught,
    "avvecklingsplan": _old_leaves,
    "kostnadsfordelning": _shared,
    "avtal_uppsagt": _given_notice,
    "konton_avslutade": _rights_ended,
    "integrationer_avslutade": _integrations_gone,
}
