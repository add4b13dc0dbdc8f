"""What the rules of the work list tell of, in words that fit many records and one alike. Knows no line of it."""

from __future__ import annotations

from collections.abc import Mapping

from itadmin.domain.registers import REGISTERS

KINDS: Mapping[str, str] = {
    "sista_uppsagningsdag": "förlängs eller går vidare om de inte sägs upp",
    "option_beslutas": "har en option att besluta om",
    "avtal_loper_ut": "löper ut",
    "avtal_har_lopt_ut": "har löpt ut",
    "uppsagt_avtal_upphor": "är uppsagda och upphör",
    "uppsagningstid_saknas": "går vidare av sig själva, och uppsägningstiden saknas",
    "uppsagning_utan_dag": "är uppsagda, men det står inte när",
    "avtalstid_oklar": "saknar en avtalstid som går att räkna på",
    "utkast_ska_galla": "är utkast fast de snart ska gälla",
    "utkast_ligger": "är utkast som har legat länge",
    "vantar_pa_underskrift": "väntar på underskrift",
    "pub_avtal_ej_kontrollerat": "har inte kontrollerats hos biträdet på ett år",
    "handling_inte_tillbaka": "har skickats för underskrift och inte kommit tillbaka",
    "giltighet_har_gatt_ut": "har slutat gälla",
    "ska_revideras": "ska revideras",
    "giltighet_gar_ut": "slutar snart gälla",
    "ny_version_galler": "gäller inte längre, en ny version har tagit över",
    "saknar_beslut": "gäller men är inte fastställda av alla kommuner",
    "malar_har_gatt": "har inte nåtts fast målåret har gått",
    "mal_har_sjunkit": "har sjunkit sedan de senast lästes av",
    "aktiviteter_forsenade": "har försenade aktiviteter",
    "beslutspunkt_passerad": "har en beslutspunkt som har passerat",
    "driftstart_nara": "är inte godkända fast dagen är nära",
    "godkand_inte_i_drift": "är godkända, men registret säger inte att systemet är i drift eller avvecklat",
    "plan_star_stilla": "har inte ändrats på länge",
    "ska_forvarnas": "har förvaltningar som inte är förvarnade",
    "svar_pa_forvarning": "har förvaltningar som inte har svarat",
    "invandning_mot_andring": "har förvaltningar som har invändningar eller behöver mer tid",
    "stallningstagande_vantar": "har kommuner som inte har tagit ställning",
    "eget_besked_saknas": "väntar på besked från er kommun",
    "arendesteg_forsenat": "har steg i tidplanen som är försenade",
    "beslut_att_verkstalla": "ska verkställas",
    "behorighet_upphor": "upphör snart",
    "repetition_snart": "ska repeteras",
    "granskning_snart": "ska snart granskas",
    "klassning_gar_ut": "har en klassning som går ut",
    "aterlasning_ej_provad": "har ingen prövad återläsning det senaste året",
    "planerad_avveckling": "ska avvecklas",
    "systemagare_slutar": "har en systemägare som snart slutar",
    "systemansvarig_slutar": "har en systemansvarig som snart slutar",
    "inte_samma": "är inte samma som en annan",
    "ska_gallras": "har något som ska gallras",
    "saknar_uppgifter": "saknar uppgifter",
}
"""What many records have in common that are told of by one rule; what is found wrong has a word of its own."""


def words_of_kind(register: str, kind: str) -> str:
    """What a rule tells of records of a register; "" for one that is not known."""
    findings = REGISTERS[register].findings if register in REGISTERS else ()
    return next((finding.label for finding in findings if finding.key == kind), "") or KINDS.get(kind, "")
