"""The built-in value lists: permanent codes (Swedish ASCII words) with their Swedish labels.

Codes are what files, imports and the command line hold; labels are what people read. Source: the founding documents
and the field dossier's chapter on value lists; labels of a kommun's own habits come on top of these, never instead.
"""

from __future__ import annotations

from collections.abc import Mapping

LISTS: Mapping[str, Mapping[str, str]] = {
    "organisationstyp": {
        "kommun": "Kommun",
        "namnd": "Nämnd",
        "forvaltning": "Förvaltning",
        "it_enhet": "IT-enhet",
        "leverantor": "Leverantör",
        "forbund": "Kommunalförbund",
        "annan": "Annan",
    },
    "roll": {
        "systemagare": "Systemägare",
        "systemansvarig": "Systemansvarig",
        "ersattare": "Ersättare för systemansvarig",
        "informationsagare": "Informationsägare",
        "systemforvaltare": "Systemförvaltare",
        "systemdriftsansvarig": "Systemdriftsansvarig",
        "teknisk_kontakt": "Teknisk kontakt",
        "leverantorskontakt": "Leverantörskontakt",
        "dataskyddsombud": "Dataskyddsombud",
        "it_samordnare": "IT-samordnare",
    },
    "livscykel": {
        "behov": "Behov",
        "planerad": "Planerad",
        "upphandling": "Upphandling",
        "inforande": "Under införande",
        "i_drift": "I drift",
        "under_avveckling": "Under avveckling",
        "avvecklad": "Avvecklad",
    },
    "systemkategori": {
        "verksamhetssystem": "Verksamhetssystem",
        "stodsystem": "Stödsystem",
        "infrastruktur": "Infrastruktur",
        "plattform": "Plattform",
        "e_tjanst": "E-tjänst",
        "iot": "Uppkopplade saker",
        "skola": "Skola",
    },
    "omfattning": {
        "kommungemensamt": "Gemensamt för flera kommuner",
        "kommunovergripande": "Hela kommunen",
        "verksamhetsspecifikt": "En verksamhet",
    },
    "driftform": {
        "egen_drift": "Egen drift",
        "annan_kommun": "Annan kommun driftar",
        "kommunalforbund": "Kommunalförbund driftar",
        "extern_drift": "Extern drift",
        "saas": "Molntjänst",
        "hybrid": "Delvis egen, delvis extern drift",
    },
    "krt_niva": {
        "0": "0 Ingen eller försumbar skada",
        "1": "1 Måttlig skada",
        "2": "2 Betydande skada",
        "3": "3 Allvarlig skada",
        "4": "4 Synnerligen allvarlig skada",
    },
    "kritikalitet": {
        "lag": "Låg",
        "medel": "Medel",
        "hog": "Hög",
        "kritisk": "Verksamhetskritisk",
    },
    "samverkansniva": {
        "0": "0 Ingen samverkan",
        "1": "1 Erfarenhetsutbyte",
        "2": "2 Gemensam upphandling",
        "3": "3 Samma applikation",
        "4": "4 Gemensam drift",
        "5": "5 Gemensam lösning och information",
    },
    "anvandningslage": {
        "anvands": "Används",
        "planeras": "Planeras",
        "upphort": "Används inte längre",
    },
    "behorighetslage": {
        "galler": "Gäller",
        "kommande": "Kommande",
        "ej_beslutad": "Inte beslutad",
        "upphord": "Upphörd",
        "aterkallad": "Återkallad",
    },
    "integrationstyp": {
        "api": "API",
        "filoverforing": "Filöverföring",
        "databas": "Databas",
        "handelse": "Händelser",
        "manuell": "Manuell överföring",
    },
    "rattslig_grund": {
        "rattslig_forpliktelse": "Rättslig förpliktelse",
        "myndighetsutovning": "Myndighetsutövning",
        "allmant_intresse": "Uppgift av allmänt intresse",
        "avtal": "Avtal",
        "samtycke": "Samtycke",
        "grundlaggande_intresse": "Skydd av grundläggande intressen",
        "berattigat_intresse": "Berättigat intresse",
    },
    "dokumentlage": {
        "finns": "Finns",
        "inaktuell": "Finns men är inaktuell",
        "saknas": "Saknas",
        "behovs_inte": "Behövs inte",
    },
    "personslag": {
        "anstalld": "Anställd",
        "kontaktperson": "Kontaktperson hos leverantör",
        "fortroendevald": "Förtroendevald",
        "annan": "Annan",
    },
    "matchning": {"samma": "Samma", "inte_samma": "Inte samma"},
    "pub_status": {
        "ja": "Finns",
        "nej": "Saknas",
        "under_framtagande": "Tas fram",
        "ej_tillampligt": "Behövs inte",
    },
    "funktionsbetyg": {"bra": "God", "acceptabelt": "Acceptabel", "daligt": "Dålig"},
    "kompetenslage": {"god": "God", "sarbar": "Sårbar", "saknas": "Saknas"},
    "avtalstyp": {
        "driftavtal": "Driftavtal",
        "driftoverenskommelse": "Driftöverenskommelse",
        "supportavtal": "Supportavtal",
        "underhallsavtal": "Underhållsavtal",
        "licensavtal": "Licensavtal",
        "leverantorsavtal": "Leverantörsavtal",
        "molntjanstavtal": "Molntjänstavtal",
        "konsultavtal": "Konsultavtal",
        "pub_avtal": "Personuppgiftsbiträdesavtal",
        "underbitradesavtal": "Underbiträdesavtal",
        "gemensamt_personuppgiftsansvar": "Avtal om gemensamt personuppgiftsansvar",
        "samverkansavtal": "Samverkansavtal",
        "sekretessavtal": "Sekretessavtal",
        "leasing": "Leasing- eller hyresavtal",
        "ramavtal": "Ramavtal eller avrop",
    },
    "avtalsstatus": {
        "utkast": "Utkast",
        "forhandling": "Under förhandling",
        "invantar_underskrift": "Inväntar underskrift",
        "gallande": "Gällande",
        "uppsagt": "Uppsagt",
        "upphort": "Upphört",
        "ersatt": "Ersatt",
    },
    "driftklass": {
        "1": "1 Samhällskritisk",
        "2": "2 Verksamhetskritisk",
        "3": "3 Normal",
        "4": "4 Bas",
    },
    "prioritet": {"1": "P1 Kritisk", "2": "P2 Hög", "3": "P3 Normal", "4": "P4 Låg"},
    "matperiod": {"manad": "månad", "kvartal": "kvartal", "ar": "år"},
    "intervall": {
        "manad": "varje månad",
        "kvartal": "varje kvartal",
        "tertial": "varje tertial",
        "halvar": "varje halvår",
        "ar": "varje år",
    },
    "part": {"systemagare": "Systemägaren", "driftenhet": "Driftenheten"},
    "kontaktroll": {
        "avtalsansvarig": "Avtalsansvarig",
        "systemansvarig": "Systemansvarig",
        "driftansvarig": "Driftansvarig",
        "servicedesk": "Servicedesk",
        "beredskap": "Beredskap",
        "it_chef": "IT-chef",
        "annan": "Annan",
    },
    "kopietyp": {
        "full": "Full kopia",
        "inkrementell": "Inkrementell kopia",
        "transaktionslogg": "Transaktionslogg",
    },
    "fordelningsmodell": {
        "DIREKT": "Systemägaren bär hela kostnaden",
        "BEFOLKNING": "Befolkning",
        "LIKA": "Lika delar",
        "FAST_RORLIG": "Fast del och rörlig del efter befolkning",
        "ANVANDARE": "Antal användare",
        "ENHETER": "Antal enheter",
        "VIKTAD": "Viktade nycklar",
        "FAST_BELOPP": "Fasta belopp",
        "HISTORISK": "Tidigare andelar",
    },
    "prismodell": {
        "fast_ar": "Fast pris per år",
        "per_anvandare": "Per användare",
        "per_dator": "Per dator",
        "per_enhet": "Per enhet",
        "per_invanare": "Per invånare",
        "lopande": "Löpande räkning",
        "sjalvkostnad": "Självkostnad",
        "ingen": "Ingen ersättning",
    },
    "signering": {
        "papper": "På papper",
        "e_avancerad": "Avancerad elektronisk underskrift",
        "e_kvalificerad": "Kvalificerad elektronisk underskrift",
        "e_enkel": "Enkel elektronisk underskrift",
    },
    "sekretess": {"oppen": "Öppen", "intern": "Intern", "sekretessprovas": "Sekretessprövas vid utlämnande"},
    "bilagetyp": {
        "pub_avtal": "Personuppgiftsbiträdesavtal",
        "instruktion": "Instruktion för personuppgifter",
        "driftdokumentation": "Driftdokumentation",
        "utbildningsplan": "Utbildningsplan",
        "kostnadsfordelning": "Kostnadsfördelning",
        "annan": "Annan bilaga",
    },
    "avtalsled": {
        "huvudavtal": "Huvudavtal",
        "tillaggsavtal": "Tilläggsavtal",
        "bilaga": "Bilaga",
        "avrop": "Avrop",
    },
    "upphandlingsform": {
        "direkt": "Direktupphandling",
        "forenklad": "Förenklad eller annonserad upphandling",
        "oppet": "Öppet förfarande",
        "selektivt": "Selektivt förfarande",
        "avrop": "Avrop från ramavtal",
        "dis": "Dynamiskt inköpssystem",
        "intern_samverkan": "Samarbete mellan myndigheter",
        "annan": "Annan",
    },
    "kostnadstyp": {
        "licens": "Licens",
        "support": "Support",
        "drift": "Drift",
        "infrastruktur": "Infrastruktur",
        "tjanstekop": "Tjänsteköp",
        "personal": "Personal",
        "kapital": "Kapital",
        "material": "Material",
        "kommunikation": "Kommunikation",
        "utbildning": "Utbildning",
        "inforande": "Införande",
        "integration": "Integration",
        "avveckling": "Avveckling",
        "ovrigt": "Övrigt",
    },
    "filslag": {
        "paskrivet": "Påskrivet exemplar",
        "uppsagning": "Uppsägning",
        "handling": "Handlingen",
        "uppgifter": "Uppgifter i handlingen",
        "logotyp": "Vapen eller logotyp",
        "underlag": "Underlag",
        "annat": "Annat",
    },
    "aktivitetsslag": {
        "mote": "Möte",
        "budget": "Budget",
        "uppfoljning": "Uppföljning",
        "genomgang": "Genomgång",
        "plan": "Plan",
        "utbildning": "Utbildning",
        "annat": "Annat",
    },
    "upprepning": {
        "aldrig": "En gång",
        "manad": "Varje månad",
        "kvartal": "Varje kvartal",
        "halvar": "Varje halvår",
        "ar": "Varje år",
    },
    "styrdokumenttyp": {
        "vision": "Vision",
        "policy": "Policy",
        "strategi": "Strategi",
        "program": "Program",
        "plan": "Plan",
        "riktlinje": "Riktlinje",
        "regler": "Regler",
        "instruktion": "Instruktion",
        "anvisning": "Anvisning",
        "rutin": "Rutin",
        "reglemente": "Reglemente",
        "taxa": "Taxa",
        "annat": "Annat",
    },
    "handlingsmall": {
        "it_policy": "IT-policy med strategier",
        "it_instruktion_anvandare": "IT-instruktion Användare",
        "it_instruktion_forvaltning": "IT-instruktion Förvaltning",
        "it_instruktion_drift": "IT-instruktion Drift",
        "egen_text": "Egen text",
    },
    "planstatus": {
        "utkast": "Utkast",
        "remiss": "På remiss",
        "faststalld": "Fastställd",
        "inaktuell": "Inaktuell",
        "ersatt": "Ersatt",
    },
    "beslutsinstans": {
        "KF": "Kommunfullmäktige",
        "KS": "Kommunstyrelsen",
        "namnd": "Nämnd",
        "KLG": "Kommunledningsgruppen",
        "IT_rad": "IT-råd",
        "forvaltningschef": "Förvaltningschef",
        "direktion": "Förbundsdirektion",
    },
    "beslutslage": {
        "vantar": "Väntar på beslut",
        "faststalld": "Fastställd",
        "avslagen": "Avslagen",
        "aterremitterad": "Återremitterad",
    },
    "kapitelsatt": {"ersatter": "Ersätter", "tillagg": "Läggs till efter", "utelamnas": "Utelämnas"},
    "malomrade": {
        "samverkan": "Samverkan",
        "verksamheter": "Verksamheter",
        "applikationer": "Applikationer",
        "teknisk_plattform": "Teknisk plattform",
        "organisation_och_ansvar": "Organisation och ansvar",
        "kompetens": "Kompetens",
        "finansiering": "Finansiering",
    },
    "aktivitetsstatus": {
        "ej_paborjad": "Inte påbörjad",
        "pagar": "Pågår",
        "klar": "Klar",
        "forsenad": "Försenad",
        "avbruten": "Avbruten",
    },
    "malmatt": {
        "andel_systemagare": "System i drift med systemägare",
        "andel_driftavtal": "System i drift med gällande driftavtal",
        "andel_niva_mal": "System som har nått sin målnivå",
        "andel_klassade": "System i drift med klassning under senaste året",
        "andel_pub": "System med personuppgifter där avtal eller instruktion finns",
    },
    "handlingslage": {
        "fardig": "Färdig",
        "for_underskrift": "För underskrift",
        "skickat": "Skickat",
        "paskrivet": "Påskrivet",
        "ersatt": "Ersatt",
        "makulerat": "Makulerat",
    },
    "bevakning": {"hanterad": "Hanterad", "vilande": "Vilande"},
    "raci": {
        "R": "Utför",
        "A": "Ansvarar",
        "AR": "Ansvarar och utför",
        "K": "Konsulteras",
        "I": "Informeras",
    },
}

