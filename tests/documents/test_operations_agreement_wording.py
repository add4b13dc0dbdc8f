"""Every choice of wording in the driftavtal, and all of them together, read for their grammar."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest

from itadmin.documents.catalogue import prepare

TERM: dict[str, Any] = {
    "first_term_months": None, "first_term_ends_on": None, "open_ended": None, "renewal_months": None,
    "notice_months": None, "notice_days": None, "notice_to_month_end": None, "options": None,
}  # fmt: skip


def told(example: Any, text_of: Any) -> str:
    return text_of(prepare("operations_agreement", example.reading, example.agreement, draft=True).paper)


@pytest.mark.parametrize(
    ("term", "sentences"),
    [
        (
            {"first_term_months": 36, "renewal_months": 12, "notice_months": 6},
            (
                "19.1 Avtalet gäller från och med den 1 januari 2027 till och med den 31 december 2029.",
                (
                    "19.2 Uppsägning. Avtalet kan av endera Parten sägas upp till avtalstidens utgång, eller till "
                    "utgången av en förlängning, med minst 6 månaders varsel. Uppsägningen ska vara skriftlig."
                ),
                (
                    "19.3 Förlängning. Sägs avtalet inte upp förlängs det med 12 månader i taget. "
                    "Sista dag för uppsägning inför den första förlängningen är den 30 juni 2029."
                ),
            ),
        ),
        (
            {"first_term_ends_on": "2028-06-30", "renewal_months": 1, "notice_months": 1},
            (
                "19.1 Avtalet gäller från och med den 1 januari 2027 till och med den 30 juni 2028.",
                "med minst 1 månads varsel.",
                "förlängs det med 1 månad i taget.",
                "inför den första förlängningen är den 31 maj 2028.",
            ),
        ),
        (
            {"first_term_months": 12, "renewal_months": 12, "notice_days": 90},
            ("med minst 90 dagars varsel.", "är den 2 oktober 2027."),
        ),
        (
            {"first_term_months": 12, "renewal_months": 12, "notice_months": 0},
            (
                "19.2 Uppsägning. Uppsägning ska vara skriftlig. Ingen uppsägningstid gäller.",
                "är den 31 december 2027.",
            ),
        ),
        (
            {"first_term_months": 24},
            ("till och med den 31 december 2028. Det upphör då utan uppsägning.\n\n# 20",),
        ),
        (
            {"first_term_months": 24, "notice_months": 3},
            (
                (
                    "Det upphör då utan uppsägning.\n19.2 Uppsägning. Uppsägning under giltighetstiden ska vara "
                    "skriftlig. "
                    "Uppsägningstiden är 3 månader för båda Parterna.\n\n# 20"
                ),
            ),
        ),
        (
            {"open_ended": True, "notice_months": 3},
            (
                (
                    "19.1 Avtalet gäller från och med den 1 januari 2027 och tills vidare.\n19.2 Uppsägning. "
                    "Uppsägning ska "
                    "vara skriftlig. Uppsägningstiden är 3 månader för båda Parterna.\n\n# 20"
                ),
            ),
        ),
        (
            {"open_ended": True, "notice_months": 3, "notice_to_month_end": True},
            ("3 månader för båda Parterna. Den räknas till slutet av den kalendermånad då den löper ut.",),
        ),
        (
            {"open_ended": True, "first_term_months": 12, "notice_months": 3},
            ("den 1 januari 2027 och tills vidare, dock minst till och med den 31 december 2027.",),
        ),
        (
            {"first_term_months": 24, "options": [{"months": 12, "decision_day": "2028-06-30"}, {"months": 1}]},
            (
                "Utnyttjas ingen option upphör det då utan uppsägning.",
                (
                    "19.2 Option. Systemägaren kan förlänga avtalet med 12 månader. "
                    "Beslut om det meddelas Driftenheten "
                    "skriftligen senast den 30 juni 2028."
                ),
                (
                    "19.3 Option. Systemägaren kan förlänga avtalet med 1 månad. Beslut om det meddelas Driftenheten "
                    "skriftligen innan giltighetstiden löper ut."
                ),
            ),
        ),
        (
            {"first_term_months": 36, "renewal_months": 12, "starts_on": None, "notice_months": 6},
            ("Avtalet gäller i 36 månader från och med [Uppgift saknas: första giltighetsdag].",),
        ),
        (
            {"renewal_months": 12, "first_term_months": 12},
            ("med minst [Uppgift saknas: uppsägningstid] varsel.",),
        ),
    ],
)
def test_the_term(example: Any, text_of: Any, term: dict[str, Any], sentences: tuple[str, ...]) -> None:
    text = told(example.agreed(**{**TERM, **term}), text_of)
    assert [sentence for sentence in sentences if sentence not in text] == []


@pytest.mark.parametrize(
    ("internal_one", "changes", "system", "sentence"),
    [
        (False, {}, {}, "Parterna har träffat personuppgiftsbiträdesavtal enligt bilaga 5."),
        (False, {"dpa": None}, {}, "Parterna ska ha träffat [Uppgift saknas: personuppgiftsbiträdesavtal]."),
        (False, {}, {"personal_data": False}, "12.1 Systemet behandlar inte personuppgifter."),
        (False, {"dpa": None}, {"dpa_status": "ej_tillampligt"}, "Parterna har bedömt att det inte behövs något"),
        (False, {}, {"personal_data": None}, "framgår inte [Uppgift saknas: uppgift om personuppgifter i Kvarnen]."),
        (True, {}, {}, "för att utföra driften och enligt Systemägarens dokumenterade instruktioner."),
        (True, {"appendices": [{"kind": "instruktion"}]}, {}, "enligt Systemägarens instruktion i bilaga 5."),
        (False, {"signing": "papper", "copies": 1}, {}, "23.1 Avtalet har upprättats i ett exemplar som Systemägaren"),
        (False, {"signing": "papper", "copies": 2}, {}, "i två likalydande exemplar av vilka Parterna tagit var sitt."),
        (False, {"signing": "papper", "copies": 4}, {}, "i fyra likalydande exemplar. Varje part har tagit minst ett."),
        (
            False,
            {"signing": "e_avancerad"},
            {},
            "Avtalet undertecknas med avancerad elektronisk underskrift. Varje part",
        ),
        (
            True,
            {"signing": "e_enkel"},
            {},
            "Överenskommelsen undertecknas med enkel elektronisk underskrift. Varje part",
        ),
        (True, {"signing": "papper", "copies": 2}, {}, "Överenskommelsen har upprättats i två likalydande exemplar"),
        (
            False,
            {"price_model": "fast_ar"},
            {},
            "Pris. Ersättningen är 1 000 000 kr per år. Beloppet anges exklusive moms.",
        ),
        (
            False,
            {"price_model": "per_anvandare"},
            {},
            "Ersättningen tas ut per användare och beräknas till 1 000 000 kr per",
        ),
        (
            False,
            {"price_model": "sjalvkostnad"},
            {},
            "motsvarar Driftenhetens självkostnad och beräknas till 1 000 000 kr",
        ),
        (
            False,
            {"price_model": "lopande"},
            {},
            "Ersättningen betalas för nedlagd tid och beräknas till 1 000 000 kr per",
        ),
        (True, {"prices": None}, {}, "15.1 Pris. Ersättningen är 1 000 000 kr per år.\n"),
        (
            True,
            {},
            {},
            "15.3 Debitering. Driftenheten debiterar Systemägaren ersättningen internt varje kvartal i efterskott.\n",
        ),
        (False, {"allocation_model": "DIREKT"}, {}, "15.2 Kostnadsfördelning. Systemägaren bär hela kostnaden.\n"),
        (
            False,
            {"allocation_model": "LIKA"},
            {},
            ("i lika delar enligt tabell 13 i bilaga 4. Systemägarens andel är 50,00 procent, 500 000 kr per år.\n"),
        ),
        (
            False,
            {"allocation_model": "FAST_RORLIG"},
            {},
            "med 20 procent i lika delar och resten efter befolkning enligt tabell 13 i bilaga 4. Systemägarens andel",
        ),
        (False, {"allocation_model": "ANVANDARE"}, {}, "mellan de anslutna kommunerna efter antal användare.\n"),
        (
            False,
            {},
            {},
            (
                "efter befolkning enligt tabell 13 i bilaga 4. Systemägarens andel är 43,19 procent, 431 911,44 kr per "
                "år. Folkmängden är den per 2024-12-31 (källa SCB). Fördelningen"
            ),
        ),
        (
            False,
            {},
            {},
            "fakturerar Systemägaren dess andel varje kvartal i efterskott med 30 dagars betalningstid. Åt",
        ),
        (False, {"allocation_model": "DIREKT"}, {}, "fakturerar Systemägaren ersättningen varje kvartal i efterskott"),
        (False, {"price_model": "sjalvkostnad"}, {}, "Beloppet räknas om inför varje kalenderår efter Driftenhetens"),
        (False, {"price_model": "fast_ar"}, {}, "15.4 Prisjustering. Priset justeras den 1 januari varje år, högst"),
        (False, {"appendices": [{"kind": "kostnadsfordelning"}]}, {}, "Fördelningen framgår av bilaga 6."),
        (
            False,
            {"hourly_rate": None},
            {},
            "Arbete utöver avtalet beställs skriftligen. Ersättningen bestäms för varje",
        ),
        (True, {}, {}, "Arbete utöver överenskommelsen beställs skriftligen och ersätts med 850 kr per timme."),
        (
            False,
            {"modules": "Bas"},
            {},
            "omfattar Kvarnen med modulen Bas i miljöerna produktion och test för kommunerna Mellerud",
        ),
        (
            False,
            {"environments": "Produktion"},
            {},
            "i miljön produktion för kommunerna Mellerud och Åmål, med högst 420",
        ),
        (False, {"on_call": True}, {}, "Utanför supporttiden tar Driftenhetens jour emot incidenter med prioritet P1."),
        (
            False,
            {"service_class": "1"},
            {},
            "Tiderna räknas dygnet runt, de som anges i arbetsdagar under supporttiden.",
        ),
        (False, {"service_class": "1"}, {}, "samt RTO räknas dygnet runt. Tider som anges i arbetsdagar räknas under"),
        (False, {"service_class": "1"}, {}, "Återställningstiden räknas dygnet runt."),
        (False, {"service_class": "2"}, {}, "(RTO) 8 timmar. Återställningstiden räknas under supporttiden."),
        (False, {"service_class": "1", "rto_hours": 48}, {}, "återställningstid (RTO) 2 dygn."),
        (False, {"service_class": "2", "rto_hours": 48}, {}, "återställningstid (RTO) 48 timmar."),
        (False, {"modules": "avgifter, hälso- och sjukvård"}, {}, "modulerna avgifter samt hälso- och sjukvård i milj"),
        (False, {"modules": "budget och bokslut"}, {}, "med modulerna budget och bokslut i miljöerna"),
        (False, {"modules": "hälso- och sjukvård"}, {}, "med modulen hälso- och sjukvård i miljöerna"),
        (False, {"on_call": None}, {}, "Incidenter med prioritet P1 anmäls alltid på telefon.\n"),
        (False, {"opening_hours": "Efter behov"}, {}, "Tid inom aviserat servicefönster räknas inte som avbrott.\n"),
        (False, {}, {}, "Avbrotten får uppgå till högst 13 timmar i ett kvartal med 91 dygn."),
        (False, {"operators_with_competence": 1}, {}, "Driftenheten ser till att minst en person har den kompetens"),
        (False, {"operators_with_competence": 3}, {}, "Driftenheten ser till att minst tre personer har den kompetens"),
        (
            False,
            {"operators_with_competence": None},
            {},
            "Driftenheten ser till att den kompetens som driften kräver alltid",
        ),
        (False, {"action_plan_days": 1}, {}, "Driftenheten lämna en åtgärdsplan inom 1 arbetsdag."),
        (False, {"action_plan_days": None}, {}, "ska Driftenheten utan dröjsmål lämna en åtgärdsplan."),
        (False, {"escalations": None}, {}, "lyfts till Parternas företrädare och därefter till kommundirektör"),
        (False, {}, {}, "lyfts steg för steg enligt tabell 11 i bilaga 3."),
        (False, {"environments": "produktion"}, {}, "ska ha en plan för återställning.\n"),
        (False, {}, {}, "ska ha en plan för återställning och vara provad i testmiljön."),
        (
            False,
            {"appendices": [{"kind": "utbildningsplan", "registry_number": "KS 2026/0150"}]},
            {"personal_data": False},
            "Bilaga 5 är en egen handling.\n",
        ),
        (False, {"appendices": None}, {"personal_data": False}, "3.2 Bilagorna framgår av tabell 2.\n"),
        (False, {"appendices": None}, {}, "framgår av Driftenhetens driftdokumentation, som inte ingår i avtalet."),
        (
            True,
            {"appendices": None},
            {},
            "framgår av Driftenhetens driftdokumentation, som inte ingår i överenskommelsen.",
        ),
        (False, {"subcontractors": "Data AB."}, {}, "Följande underleverantörer är godkända: Data AB.\n"),
        (
            True,
            {},
            {},
            "18.1 Ändringar av och tillägg till överenskommelsen ska vara skriftliga och undertecknade.\n\n# 19",
        ),
        (True, {}, {}, "# 22 Oenighet\n22.1 Oenighet löses i första hand genom förhandling enligt avsnitt 17."),
        (False, {}, {}, "18.2 Ytterligare en kommun kan ansluta sig"),
        (
            True,
            {},
            {},
            "Denna överenskommelse har träffats inom Melleruds kommun mellan kommunstyrelsen, ekonomienheten, nedan",
        ),
    ],
)
def test_a_choice_of_wording(
    example: Any, internal: Any, text_of: Any, internal_one: bool, changes: Any, system: Any, sentence: str
) -> None:
    chosen = internal if internal_one else example
    assert sentence in told(chosen.agreed(**changes).with_system(**system), text_of)


def test_several_systems_are_spoken_of_in_the_plural(two_systems: Any, text_of: Any) -> None:
    text = told(two_systems, text_of)
    for sentence in (
        "Systemägaren ansvarar för Kvarnen och Lönnen från beslut",
        "8.1 Driftklass. Systemen har driftklass 2, verksamhetskritisk.",
        "11.1 Informationens klassning framgår av bilaga 1.",
        "Systemägaren svarar för licenser till systemen.",
        "Driftavtal / Kvarnen och Lönnen",
    ):
        assert sentence in text
    assert "ystemet har" not in text


CHOICES = {
    "signing": ("papper", "e_kvalificerad", None),
    "price_model": ("fast_ar", "per_dator", "sjalvkostnad", "lopande", "ingen"),
    "open_ended": (True, None),
    "renewal_months": (12, None),
    "notice_months": (6, 0, None),
    "appendices": (None, [{"kind": "driftdokumentation", "publicity": "sekretessprovas"}]),
    "publicity": ("oppen", "intern"),
}
_FAULTS = re.compile(r"  | [.,:;)]|[.,:]{2}|[{}<>]|None|\( ")
_PRONOUNS = re.compile(r"[Öö]verenskommelsen [^.]*\bdet (?:med|då)\b|[Aa]vtalet [^.]*\bden (?:med|då)\b")
_AGREEMENT = re.compile(r"\b(?:[Aa]vtalet|[Dd]etta avtal)\b")
_EVERY = 5


def flaws_in(text: str, *, internal: bool) -> list[str]:
    clauses = [line for line in text.splitlines() if re.match(r"\d+\.\d+ [^|]+$", line)]
    assert len(clauses) > 40
    return [
        clause
        for clause in clauses
        if _FAULTS.search(clause)
        or _PRONOUNS.search(clause)
        or not clause.endswith((".", ":"))
        or (internal and _AGREEMENT.search(clause))
    ]


@pytest.mark.parametrize("which", ["example", "internal", "two_systems"])
def test_all_choices_together_leave_no_flaw_in_any_sentence(
    which: str, text_of: Any, request: pytest.FixtureRequest
) -> None:
    chosen = request.getfixturevalue(which)
    for values in list(product(*CHOICES.values()))[len(which) % _EVERY :: _EVERY]:
        choices = dict(zip(CHOICES, values, strict=True))
        assert flaws_in(told(chosen.agreed(**choices), text_of), internal=which == "internal") == [], choices
