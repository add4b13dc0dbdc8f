"""The sentences, word for word, in each situation that an agreement can be in."""

from dataclasses import replace
from datetime import date

import pytest

from itadmin.domain.calculations.notice import Option, Remark, Terms, evaluate
from itadmin.domain.calculations.notice_words import months_in_words

LIFECARE = Terms(starts_on=date(2024, 6, 1), first_term_months=36, renewal_months=12, notice_months=3)
FIXED = Terms(first_term_ends_on=date(2027, 5, 31), notice_days=30)
OPEN = Terms(starts_on=date(2025, 1, 1), open_ended=True, notice_months=3)
BOUND = replace(OPEN, first_term_months=24)
OPTIONS = Terms(
    starts_on=date(2025, 1, 1),
    first_term_months=24,
    options=(Option(12, date(2026, 6, 30), taken=True), Option(12, date(2027, 6, 30))),
)
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("terms", "day", "explanation", "what_next"),
    [
        (
            LIFECARE,
            TODAY,
            (
                "Sista dag att säga upp är 2027-02-28, eftersom uppsägningstiden är 3 månader "
                "och avtalstiden löper ut 2027-05-31."
            ),
            "Sägs avtalet inte upp förlängs det 12 månader, till och med 2028-05-31.",
        ),
        (
            LIFECARE,
            date(2024, 5, 31),
            (
                "Avtalet börjar gälla 2024-06-01. Sista dag att säga upp är 2027-02-28, eftersom "
                "uppsägningstiden är 3 månader "
                "och avtalstiden löper ut 2027-05-31."
            ),
            "Sägs avtalet inte upp förlängs det 12 månader, till och med 2028-05-31.",
        ),
        (
            LIFECARE,
            date(2027, 3, 1),
            (
                "Avtalstiden löper ut 2027-05-31, uppsägningstiden är 3 månader och sista dag "
                "att säga upp var 2027-02-28, "
                "som har passerat. Nästa sista dag är 2028-02-29; då upphör avtalet 2028-05-31."
            ),
            "Avtalet förlängs 12 månader, till och med 2028-05-31.",
        ),
        (
            replace(LIFECARE, notice_months=None),
            TODAY,
            "Avtalstiden löper ut 2027-05-31. Uppsägningstiden saknas, så sista dag att säga upp är okänd.",
            "Sägs avtalet inte upp i tid förlängs det med 12 månader i taget.",
        ),
        (
            replace(LIFECARE, notice_given_on=date(2026, 12, 1)),
            TODAY,
            (
                "Sista dag att säga upp är 2027-02-28, eftersom uppsägningstiden är 3 månader "
                "och avtalstiden löper ut "
                "2027-05-31. En uppsägning är daterad 2026-12-01."
            ),
            "Sägs avtalet inte upp förlängs det 12 månader, till och med 2028-05-31.",
        ),
        (
            replace(LIFECARE, notice_given_on=date(2026, 11, 1)),
            TODAY,
            (
                "Avtalet sades upp 2026-11-01. Det upphör 2027-05-31, eftersom uppsägningstiden "
                "på 3 månader ryms innan "
                "avtalstiden löper ut då."
            ),
            "Avtalet gäller till och med 2027-05-31.",
        ),
        (
            replace(LIFECARE, notice_given_on=date(2027, 2, 28)),
            date(2027, 3, 1),
            (
                "Avtalet sades upp 2027-02-28. Det upphör 2027-05-31, eftersom uppsägningstiden på 3 månader ryms "
                "innan avtalstiden löper ut då."
            ),
            "Avtalet gäller till och med 2027-05-31.",
        ),
        (
            LIFECARE,
            date(2027, 2, 28),
            (
                "Sista dag att säga upp är 2027-02-28, eftersom uppsägningstiden är 3 månader och avtalstiden löper ut "
                "2027-05-31."
            ),
            "Sägs avtalet inte upp förlängs det 12 månader, till och med 2028-05-31.",
        ),
        (
            replace(OPEN, notice_given_on=date(2026, 11, 1), notice_months=None),
            TODAY,
            "Avtalet sades upp 2026-11-01, men uppsägningstiden saknas, så det går inte att räkna ut när det upphör.",
            "",
        ),
        (
            replace(FIXED, notice_given_on=date(2026, 11, 1)),
            date(2027, 6, 1),
            "Avtalet löpte ut 2027-05-31 och förlängdes inte.",
            "",
        ),
        (
            replace(LIFECARE, notice_given_on=date(2026, 11, 1), notice_months=0),
            TODAY,
            "Avtalet sades upp 2026-11-01. Det upphör 2027-05-31, när avtalstiden löper ut.",
            "Avtalet gäller till och med 2027-05-31.",
        ),
        (
            replace(LIFECARE, notice_given_on=date(2027, 3, 1)),
            date(2027, 3, 1),
            (
                "Avtalet sades upp 2027-03-01. Sista dag för att det skulle upphöra 2027-05-31 "
                "var 2027-02-28, så det upphör i "
                "stället 2028-05-31."
            ),
            "Avtalet gäller till och med 2028-05-31.",
        ),
        (
            replace(LIFECARE, notice_given_on=date(2027, 3, 1)),
            date(2028, 6, 1),
            "Avtalet sades upp 2027-03-01 och upphörde 2028-05-31.",
            "",
        ),
        (
            replace(LIFECARE, notice_given_on=date(2026, 11, 1), notice_months=None),
            TODAY,
            ("Avtalet sades upp 2026-11-01, men uppsägningstiden saknas, så det går inte att räkna ut när det upphör."),
            "",
        ),
        (
            FIXED,
            TODAY,
            (
                "Sista dag att säga upp är 2027-05-01, eftersom uppsägningstiden är 30 dagar och "
                "avtalstiden löper ut 2027-05-31."
            ),
            "Avtalet löper ut 2027-05-31 och förlängs inte.",
        ),
        (
            FIXED,
            date(2027, 5, 2),
            (
                "Avtalstiden löper ut 2027-05-31, uppsägningstiden är 30 dagar och sista dag att "
                "säga upp var 2027-05-01, som "
                "har passerat."
            ),
            "Avtalet löper ut 2027-05-31 och förlängs inte.",
        ),
        (FIXED, date(2027, 6, 1), "Avtalet löpte ut 2027-05-31 och förlängdes inte.", ""),
        (
            replace(FIXED, notice_given_on=TODAY, notice_days=None),
            TODAY,
            "Avtalet sades upp 2026-11-22. Det löper ut 2027-05-31.",
            "Avtalet gäller till och med 2027-05-31.",
        ),
        (
            replace(FIXED, notice_days=None),
            TODAY,
            "Avtalet gäller till och med 2027-05-31.",
            "Avtalet löper ut 2027-05-31 och förlängs inte.",
        ),
        (
            replace(FIXED, notice_days=0),
            TODAY,
            ("Sista dag att säga upp är 2027-05-31, eftersom avtalstiden löper ut då och ingen uppsägningstid gäller."),
            "Avtalet löper ut 2027-05-31 och förlängs inte.",
        ),
        (
            OPEN,
            TODAY,
            "Avtalet gäller tills vidare. Uppsägningstiden är 3 månader.",
            "Sägs det upp 2026-11-22 upphör det 2027-02-22.",
        ),
        (
            OPEN,
            date(2024, 12, 1),
            "Avtalet börjar gälla 2025-01-01. Avtalet gäller tills vidare. Uppsägningstiden är 3 månader.",
            "Sägs det upp 2025-01-01 upphör det 2025-04-01.",
        ),
        (
            replace(OPEN, month_end=True),
            TODAY,
            "Avtalet gäller tills vidare. Uppsägningstiden är 3 månader, räknad till ett månadsskifte.",
            "Sägs det upp senast 2026-11-30 upphör det vid månadsskiftet 2027-02-28.",
        ),
        (
            replace(OPEN, notice_months=None),
            TODAY,
            "Avtalet gäller tills vidare. Uppsägningstiden saknas.",
            "",
        ),
        (
            replace(OPEN, notice_months=0),
            TODAY,
            "Avtalet gäller tills vidare utan uppsägningstid.",
            "Sägs det upp 2026-11-22 upphör det 2026-11-22.",
        ),
        (
            replace(OPEN, notice_given_on=date(2026, 11, 1)),
            TODAY,
            "Avtalet sades upp 2026-11-01. Uppsägningstiden är 3 månader, så det upphör 2027-02-01.",
            "Avtalet gäller till och med 2027-02-01.",
        ),
        (
            replace(OPEN, notice_given_on=date(2026, 11, 1), month_end=True),
            TODAY,
            (
                "Avtalet sades upp 2026-11-01. Uppsägningstiden är 3 månader, så det upphör vid "
                "månadsskiftet 2027-02-28."
            ),
            "Avtalet gäller till och med 2027-02-28.",
        ),
        (
            BOUND,
            date(2026, 9, 1),
            (
                "Sista dag att säga upp är 2026-09-30, eftersom uppsägningstiden är 3 månader "
                "och avtalstiden löper ut 2026-12-31."
            ),
            "Sägs avtalet inte upp gäller det tills vidare efter 2026-12-31.",
        ),
        (
            BOUND,
            TODAY,
            (
                "Avtalstiden löper ut 2026-12-31, uppsägningstiden är 3 månader och sista dag "
                "att säga upp var 2026-09-30, som "
                "har passerat."
            ),
            "Därefter gäller avtalet tills vidare. Sägs det upp 2026-11-22 upphör det 2027-02-22.",
        ),
        (
            replace(BOUND, notice_months=None),
            TODAY,
            "Avtalstiden löper ut 2026-12-31. Uppsägningstiden saknas, så sista dag att säga upp är okänd.",
            "Därefter gäller avtalet tills vidare.",
        ),
        (
            replace(BOUND, notice_given_on=date(2026, 9, 1)),
            TODAY,
            (
                "Avtalet sades upp 2026-09-01. Det upphör 2026-12-31, eftersom uppsägningstiden "
                "på 3 månader ryms innan "
                "avtalstiden löper ut då."
            ),
            "Avtalet gäller till och med 2026-12-31.",
        ),
        (
            OPTIONS,
            TODAY,
            ("Avtalstiden löper ut 2026-12-31, men en utnyttjad option förlänger avtalet till och med 2027-12-31."),
            (
                "Utnyttjas option 2 förlängs avtalet 12 månader, till och med 2028-12-31; annars "
                "löper det ut 2027-12-31. "
                "Det ska beslutas senast 2027-06-30."
            ),
        ),
        (
            replace(OPTIONS, options=OPTIONS.options[:1]),
            TODAY,
            ("Avtalstiden löper ut 2026-12-31, men en utnyttjad option förlänger avtalet till och med 2027-12-31."),
            "En option är utnyttjad, så avtalet fortsätter och löper ut först 2027-12-31.",
        ),
        (
            OPTIONS,
            date(2027, 7, 1),
            "Avtalet gäller till och med 2027-12-31.",
            (
                "Utnyttjas option 2 förlängs avtalet 12 månader, till och med 2028-12-31; annars "
                "löper det ut 2027-12-31. "
                "Det skulle ha beslutats senast 2027-06-30."
            ),
        ),
        (
            OPTIONS,
            date(2028, 1, 1),
            "Avtalet löpte ut 2027-12-31 och förlängdes inte.",
            "Registrera om option 2 på 12 månader är utnyttjad. Då gäller avtalet till och med 2028-12-31.",
        ),
        (
            replace(OPTIONS, options=(Option(12, taken=False),)),
            date(2028, 1, 1),
            "Avtalet löpte ut 2026-12-31 och förlängdes inte.",
            "",
        ),
        (
            replace(LIFECARE, first_term_ends_on=date(9999, 12, 31), first_term_months=None),
            TODAY,
            (
                "Sista dag att säga upp är 9999-09-30, eftersom uppsägningstiden är 3 månader "
                "och avtalstiden löper ut 9999-12-31."
            ),
            "Nästa förlängning på 12 månader slutar efter år 9999.",
        ),
        (
            Terms(
                first_term_ends_on=date(9999, 6, 30),
                renewal_months=12,
                notice_months=3,
                notice_given_on=date(9999, 5, 1),
            ),
            date(9999, 6, 1),
            "Avtalet sades upp 9999-05-01. Det upphör först efter år 9999.",
            "",
        ),
        (
            Terms(),
            TODAY,
            (
                "Avtalstiden saknas. Ange första avtalstiden, sista giltighetsdagen eller att "
                "avtalet gäller tills vidare."
            ),
            "",
        ),
        (
            Terms(first_term_months=12),
            TODAY,
            "Startdagen saknas, så det går inte att räkna ut när avtalet löper ut.",
            "",
        ),
        (
            replace(FIXED, starts_on=date(2027, 6, 1)),
            TODAY,
            "Inga dagar kan räknas ut. Sista giltighetsdagen 2027-05-31 ligger före startdagen 2027-06-01.",
            "",
        ),
    ],
)
def test_what_is_said(terms: Terms, day: date, explanation: str, what_next: str) -> None:
    state = evaluate(terms, day)
    assert state.explanation == explanation
    assert state.what_next == what_next


