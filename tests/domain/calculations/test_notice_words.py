"""The sentences, word for word, in each situation that an agreement can be in."""

from datetime import date

import pytest

from itadmin.domain.calculations.notice import Option, Remark, Terms, evaluate
from itadmin.domain.calculations.notice_phrases import months_in_words

LIFECARE = Terms(starts_on=date(2024, 6, 1), first_term_months=36, renewal_months=12, notice_months=3)
FIXED = Terms(first_term_ends_on=date(2027, 5, 31), notice_days=30)
OPEN = Terms(starts_on=date(2025, 1, 1), open_ended=True, notice_months=3)
BOUND = OPEN._replace(first_term_months=24)
OPTIONS = Terms(
    starts_on=date(2025, 1, 1),
    first_term_months=24,
    options=(Option(12, date(2026, 6, 30), taken=True), Option(12, date(2027, 6, 30))),
)
TODAY = date(2026, 11, 22)
NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("terms", "day", "explanation", "what_next"),
    [
        pytest.param(
            LIFECARE,
            TODAY,
            (
                "Sista dag att säga upp är 2027-02-28, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 2027-05-31 (36 månader från 2024-06-01)."
            ),
            "Sägs avtalet inte upp förlängs det 12 månader, till och med 2028-05-31.",
            id="renewed, 2026-11-22",
        ),
        pytest.param(
            LIFECARE,
            date(2027, 2, 28),
            (
                "Sista dag att säga upp är 2027-02-28, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 2027-05-31 (36 månader från 2024-06-01)."
            ),
            "Sägs avtalet inte upp förlängs det 12 månader, till och med 2028-05-31.",
            id="renewed, 2027-02-28",
        ),
        pytest.param(
            LIFECARE,
            date(2027, 3, 1),
            (
                "Sista dag att säga upp var 2027-02-28, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 2027-05-31 (36 månader från 2024-06-01). Den dagen har passerat, "
                "så avtalet förlängs 12 månader, till och med 2028-05-31. Nästa sista dag är "
                "2028-02-29; sägs avtalet upp senast då upphör det 2028-05-31."
            ),
            "Sägs avtalet inte upp senast 2028-02-29 förlängs det igen, till och med 2029-05-31.",
            id="renewed, 2027-03-01",
        ),
        pytest.param(
            LIFECARE,
            date(2024, 5, 31),
            (
                "Avtalet börjar gälla 2024-06-01. Sista dag att säga upp är 2027-02-28, eftersom "
                "uppsägningstiden är 3 månader och avtalstiden löper ut 2027-05-31 (36 månader från "
                "2024-06-01)."
            ),
            "Sägs avtalet inte upp förlängs det 12 månader, till och med 2028-05-31.",
            id="renewed, 2024-05-31",
        ),
        pytest.param(
            LIFECARE._replace(renewal_months=1, notice_months=1),
            TODAY,
            (
                "Sista dag att säga upp är 2027-04-30, eftersom uppsägningstiden är 1 månad och "
                "avtalstiden löper ut 2027-05-31 (36 månader från 2024-06-01)."
            ),
            "Sägs avtalet inte upp förlängs det 1 månad, till och med 2027-06-30.",
            id="renewed a month at a time",
        ),
        pytest.param(
            LIFECARE._replace(notice_months=None, notice_days=1),
            TODAY,
            (
                "Sista dag att säga upp är 2027-05-30, eftersom uppsägningstiden är 1 dag och "
                "avtalstiden löper ut 2027-05-31 (36 månader från 2024-06-01)."
            ),
            "Sägs avtalet inte upp förlängs det 12 månader, till och med 2028-05-31.",
            id="renewed, notice in days",
        ),
        pytest.param(
            LIFECARE._replace(notice_months=0),
            TODAY,
            (
                "Sista dag att säga upp är 2027-05-31, eftersom avtalstiden löper ut då (36 månader "
                "från 2024-06-01) och ingen uppsägningstid gäller."
            ),
            "Sägs avtalet inte upp förlängs det 12 månader, till och med 2028-05-31.",
            id="renewed, no notice period",
        ),
        pytest.param(
            LIFECARE._replace(notice_months=None),
            TODAY,
            (
                "Avtalstiden löper ut 2027-05-31 (36 månader från 2024-06-01). Uppsägningstiden saknas,"
                " så sista dag att säga upp är okänd."
            ),
            "Sägs avtalet inte upp i tid förlängs det 12 månader i taget.",
            id="renewed, notice not known",
        ),
        pytest.param(
            LIFECARE._replace(notice_months=18),
            TODAY,
            (
                "Sista dag att säga upp var 2025-11-30, eftersom uppsägningstiden är 18 månader och "
                "avtalstiden löper ut 2027-05-31 (36 månader från 2024-06-01). Den dagen har passerat, "
                "så avtalet förlängs 12 månader, till och med 2028-05-31. Nästa sista dag är "
                "2026-11-30; sägs avtalet upp senast då upphör det 2028-05-31."
            ),
            "Sägs avtalet inte upp senast 2026-11-30 förlängs det igen, till och med 2029-05-31.",
            id="renewed, notice longer than the renewal",
        ),
        pytest.param(
            LIFECARE._replace(notice_months=40),
            TODAY,
            (
                "Sista dag att säga upp var 2024-01-31, eftersom uppsägningstiden är 40 månader och "
                "avtalstiden löper ut 2027-05-31 (36 månader från 2024-06-01). Den dagen har passerat, "
                "så avtalet förlängs 12 månader, till och med 2028-05-31. Nästa sista dag är "
                "2027-01-31; sägs avtalet upp senast då upphör det 2030-05-31."
            ),
            "Sägs avtalet inte upp senast 2027-01-31 förlängs det igen, till och med 2031-05-31.",
            id="renewed, notice longer than the first term",
        ),
        pytest.param(
            LIFECARE._replace(notice_given_on=date(2026, 12, 1)),
            TODAY,
            (
                "Sista dag att säga upp är 2027-02-28, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 2027-05-31 (36 månader från 2024-06-01). En uppsägning är daterad"
                " 2026-12-01, så avtalet upphör 2027-05-31."
            ),
            "Avtalet gäller till och med 2027-05-31.",
            id="renewed, ahead of a notice",
        ),
        pytest.param(
            LIFECARE._replace(notice_given_on=date(2027, 3, 1)),
            TODAY,
            (
                "Sista dag att säga upp är 2027-02-28, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 2027-05-31 (36 månader från 2024-06-01). En uppsägning är daterad"
                " 2027-03-01, så avtalet upphör 2028-05-31."
            ),
            "Avtalet gäller till och med 2028-05-31.",
            id="renewed, ahead of a late notice",
        ),
        pytest.param(
            LIFECARE._replace(notice_given_on=date(2026, 11, 1)),
            TODAY,
            (
                "Avtalet sades upp 2026-11-01. Uppsägningstiden på 3 månader ryms innan avtalstiden "
                "löper ut, så det upphör 2027-05-31."
            ),
            "Avtalet gäller till och med 2027-05-31.",
            id="renewed, noticed, 2026-11-22",
        ),
        pytest.param(
            LIFECARE._replace(notice_given_on=date(2026, 11, 1)),
            date(2027, 6, 1),
            "Avtalet sades upp 2026-11-01 och upphörde 2027-05-31.",
            "",
            id="renewed, noticed, 2027-06-01",
        ),
        pytest.param(
            LIFECARE._replace(notice_given_on=date(2027, 2, 28)),
            date(2027, 3, 1),
            (
                "Avtalet sades upp 2027-02-28. Uppsägningstiden på 3 månader ryms innan avtalstiden "
                "löper ut, så det upphör 2027-05-31."
            ),
            "Avtalet gäller till och med 2027-05-31.",
            id="renewed, noticed on the last day",
        ),
        pytest.param(
            LIFECARE._replace(notice_given_on=date(2027, 3, 1)),
            date(2027, 3, 1),
            (
                "Avtalet sades upp 2027-03-01. Sista dag för att det skulle upphöra 2027-05-31 var "
                "2027-02-28, eftersom uppsägningstiden är 3 månader, så det upphör i stället "
                "2028-05-31."
            ),
            "Avtalet gäller till och med 2028-05-31.",
            id="renewed, noticed a day late, 2027-03-01",
        ),
        pytest.param(
            LIFECARE._replace(notice_given_on=date(2027, 3, 1)),
            date(2028, 6, 1),
            "Avtalet sades upp 2027-03-01 och upphörde 2028-05-31.",
            "",
            id="renewed, noticed a day late, 2028-06-01",
        ),
        pytest.param(
            LIFECARE._replace(notice_given_on=date(2026, 11, 1), notice_months=0),
            TODAY,
            "Avtalet sades upp 2026-11-01. Det upphör 2027-05-31, när avtalstiden löper ut.",
            "Avtalet gäller till och med 2027-05-31.",
            id="renewed, noticed, no notice period",
        ),
        pytest.param(
            LIFECARE._replace(notice_given_on=date(2026, 11, 1), notice_months=None),
            TODAY,
            ("Avtalet sades upp 2026-11-01, men uppsägningstiden saknas, så det går inte att räkna ut när det upphör."),
            "",
            id="renewed, noticed, notice not known",
        ),
        pytest.param(
            Terms(date(2020, 2, 29), 1200, renewal_months=1200, notice_months=1200),
            TODAY,
            (
                f"Sista dag att säga upp var 2020-02-28, eftersom uppsägningstiden är 1{NBSP}200 månader"
                f" och avtalstiden löper ut 2120-02-28 (1{NBSP}200 månader från 2020-02-29). Den dagen "
                f"har passerat, så avtalet förlängs 1{NBSP}200 månader, till och med 2220-02-28. Nästa "
                "sista dag är 2120-02-28; sägs avtalet upp senast då upphör det 2220-02-28."
            ),
            "Sägs avtalet inte upp senast 2120-02-28 förlängs det igen, till och med 2320-02-28.",
            id="renewed by 1,200 months",
        ),
        pytest.param(
            Terms(date(1900, 1, 1), 12, renewal_months=1, notice_months=1),
            TODAY,
            (
                "Sista dag att säga upp var 2026-10-31, eftersom uppsägningstiden är 1 månad och "
                f"avtalstiden löper ut 2026-11-30 (förlängning 1511, sammanlagt 1{NBSP}523 månader från "
                "1900-01-01). Den dagen har passerat, så avtalet förlängs 1 månad, till och med "
                "2026-12-31. Nästa sista dag är 2026-11-30; sägs avtalet upp senast då upphör det "
                "2026-12-31."
            ),
            "Sägs avtalet inte upp senast 2026-11-30 förlängs det igen, till och med 2027-01-31.",
            id="renewed since 1900",
        ),
        pytest.param(
            LIFECARE._replace(first_term_ends_on=date(9999, 12, 31), first_term_months=None),
            TODAY,
            (
                "Sista dag att säga upp är 9999-09-30, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 9999-12-31."
            ),
            "Nästa förlängning på 12 månader slutar efter år 9999.",
            id="renewed to the end of the calendar, 2026-11-22",
        ),
        pytest.param(
            LIFECARE._replace(first_term_ends_on=date(9999, 12, 31), first_term_months=None),
            date(9999, 10, 1),
            (
                "Sista dag att säga upp var 9999-09-30, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 9999-12-31. Den dagen har passerat, och nästa förlängning slutar "
                "efter år 9999."
            ),
            "",
            id="renewed to the end of the calendar, 9999-10-01",
        ),
        pytest.param(
            Terms(
                first_term_ends_on=date(9999, 6, 30),
                renewal_months=12,
                notice_months=3,
                notice_given_on=date(9999, 5, 1),
            ),
            date(9999, 6, 1),
            "Avtalet sades upp 9999-05-01. Det upphör först efter år 9999.",
            "",
            id="renewed, noticed too late for the calendar",
        ),
        pytest.param(
            LIFECARE,
            date(2028, 7, 1),
            (
                "Sista dag att säga upp är 2029-02-28, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 2029-05-31 (förlängning 2, sammanlagt 60 månader från "
                "2024-06-01)."
            ),
            "Sägs avtalet inte upp förlängs det 12 månader, till och med 2030-05-31.",
            id="renewed twice",
        ),
        pytest.param(
            Terms(date(2024, 1, 31), 1, renewal_months=1, notice_days=1),
            date(2024, 3, 1),
            (
                "Sista dag att säga upp är 2024-03-29, eftersom uppsägningstiden är 1 dag och "
                "avtalstiden löper ut 2024-03-30 (förlängning 1, sammanlagt 2 månader från 2024-01-31)."
            ),
            "Sägs avtalet inte upp förlängs det 1 månad, till och med 2024-04-29.",
            id="renewed at the end of a month",
        ),
        pytest.param(
            LIFECARE._replace(first_term_months=None, first_term_ends_on=date(2027, 2, 28)),
            TODAY,
            (
                "Sista dag att säga upp är 2026-11-30, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 2027-02-28."
            ),
            "Sägs avtalet inte upp förlängs det 12 månader, till och med 2028-02-29.",
            id="renewed after a day that is written, 2026-11-22",
        ),
        pytest.param(
            LIFECARE._replace(first_term_months=None, first_term_ends_on=date(2027, 2, 28)),
            date(2027, 9, 1),
            (
                "Sista dag att säga upp är 2027-11-30, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 2028-02-29 (förlängning 1, sammanlagt 12 månader från "
                "2027-03-01)."
            ),
            "Sägs avtalet inte upp förlängs det 12 månader, till och med 2029-02-28.",
            id="renewed after a day that is written, 2027-09-01",
        ),
        pytest.param(
            FIXED,
            TODAY,
            (
                "Sista dag att säga upp är 2027-05-01, eftersom uppsägningstiden är 30 dagar och "
                "avtalstiden löper ut 2027-05-31."
            ),
            "Avtalet löper ut 2027-05-31 utan uppsägning och förlängs inte.",
            id="fixed, 2026-11-22",
        ),
        pytest.param(
            FIXED,
            date(2027, 5, 2),
            (
                "Sista dag att säga upp var 2027-05-01, eftersom uppsägningstiden är 30 dagar och "
                "avtalstiden löper ut 2027-05-31. Den dagen har passerat, men avtalet löper ut ändå."
            ),
            "Avtalet löper ut 2027-05-31 och förlängs inte.",
            id="fixed, 2027-05-02",
        ),
        pytest.param(
            FIXED,
            date(2027, 6, 1),
            "Avtalet löpte ut 2027-05-31 och förlängdes inte.",
            "",
            id="fixed, 2027-06-01",
        ),
        pytest.param(
            FIXED._replace(notice_days=None),
            TODAY,
            "Avtalet gäller till och med 2027-05-31.",
            "Avtalet löper ut 2027-05-31 och förlängs inte.",
            id="fixed, notice not known",
        ),
        pytest.param(
            FIXED._replace(notice_days=0),
            TODAY,
            ("Sista dag att säga upp är 2027-05-31, eftersom avtalstiden löper ut då och ingen uppsägningstid gäller."),
            "Avtalet löper ut 2027-05-31 utan uppsägning och förlängs inte.",
            id="fixed, no notice period",
        ),
        pytest.param(
            FIXED._replace(notice_given_on=date(2026, 11, 1)),
            TODAY,
            (
                "Avtalet sades upp 2026-11-01. Uppsägningstiden på 30 dagar ryms innan avtalstiden "
                "löper ut, så det upphör 2027-05-31."
            ),
            "Avtalet gäller till och med 2027-05-31.",
            id="fixed, noticed, 2026-11-22",
        ),
        pytest.param(
            FIXED._replace(notice_given_on=date(2026, 11, 1)),
            date(2027, 6, 1),
            "Avtalet sades upp 2026-11-01 och upphörde 2027-05-31.",
            "",
            id="fixed, noticed, 2027-06-01",
        ),
        pytest.param(
            FIXED._replace(notice_given_on=date(2027, 5, 3)),
            date(2027, 5, 4),
            (
                "Avtalet sades upp 2027-05-03. Sista dag att säga upp var 2027-05-01, men avtalet löper"
                " ändå ut 2027-05-31."
            ),
            "Avtalet gäller till och med 2027-05-31.",
            id="fixed, noticed late, 2027-05-04",
        ),
        pytest.param(
            FIXED._replace(notice_given_on=date(2027, 5, 3)),
            date(2027, 6, 1),
            "Avtalet löpte ut 2027-05-31 och förlängdes inte.",
            "",
            id="fixed, noticed late, 2027-06-01",
        ),
        pytest.param(
            FIXED._replace(notice_given_on=date(2026, 11, 1), notice_days=None),
            TODAY,
            "Avtalet sades upp 2026-11-01. Det löper ut 2027-05-31.",
            "Avtalet gäller till och med 2027-05-31.",
            id="fixed, noticed, notice not known",
        ),
        pytest.param(
            FIXED._replace(notice_given_on=date(2027, 9, 1)),
            TODAY,
            (
                "Sista dag att säga upp är 2027-05-01, eftersom uppsägningstiden är 30 dagar och "
                "avtalstiden löper ut 2027-05-31. En uppsägning är daterad 2027-09-01."
            ),
            "Avtalet löper ut 2027-05-31 utan uppsägning och förlängs inte.",
            id="fixed, ahead of a notice after the end",
        ),
        pytest.param(
            FIXED._replace(starts_on=date(2027, 1, 1)),
            TODAY,
            (
                "Avtalet börjar gälla 2027-01-01. Sista dag att säga upp är 2027-05-01, eftersom "
                "uppsägningstiden är 30 dagar och avtalstiden löper ut 2027-05-31."
            ),
            "Avtalet löper ut 2027-05-31 utan uppsägning och förlängs inte.",
            id="fixed, not begun",
        ),
        pytest.param(
            OPTIONS._replace(options=(Option(12, date(2026, 12, 1)),)),
            TODAY,
            ("Avtalet gäller till och med 2026-12-31 (24 månader från 2025-01-01), och option 1 är inte beslutad."),
            (
                "Utnyttjas option 1 förlängs avtalet 12 månader, till och med 2027-12-31; annars löper "
                "det ut 2026-12-31. Det ska beslutas senast 2026-12-01."
            ),
            id="option undecided, 2026-11-22",
        ),
        pytest.param(
            OPTIONS._replace(options=(Option(12, date(2026, 12, 1)),)),
            date(2026, 12, 2),
            ("Avtalet gäller till och med 2026-12-31 (24 månader från 2025-01-01), och option 1 är inte beslutad."),
            (
                "Utnyttjas option 1 förlängs avtalet 12 månader, till och med 2027-12-31; annars löper "
                "det ut 2026-12-31. Det skulle ha beslutats senast 2026-12-01."
            ),
            id="option undecided, 2026-12-02",
        ),
        pytest.param(
            OPTIONS._replace(options=(Option(12, date(2026, 12, 1)),)),
            date(2027, 1, 1),
            "Avtalet löpte ut 2026-12-31, eftersom option 1 inte är registrerad som utnyttjad.",
            (
                "Är option 1 på 12 månader utnyttjad? Registrera det i så fall, så gäller avtalet till "
                "och med 2027-12-31."
            ),
            id="option undecided, 2027-01-01",
        ),
        pytest.param(
            OPTIONS._replace(options=(Option(1),)),
            TODAY,
            ("Avtalet gäller till och med 2026-12-31 (24 månader från 2025-01-01), och option 1 är inte beslutad."),
            (
                "Utnyttjas option 1 förlängs avtalet 1 månad, till och med 2027-01-31; annars löper det"
                " ut 2026-12-31. Dag för beslut saknas."
            ),
            id="option for a month, 2026-11-22",
        ),
        pytest.param(
            OPTIONS._replace(options=(Option(1),)),
            date(2027, 1, 1),
            "Avtalet löpte ut 2026-12-31, eftersom option 1 inte är registrerad som utnyttjad.",
            ("Är option 1 på 1 månad utnyttjad? Registrera det i så fall, så gäller avtalet till och med 2027-01-31."),
            id="option for a month, 2027-01-01",
        ),
        pytest.param(
            OPTIONS._replace(notice_months=3),
            date(2026, 9, 20),
            (
                "Sista dag att säga upp är 2026-09-30, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 2026-12-31 (24 månader från 2025-01-01)."
            ),
            (
                "Option 1 är utnyttjad, så avtalet fortsätter till och med 2027-12-31. Utnyttjas option"
                " 2 förlängs avtalet 12 månader, till och med 2028-12-31; annars löper det ut "
                "2027-12-31. Det ska beslutas senast 2027-06-30."
            ),
            id="option with notice, 2026-09-20",
        ),
        pytest.param(
            OPTIONS._replace(notice_months=3),
            TODAY,
            (
                "Sista dag att säga upp var 2026-09-30, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 2026-12-31 (24 månader från 2025-01-01). Den dagen har passerat, "
                "och option 1 är utnyttjad, så avtalet fortsätter till och med 2027-12-31. Nästa sista "
                "dag är 2027-09-30; sägs avtalet upp senast då upphör det 2027-12-31."
            ),
            (
                "Utnyttjas option 2 förlängs avtalet 12 månader, till och med 2028-12-31; annars löper "
                "det ut 2027-12-31. Det ska beslutas senast 2027-06-30."
            ),
            id="option with notice, 2026-11-22",
        ),
        pytest.param(
            OPTIONS._replace(notice_months=3),
            date(2027, 3, 1),
            (
                "Sista dag att säga upp är 2027-09-30, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 2027-12-31 (option 1, sammanlagt 36 månader från 2025-01-01)."
            ),
            (
                "Utnyttjas option 2 förlängs avtalet 12 månader, till och med 2028-12-31; annars löper "
                "det ut 2027-12-31. Det ska beslutas senast 2027-06-30."
            ),
            id="option with notice, 2027-03-01",
        ),
        pytest.param(
            OPTIONS._replace(options=(Option(12, taken=False), Option(12))),
            TODAY,
            "Avtalet gäller till och med 2026-12-31 (24 månader från 2025-01-01).",
            "Option 1 utnyttjas inte, så avtalet löper ut 2026-12-31.",
            id="option declined, 2026-11-22",
        ),
        pytest.param(
            OPTIONS._replace(options=(Option(12, taken=False), Option(12))),
            date(2027, 1, 1),
            "Avtalet löpte ut 2026-12-31, eftersom option 1 inte utnyttjades.",
            "",
            id="option declined, 2027-01-01",
        ),
        pytest.param(
            OPTIONS,
            TODAY,
            (
                "Avtalstiden löper ut 2026-12-31 (24 månader från 2025-01-01), men option 1 är "
                "utnyttjad och förlänger avtalet till och med 2027-12-31."
            ),
            (
                "Utnyttjas option 2 förlängs avtalet 12 månader, till och med 2028-12-31; annars löper "
                "det ut 2027-12-31. Det ska beslutas senast 2027-06-30."
            ),
            id="option taken, then one undecided, 2026-11-22",
        ),
        pytest.param(
            OPTIONS,
            date(2027, 3, 1),
            (
                "Avtalet gäller till och med 2027-12-31 (option 1, sammanlagt 36 månader från "
                "2025-01-01), och option 2 är inte beslutad."
            ),
            (
                "Utnyttjas option 2 förlängs avtalet 12 månader, till och med 2028-12-31; annars löper "
                "det ut 2027-12-31. Det ska beslutas senast 2027-06-30."
            ),
            id="option taken, then one undecided, 2027-03-01",
        ),
        pytest.param(
            OPTIONS,
            date(2027, 7, 1),
            (
                "Avtalet gäller till och med 2027-12-31 (option 1, sammanlagt 36 månader från "
                "2025-01-01), och option 2 är inte beslutad."
            ),
            (
                "Utnyttjas option 2 förlängs avtalet 12 månader, till och med 2028-12-31; annars löper "
                "det ut 2027-12-31. Det skulle ha beslutats senast 2027-06-30."
            ),
            id="option taken, then one undecided, 2027-07-01",
        ),
        pytest.param(
            OPTIONS,
            date(2028, 1, 1),
            "Avtalet löpte ut 2027-12-31, eftersom option 2 inte är registrerad som utnyttjad.",
            (
                "Är option 2 på 12 månader utnyttjad? Registrera det i så fall, så gäller avtalet till "
                "och med 2028-12-31."
            ),
            id="option taken, then one undecided, 2028-01-01",
        ),
        pytest.param(
            OPTIONS._replace(options=(Option(12, taken=True), Option(12, taken=False))),
            TODAY,
            (
                "Avtalstiden löper ut 2026-12-31 (24 månader från 2025-01-01), men option 1 är "
                "utnyttjad och förlänger avtalet till och med 2027-12-31."
            ),
            "Option 2 utnyttjas inte, så avtalet löper ut 2027-12-31.",
            id="option taken, then one declined",
        ),
        pytest.param(
            OPTIONS._replace(options=(Option(12, taken=True), Option(12, taken=True)), notice_months=3),
            date(2026, 9, 20),
            (
                "Sista dag att säga upp är 2026-09-30, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 2026-12-31 (24 månader från 2025-01-01)."
            ),
            ("Option 1 och 2 är utnyttjade, så avtalet fortsätter till och med 2028-12-31 och förlängs inte därefter."),
            id="both options taken, 2026-09-20",
        ),
        pytest.param(
            OPTIONS._replace(options=(Option(12, taken=True), Option(12, taken=True)), notice_months=3),
            TODAY,
            (
                "Sista dag att säga upp var 2026-09-30, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 2026-12-31 (24 månader från 2025-01-01). Den dagen har passerat, "
                "och option 1 och 2 är utnyttjade, så avtalet fortsätter till och med 2028-12-31. Nästa"
                " sista dag är 2027-09-30; sägs avtalet upp senast då upphör det 2027-12-31."
            ),
            "Avtalet löper ut 2028-12-31 utan uppsägning och förlängs inte.",
            id="both options taken, 2026-11-22",
        ),
        pytest.param(
            OPTIONS._replace(options=(Option(12, taken=True), Option(12, taken=True)), notice_months=3),
            date(2027, 3, 1),
            (
                "Sista dag att säga upp är 2027-09-30, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 2027-12-31 (option 1, sammanlagt 36 månader från 2025-01-01)."
            ),
            ("Option 2 är utnyttjad, så avtalet fortsätter till och med 2028-12-31 och förlängs inte därefter."),
            id="both options taken, 2027-03-01",
        ),
        pytest.param(
            OPTIONS._replace(options=(Option(12, taken=True), Option(12, taken=True)), notice_months=3),
            date(2028, 3, 1),
            (
                "Sista dag att säga upp är 2028-09-30, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 2028-12-31 (option 2, sammanlagt 48 månader från 2025-01-01)."
            ),
            "Avtalet löper ut 2028-12-31 utan uppsägning och förlängs inte.",
            id="both options taken, 2028-03-01",
        ),
        pytest.param(
            OPTIONS._replace(options=(Option(12, taken=True), Option(12, taken=True), Option(1, taken=True))),
            TODAY,
            (
                "Avtalstiden löper ut 2026-12-31 (24 månader från 2025-01-01), men option 1–3 är "
                "utnyttjade och förlänger avtalet till och med 2029-01-31."
            ),
            "Avtalet löper ut 2029-01-31 och förlängs inte.",
            id="three options taken, notice not known",
        ),
        pytest.param(
            OPTIONS._replace(notice_months=3, notice_given_on=date(2027, 9, 1)),
            date(2027, 9, 1),
            (
                "Avtalet sades upp 2027-09-01. Uppsägningstiden på 3 månader ryms innan avtalstiden "
                "löper ut, så det upphör 2027-12-31."
            ),
            "Avtalet gäller till och med 2027-12-31.",
            id="option undecided, noticed, 2027-09-01",
        ),
        pytest.param(
            OPTIONS._replace(notice_months=3, notice_given_on=date(2027, 9, 1)),
            date(2028, 1, 1),
            "Avtalet sades upp 2027-09-01 och upphörde 2027-12-31.",
            "",
            id="option undecided, noticed, 2028-01-01",
        ),
        pytest.param(
            OPTIONS._replace(notice_months=3, notice_given_on=date(2027, 11, 1)),
            date(2027, 11, 1),
            (
                "Avtalet sades upp 2027-11-01. Sista dag att säga upp var 2027-09-30, men avtalet löper"
                " ändå ut 2027-12-31."
            ),
            "Avtalet gäller till och med 2027-12-31.",
            id="option undecided, noticed late, 2027-11-01",
        ),
        pytest.param(
            OPTIONS._replace(notice_months=3, notice_given_on=date(2027, 11, 1)),
            date(2028, 1, 1),
            "Avtalet löpte ut 2027-12-31, eftersom option 2 inte är registrerad som utnyttjad.",
            (
                "Är option 2 på 12 månader utnyttjad? Registrera det i så fall, så gäller avtalet till "
                "och med 2028-12-31."
            ),
            id="option undecided, noticed late, 2028-01-01",
        ),
        pytest.param(
            OPTIONS._replace(notice_months=3, notice_given_on=date(2026, 9, 1)),
            TODAY,
            (
                "Avtalet sades upp 2026-09-01. Uppsägningstiden på 3 månader ryms innan avtalstiden "
                "löper ut, så det upphör 2026-12-31."
            ),
            "Avtalet gäller till och med 2026-12-31.",
            id="option taken, noticed before it, 2026-11-22",
        ),
        pytest.param(
            OPTIONS._replace(notice_months=3, notice_given_on=date(2026, 9, 1)),
            date(2027, 1, 1),
            "Avtalet sades upp 2026-09-01 och upphörde 2026-12-31.",
            "",
            id="option taken, noticed before it, 2027-01-01",
        ),
        pytest.param(
            BOUND,
            date(2026, 9, 1),
            (
                "Sista dag att säga upp är 2026-09-30, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 2026-12-31 (24 månader från 2025-01-01)."
            ),
            "Sägs avtalet inte upp gäller det tills vidare efter 2026-12-31.",
            id="bound, then open-ended, 2026-09-01",
        ),
        pytest.param(
            BOUND,
            TODAY,
            (
                "Sista dag att säga upp var 2026-09-30, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 2026-12-31 (24 månader från 2025-01-01). Den dagen har passerat, "
                "så avtalet gäller tills vidare efter 2026-12-31."
            ),
            "Sägs det upp 2026-11-22 upphör det 2027-02-22.",
            id="bound, then open-ended, 2026-11-22",
        ),
        pytest.param(
            BOUND,
            date(2027, 3, 1),
            "Avtalet gäller tills vidare. Uppsägningstiden är 3 månader.",
            "Sägs det upp 2027-03-01 upphör det 2027-06-01.",
            id="bound, then open-ended, 2027-03-01",
        ),
        pytest.param(
            BOUND._replace(notice_months=0),
            TODAY,
            (
                "Sista dag att säga upp är 2026-12-31, eftersom avtalstiden löper ut då (24 månader "
                "från 2025-01-01) och ingen uppsägningstid gäller."
            ),
            "Sägs avtalet inte upp gäller det tills vidare efter 2026-12-31.",
            id="bound, no notice period",
        ),
        pytest.param(
            BOUND._replace(notice_months=None),
            TODAY,
            (
                "Avtalstiden löper ut 2026-12-31 (24 månader från 2025-01-01). Uppsägningstiden saknas,"
                " så sista dag att säga upp är okänd."
            ),
            "Därefter gäller avtalet tills vidare.",
            id="bound, notice not known, 2026-11-22",
        ),
        pytest.param(
            BOUND._replace(notice_months=None),
            date(2027, 3, 1),
            "Avtalet gäller tills vidare. Uppsägningstiden saknas.",
            "",
            id="bound, notice not known, 2027-03-01",
        ),
        pytest.param(
            BOUND._replace(month_end=True),
            TODAY,
            (
                "Sista dag att säga upp var 2026-09-30, eftersom uppsägningstiden är 3 månader och "
                "avtalstiden löper ut 2026-12-31 (24 månader från 2025-01-01). Den dagen har passerat, "
                "så avtalet gäller tills vidare efter 2026-12-31."
            ),
            "Sägs det upp senast 2026-11-30 upphör det vid månadsskiftet, 2027-02-28.",
            id="bound, to the end of a month",
        ),
        pytest.param(
            BOUND._replace(notice_given_on=date(2026, 9, 1)),
            TODAY,
            (
                "Avtalet sades upp 2026-09-01. Uppsägningstiden på 3 månader ryms innan avtalstiden "
                "löper ut, så det upphör 2026-12-31."
            ),
            "Avtalet gäller till och med 2026-12-31.",
            id="bound, noticed",
        ),
        pytest.param(
            BOUND._replace(notice_given_on=date(2026, 11, 1)),
            TODAY,
            "Avtalet sades upp 2026-11-01. Uppsägningstiden är 3 månader, så det upphör 2027-02-01.",
            "Avtalet gäller till och med 2027-02-01.",
            id="bound, noticed late",
        ),
        pytest.param(
            OPEN,
            TODAY,
            "Avtalet gäller tills vidare. Uppsägningstiden är 3 månader.",
            "Sägs det upp 2026-11-22 upphör det 2027-02-22.",
            id="open-ended, 2026-11-22",
        ),
        pytest.param(
            OPEN,
            date(2024, 12, 1),
            "Avtalet börjar gälla 2025-01-01. Det gäller tills vidare. Uppsägningstiden är 3 månader.",
            "Sägs det upp 2025-01-01 upphör det 2025-04-01.",
            id="open-ended, 2024-12-01",
        ),
        pytest.param(
            OPEN._replace(notice_months=None, notice_days=30),
            TODAY,
            "Avtalet gäller tills vidare. Uppsägningstiden är 30 dagar.",
            "Sägs det upp 2026-11-22 upphör det 2026-12-22.",
            id="open-ended, notice in days",
        ),
        pytest.param(
            OPEN._replace(month_end=True),
            TODAY,
            ("Avtalet gäller tills vidare. Uppsägningstiden är 3 månader, räknad till ett månadsskifte."),
            "Sägs det upp senast 2026-11-30 upphör det vid månadsskiftet, 2027-02-28.",
            id="open-ended, to the end of a month, 2026-11-22",
        ),
        pytest.param(
            OPEN._replace(month_end=True),
            date(2027, 1, 29),
            ("Avtalet gäller tills vidare. Uppsägningstiden är 3 månader, räknad till ett månadsskifte."),
            (
                "Sägs det upp senast 2027-01-31 (söndag; arbetsdagen före är fredag 2027-01-29) upphör "
                "det vid månadsskiftet, 2027-04-30."
            ),
            id="open-ended, to the end of a month, 2027-01-29",
        ),
        pytest.param(
            OPEN._replace(month_end=True),
            date(2027, 1, 30),
            ("Avtalet gäller tills vidare. Uppsägningstiden är 3 månader, räknad till ett månadsskifte."),
            "Sägs det upp senast 2027-01-31 upphör det vid månadsskiftet, 2027-04-30.",
            id="open-ended, to the end of a month, 2027-01-30",
        ),
        pytest.param(
            OPEN._replace(notice_months=0),
            TODAY,
            "Avtalet gäller tills vidare utan uppsägningstid.",
            "Sägs det upp 2026-11-22 upphör det samma dag.",
            id="open-ended, no notice period",
        ),
        pytest.param(
            OPEN._replace(notice_months=0, month_end=True),
            TODAY,
            "Avtalet gäller tills vidare utan uppsägningstid och kan sägas upp till ett månadsskifte.",
            "Sägs det upp senast 2026-11-30 upphör det vid månadsskiftet, 2026-11-30.",
            id="open-ended, no notice period, to the end of a month",
        ),
        pytest.param(
            OPEN._replace(notice_months=None),
            TODAY,
            "Avtalet gäller tills vidare. Uppsägningstiden saknas.",
            "",
            id="open-ended, notice not known",
        ),
        pytest.param(
            OPEN._replace(notice_given_on=date(2026, 11, 1)),
            TODAY,
            "Avtalet sades upp 2026-11-01. Uppsägningstiden är 3 månader, så det upphör 2027-02-01.",
            "Avtalet gäller till och med 2027-02-01.",
            id="open-ended, noticed, 2026-11-22",
        ),
        pytest.param(
            OPEN._replace(notice_given_on=date(2026, 11, 1)),
            date(2027, 3, 1),
            "Avtalet sades upp 2026-11-01 och upphörde 2027-02-01.",
            "",
            id="open-ended, noticed, 2027-03-01",
        ),
        pytest.param(
            OPEN._replace(notice_given_on=date(2026, 11, 1), month_end=True),
            TODAY,
            (
                "Avtalet sades upp 2026-11-01. Uppsägningstiden är 3 månader, så det upphör vid "
                "månadsskiftet, 2027-02-28."
            ),
            "Avtalet gäller till och med 2027-02-28.",
            id="open-ended, noticed, to the end of a month",
        ),
        pytest.param(
            OPEN._replace(notice_given_on=TODAY, notice_months=0),
            TODAY,
            "Avtalet sades upp 2026-11-22. Ingen uppsägningstid gäller, så det upphör 2026-11-22.",
            "Avtalet gäller till och med 2026-11-22.",
            id="open-ended, noticed today, no notice period, 2026-11-22",
        ),
        pytest.param(
            OPEN._replace(notice_given_on=TODAY, notice_months=0),
            date(2027, 3, 1),
            "Avtalet sades upp 2026-11-22 och upphörde samma dag.",
            "",
            id="open-ended, noticed today, no notice period, 2027-03-01",
        ),
        pytest.param(
            OPEN._replace(notice_given_on=date(2026, 11, 1), notice_months=None),
            TODAY,
            ("Avtalet sades upp 2026-11-01, men uppsägningstiden saknas, så det går inte att räkna ut när det upphör."),
            "",
            id="open-ended, noticed, notice not known",
        ),
        pytest.param(
            OPEN._replace(notice_given_on=date(2027, 1, 1)),
            TODAY,
            (
                "Avtalet gäller tills vidare. Uppsägningstiden är 3 månader. En uppsägning är daterad "
                "2027-01-01, så avtalet upphör 2027-04-01."
            ),
            "Avtalet gäller till och med 2027-04-01.",
            id="open-ended, ahead of a notice",
        ),
        pytest.param(
            OPEN,
            date(9999, 12, 31),
            "Avtalet gäller tills vidare. Uppsägningstiden är 3 månader.",
            "",
            id="open-ended to the end of the calendar",
        ),
        pytest.param(
            Terms(),
            TODAY,
            (
                "Avtalstiden saknas. Ange första avtalstiden, sista giltighetsdagen eller att avtalet "
                "gäller tills vidare."
            ),
            "",
            id="nothing known",
        ),
        pytest.param(
            Terms(first_term_months=12),
            TODAY,
            "Startdagen saknas, så det går inte att räkna ut när första avtalstiden löper ut.",
            "",
            id="no start",
        ),
        pytest.param(
            Terms(first_term_months=12, open_ended=True, notice_months=3),
            TODAY,
            "Startdagen saknas, så det går inte att räkna ut när första avtalstiden löper ut.",
            "",
            id="no start, then open-ended",
        ),
        pytest.param(
            FIXED._replace(starts_on=date(2027, 6, 1)),
            TODAY,
            ("Inga dagar kan räknas ut. Sista giltighetsdagen 2027-05-31 ligger före startdagen 2027-06-01."),
            "",
            id="end before start",
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
        (LIFECARE._replace(notice_months=None), TODAY, [Remark("uppsagningstid_saknas", "Uppsägningstiden saknas.")]),
        (OPEN._replace(notice_months=None), TODAY, [Remark("uppsagningstid_saknas", "Uppsägningstiden saknas.")]),
        (FIXED._replace(notice_days=None), TODAY, []),
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
            OPTIONS._replace(options=(Option(12),)),
            date(2027, 1, 1),
            [Remark("option_ej_beslutad", "Inget beslut om option 1 är registrerat.")],
        ),
        (OPTIONS._replace(options=(Option(12),)), date(2026, 12, 31), []),
        (OPTIONS._replace(renewal_months=1, first_term_months=0), date(2027, 7, 1), []),
        (Terms(), TODAY, []),
    ],
)
def test_what_is_remarked_on(terms: Terms, day: date, expected: list[Remark]) -> None:
    assert list(evaluate(terms, day).remarks) == expected


def test_one_is_singular() -> None:
    assert (months_in_words(1), months_in_words(2)) == ("1 månad", "2 månader")
    state = evaluate(FIXED._replace(notice_days=1), TODAY)
    assert "uppsägningstiden är 1 dag och" in state.explanation
