"""Points of the checklist that the system's own record answers, each a small function."""

from __future__ import annotations

from collections.abc import Mapping

from itadmin.domain.calculations.classification import oldest_that_holds
from itadmin.domain.registers.systems import REGISTER
from itadmin.services.implementation.verdicts import UNKNOWN, Ground, Judgement, Rule, found, lacking, unneeded

_PROCESSING = ("processing_purpose", "legal_basis", "data_subjects", "data_categories")
_UNTOLD = "det står inte om systemet behandlar personuppgifter"
_NO_DATA = "systemet behandlar inte personuppgifter"


def _owner(ground: Ground) -> Judgement:
    owner = ground.holder("system_owner")
    return found(f"systemägare är {owner}") if owner else lacking("systemägare är inte utsedd")


def _manager(ground: Ground) -> Judgement:
    manager, deputy = ground.holder("system_manager"), ground.holder("deputy_manager")
    if manager and deputy:
        return found(f"systemansvarig är {manager} och ersättare {deputy}")
    if manager:
        return lacking(f"systemansvarig är {manager}, men ersättare är inte utsedd")
    return lacking("systemansvarig är inte utsedd" if deputy else "systemansvarig och ersättare är inte utsedda")


def _classified(ground: Ground) -> Judgement:
    system = ground.system
    levels = (system.confidentiality, system.integrity, system.availability)
    if not all(levels):
        return lacking("konfidentialitet, riktighet och tillgänglighet är inte alla klassade")
    told = f"klassad som K{levels[0]} R{levels[1]} T{levels[2]}"
    if system.classified_on is None:
        return lacking(f"{told}, men dagen saknas")
    if system.classified_on < oldest_that_holds(ground.reading.day):
        return lacking(f"{told} {system.classified_on.isoformat()}, för mer än tolv månader sedan")
    return found(f"{told} {system.classified_on.isoformat()}")


def _risks(ground: Ground) -> Judgement:
    day = ground.system.risk_assessed_on
    return found(f"riskanalys gjord {day.isoformat()}") if day else lacking("dag för riskanalys")


def _personal_data(ground: Ground) -> Judgement:
    system = ground.system
    if system.personal_data is None:
        return lacking(_UNTOLD)
    if not system.personal_data:
        return unneeded(_NO_DATA)
    wrong = []
    if system.dpa_status not in ("ja", "ej_tillampligt"):
        wrong.append("PUB-avtal finns inte")
    if system.impact_assessment_needed is None:
        wrong.append("det står inte om konsekvensbedömning behövs")
    elif system.impact_assessment_needed and system.impact_assessed_on is None:
        wrong.append("konsekvensbedömning behövs men är inte gjord")
    if wrong:
        return lacking(" och ".join(wrong))
    impact = system.impact_assessed_on
    assessed = f"konsekvensbedömning gjord {impact.isoformat()}" if impact else "konsekvensbedömning behövs inte"
    return found(f"PUB-avtal: {ground.word('pub_status', system.dpa_status)}, {assessed}")


def _processing(ground: Ground) -> Judgement:
    system = ground.system
    if ground.plan.kind == "avveckling":
        return UNKNOWN
    if system.personal_data is None:
        return lacking(_UNTOLD)
    if not system.personal_data:
        return unneeded(_NO_DATA)
    left = [REGISTER.fields[name].label.lower() for name in _PROCESSING if not getattr(system, name)]
    return lacking(", ".join(left)) if left else found("ändamål, rättslig grund, registrerade och uppgifter")


def _restored(ground: Ground) -> Judgement:
    day = ground.system.restore_tested_on
    if day is None:
        return lacking("dag då återläsning provades")
    if day < oldest_that_holds(ground.reading.day):
        return lacking(f"återläsning provades senast {day.isoformat()}, för mer än tolv månader sedan")
    return found(f"återläsning provad {day.isoformat()}")


def _rights(ground: Ground) -> Judgement:
    number = len(ground.system.access_rights)
    if not number:
        return lacking("systemets behörigheter är inte beskrivna")
    return found("en behörighet är beskriven" if number == 1 else f"{number} behörigheter är beskrivna")


def _documented(ground: Ground) -> Judgement:
    state = ground.system.operations_documentation
    if state == "finns":
        return found("driftdokumentation finns")
    if state == "behovs_inte":
        return unneeded("driftdokumentation behövs inte")
    return lacking("driftdokumentationen är inaktuell" if state == "inaktuell" else "driftdokumentation")


def _kept(ground: Ground) -> Judgement:
    retention = ground.system.retention.rstrip(".")
    return found(f"gallringsfrist {retention[:1].lower()}{retention[1:]}") if retention else lacking("gallringsfrist")


def _servers(ground: Ground) -> Judgement:
    servers = ground.system.servers
    if servers:
        return lacking(f"servrar står kvar på systemet: {servers}")
    return unneeded("systemet har inga servrar i registret")


RULES: Mapping[str, Rule] = {
    "systemagare": _owner,
    "systemansvarig": _manager,
    "klassning": _classified,
    "riskanalys": _risks,
    "personuppgifter": _personal_data,
    "registerforteckning": _processing,
    "aterlasning": _restored,
    "behorigheter": _rights,
    "driftdokumentation": _documented,
    "gallringsplan": _kept,
    "servrar_avslutade": _servers,
}