SUNDAY = "Sista dag att säga upp, 2027-02-28, är söndag och ingen arbetsdag: "


@pytest.mark.parametrize(
    ("terms", "day", "expected"),
    [
        (LIFECARE, TODAY, [Remark("ej_arbetsdag", f"{SUNDAY}säg upp senast arbetsdagen före, fredag 2027-02-26.")]),
        (
            LIFECARE,
            date(2027, 2, 26),
            [Remark("ej_arbetsdag", f"{SUNDAY}säg upp senast arbetsdagen före, fredag 2027-02-26.")],
        ),
        (
            LIFECARE,
            date(2027, 2, 27),
            [Remark("ej_arbetsdag", f"{SUNDAY}arbetsdagen före, fredag 2027-02-26, har passerat.")],
        ),
        (LIFECARE, date(2027, 3, 1), []),
        (
            FIXED,
            TODAY,
            [
                Remark(
                    "ej_arbetsdag",
                    "Sista dag att säga upp, 2027-05-01, är första maj och ingen arbetsdag: säg upp "
                    "senast arbetsdagen före, "
                    "fredag 2027-04-30.",
                )
            ],
        ),
        (replace(LIFECARE, notice_months=None), TODAY, [Remark("uppsagningstid_saknas", "Uppsägningstiden saknas.")]),
        (replace(OPEN, notice_months=None), TODAY, [Remark("uppsagningstid_saknas", "Uppsägningstiden saknas.")]),
        (replace(FIXED, notice_days=None), TODAY, []),
        (
            Terms(starts_on=date(2026, 3, 3), first_term_months=12, renewal_months=6, notice_months=6),
            date(2026, 6, 1),
            [],
        ),
        (
            Terms(starts_on=date(2026, 1, 1), first_term_months=12, renewal_months=1, notice_days=31),
            date(2027, 2, 1),
            [
                Remark("ej_arbetsdag", f"{SUNDAY}säg upp senast arbetsdagen före, fredag 2027-02-26."),
                Remark(
                    "lang_uppsagningstid",
                    "Uppsägningstiden på 31 dagar är minst lika lång som perioden, så sista dag att "
                    "säga upp infaller innan "
                    "perioden börjar 2027-02-01.",
                ),
            ],
        ),
        (OPTIONS, date(2027, 6, 30), []),
        (
            OPTIONS,
            date(2027, 7, 1),
            [
                Remark(
                    "option_ej_beslutad",
                    "Option 2 skulle ha beslutats senast 2027-06-30, men inget beslut är registrerat.",
                )
            ],
        ),
        (
            replace(OPTIONS, options=(Option(12),)),
            date(2027, 1, 1),
            [Remark("option_ej_beslutad", "Inget beslut om option 1 är registrerat.")],
        ),
        (replace(OPTIONS, options=(Option(12),)), date(2026, 12, 31), []),
        (replace(OPTIONS, renewal_months=1, first_term_months=0), date(2027, 7, 1), []),
        (Terms(), TODAY, []),
    ],
)
def test_what_is_remarked_on(terms: Terms, day: date, expected: list[Remark]) -> None:
    assert list(evaluate(terms, day).remarks) == expected


def test_one_is_singular() -> None:
    assert (months_in_words(1), months_in_words(2)) == ("1 månad", "2 månader")
    state = evaluate(replace(FIXED, notice_days=1), TODAY)
    assert "uppsägningstiden är 1 dag och" in state.explanation
