"""What agreements promise against what systems need, sentence by sentence."""

import pytest

from itadmin.domain.calculations.demand import PROMISES, Gap, Need, Promise, gaps
from itadmin.domain.service_classes import preset, suggested_class
from itadmin.domain.values import LISTS

NBSP = "\u00a0"
BY_T3, BY_T4 = "enligt klassningen (T3, driftklass 2)", "enligt klassningen (T4, driftklass 1)"
ALWAYS = "vardag 07.00–17.00, jour övrig tid"
NOT_COMPARED = "lovar ett längsta avbrott, ”1 arbetsdag”, som inte går att jämföra"
SYSTEM = Need("Lifecare")
AGREEMENT = Promise("Driftavtal Lifecare", "driftavtal", 8, "8 timmar", 9900, "Vardag 07.00–17.00")
SILENT = Promise("Driftavtal Lifecare", "driftavtal")


@pytest.mark.parametrize(
    ("need", "promise", "at_agreement", "at_system"),
    [
        (
            SYSTEM._replace(rto_hours=4),
            AGREEMENT._replace(rto_hours=24),
            f"Avtalet lovar åter i drift inom 24{NBSP}timmar, Lifecare behöver 4{NBSP}timmar.",
            f"Driftavtal Lifecare lovar åter i drift inom 24{NBSP}timmar, systemet behöver 4{NBSP}timmar.",
        ),
        (
            SYSTEM._replace(rto_hours=8, longest_outage_hours=1),
            AGREEMENT._replace(rto_hours=None, longest_outage="1 dygn"),
            f"Avtalet lovar åter i drift inom 24{NBSP}timmar, Lifecare behöver 1{NBSP}timme.",
            f"Driftavtal Lifecare lovar åter i drift inom 24{NBSP}timmar, systemet behöver 1{NBSP}timme.",
        ),
        (
            SYSTEM._replace(availability_percent=9990),
            AGREEMENT._replace(availability_percent=9950),
            f"Avtalet lovar 99,5{NBSP}% tillgänglighet, Lifecare behöver 99,9{NBSP}%.",
            f"Driftavtal Lifecare lovar 99,5{NBSP}% tillgänglighet, systemet behöver 99,9{NBSP}%.",
        ),
        (
            SYSTEM._replace(support_hours="Dygnet runt."),
            AGREEMENT,
            "Avtalet lovar support vardag 07.00–17.00, Lifecare behöver support dygnet runt.",
            "Driftavtal Lifecare lovar support vardag 07.00–17.00, systemet behöver support dygnet runt.",
        ),
        (
            SYSTEM._replace(support_hours="alla dagar 8–17"),
            AGREEMENT._replace(kind="supportavtal"),
            "Avtalet lovar support vardag 07.00–17.00, Lifecare behöver support alla dagar 8–17.",
            "Driftavtal Lifecare lovar support vardag 07.00–17.00, systemet behöver support alla dagar 8–17.",
        ),
        (
            SYSTEM._replace(availability_class="3"),
            AGREEMENT._replace(rto_hours=12),
            f"Avtalet lovar åter i drift inom 12{NBSP}timmar, Lifecare behöver 8{NBSP}timmar {BY_T3}.",
            f"Driftavtal Lifecare lovar åter i drift inom 12{NBSP}timmar, systemet behöver 8{NBSP}timmar {BY_T3}.",
        ),
        (
            SYSTEM._replace(availability_class="4", rto_hours=8, availability_percent=9900),
            AGREEMENT,
            f"Avtalet lovar support vardag 07.00–17.00, Lifecare behöver support {ALWAYS} {BY_T4}.",
            f"Driftavtal Lifecare lovar support vardag 07.00–17.00, systemet behöver support {ALWAYS} {BY_T4}.",
        ),
    ],
)
def test_what_is_not_met_is_told_at_both(need: Need, promise: Promise, at_agreement: str, at_system: str) -> None:
    (gap,) = gaps(need, promise)
    assert (gap.is_mismatch, gap.at_agreement, gap.at_system) == (True, at_agreement, at_system)