ALIASES: Mapping[str, Mapping[str, str]] = {
    "roll": {
        "system_owner": "systemagare",
        "system_manager": "systemansvarig",
        "information_owner": "informationsagare",
    }
}
"""Words beside code and label that input may use for a code."""

LIST_NAMES: Mapping[str, str] = {
    "systemkategori": "Systemkategorier",
    "omfattning": "Systemets omfattning",
    "livscykel": "Lägen i livscykeln",
    "driftform": "Driftformer",
    "roll": "Roller",
    "personslag": "Slags personer",
    "organisationstyp": "Slags organisationer",
    "kritikalitet": "Kritikalitet",
    "driftklass": "Driftklasser",
    "samverkansniva": "Samverkansnivåer",
    "integrationstyp": "Slags integrationer",
    "dokumentlage": "Läget för dokumentation",
}
"""The lists that a kommun may word its own way, by what they are called."""

OPEN_LISTS = frozenset({"systemkategori", "omfattning", "roll", "personslag", "organisationstyp", "integrationstyp"})
"""Those of them that may also have codes of one's own; on the codes of the others the rules depend."""

PROPOSED_LISTS = frozenset({"samverkansniva"})
"""Those whose words are proposals until they are adopted."""


def is_own_code(code: str) -> bool:
    """Whether a code has the form of a kommun's own: its kommunkod, a dot and a word ("1460.e_arkiv").

    Such a code is accepted whether its word is known here or not: it may be a neighbour's, or have been taken away.
    """
    owner, dot, word = code.partition(".")
    return bool(dot and word) and owner.isascii() and owner.isdigit()


def label_of(values: str, code: str) -> str:
    """The Swedish label of a code; an unknown code shows itself."""
    return LISTS[values].get(code, code)


def code_from(values: str, text: str) -> str | None:
    """The code that `text` means, as code or label in any case; None when it means none."""
    wanted = text.strip().casefold()
    for code, label in LISTS[values].items():
        if wanted in (code.casefold(), label.casefold()):
            return code
    return ALIASES.get(values, {}).get(wanted)