@pytest.mark.parametrize(
    ("need", "promise", "topic", "at_agreement"),
    [
        (
            SYSTEM._replace(rto_hours=4),
            SILENT,
            "aterstallning",
            f"Avtalet säger inte hur snart driften ska vara igång igen; Lifecare behöver 4{NBSP}timmar.",
        ),
        (
            SYSTEM._replace(rto_hours=4),
            SILENT._replace(longest_outage="1 arbetsdag"),
            "aterstallning",
            f"Avtalet {NOT_COMPARED}; Lifecare behöver 4{NBSP}timmar.",
        ),
        (
            SYSTEM._replace(availability_percent=9900),
            SILENT,
            "tillganglighet",
            f"Avtalet säger inget om tillgänglighet; Lifecare behöver 99{NBSP}%.",
        ),
        (
            SYSTEM._replace(support_hours="vardagar 8–17"),
            SILENT._replace(kind="supportavtal"),
            "support",
            "Avtalet säger inget om supporttid; Lifecare behöver support vardagar 8–17.",
        ),
        (
            SYSTEM._replace(support_hours="vardagar 8–17"),
            SILENT._replace(support_hours="Enligt avtal"),
            "support",
            "Avtalet lovar support ”Enligt avtal”, som inte går att jämföra; Lifecare behöver support vardagar 8–17.",
        ),
        (
            SYSTEM._replace(support_hours="jämt"),
            AGREEMENT,
            "support",
            "”jämt” går inte att läsa som tider, så den support som Lifecare behöver kan inte jämföras med avtalet.",
        ),
    ],
)
def test_what_is_not_said_is_remarked_on(need: Need, promise: Promise, topic: str, at_agreement: str) -> None:
    (gap,) = gaps(need, promise)
    assert (gap.topic, gap.is_mismatch, gap.at_agreement) == (topic, False, at_agreement)


def test_what_cannot_be_read_says_at_the_system_how_to_write() -> None:
    (gap,) = gaps(SYSTEM._replace(support_hours="jämt"), AGREEMENT)
    assert gap.at_system == (
        "”jämt” går inte att läsa som tider, så den support som behövs kan inte jämföras med Driftavtal Lifecare. "
        "Skriv till exempel vardagar 8–17 eller dygnet runt."
    )


@pytest.mark.parametrize(
    ("need", "promise"),
    [
        (SYSTEM, AGREEMENT),
        (SYSTEM, SILENT),
        (SYSTEM._replace(availability_class="0"), SILENT),
        (SYSTEM._replace(availability_class="3"), AGREEMENT),
        (
            SYSTEM._replace(availability_class="4", rto_hours=8, availability_percent=9900),
            AGREEMENT._replace(on_call=True),
        ),
        (SYSTEM._replace(support_hours="24/7"), AGREEMENT._replace(support_hours="Vardag 8–17, jour övrig tid")),
        (SYSTEM._replace(support_hours="24/7"), SILENT._replace(on_call=True)),
        (
            SYSTEM._replace(availability_class="3", rto_hours=24, longest_outage_hours=48),
            AGREEMENT._replace(rto_hours=24),
        ),
        (SYSTEM._replace(rto_hours=4, availability_percent=9999), SILENT._replace(kind="supportavtal")),
        (SYSTEM._replace(rto_hours=1, support_hours="24/7"), SILENT._replace(kind="leverantorsavtal")),
    ],
)
def test_what_is_met_or_not_asked_for_is_quiet(need: Need, promise: Promise) -> None:
    assert gaps(need, promise) == ()


@pytest.mark.parametrize("kind", [*sorted(LISTS["avtalstyp"].keys() - PROMISES), ""])
def test_kinds_that_promise_nothing_of_it_do_not_count(kind: str) -> None:
    need = Need("Lifecare", "4", 1, 1, 10_000, "dygnet runt")
    assert gaps(need, AGREEMENT._replace(kind=kind, rto_hours=100, availability_percent=1)) == ()


def test_every_kind_that_counts_is_a_kind() -> None:
    assert LISTS["avtalstyp"].keys() >= PROMISES


@pytest.mark.parametrize("availability", ["1", "2", "3", "4"])
def test_a_class_that_is_chosen_for_the_system_meets_it(availability: str) -> None:
    levels = preset(suggested_class(availability))
    promise = Promise(
        "Driftavtal",
        "driftavtal",
        levels["rto_hours"],
        levels["longest_outage"],
        levels["availability_percent"],
        levels["support_hours"],
        levels["on_call"],
    )
    assert gaps(Need("Lifecare", availability), promise) == ()


def test_all_that_is_not_met_is_told() -> None:
    need = Need("Lifecare", "3", 4, 8, 9990, "dygnet runt")
    found: tuple[Gap, ...] = gaps(need, AGREEMENT)
    assert [(gap.topic, gap.is_mismatch) for gap in found] == [
        ("aterstallning", True),
        ("tillganglighet", True),
        ("support", True),
    ]
