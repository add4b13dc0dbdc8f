"""What an incident touches, read from a real register; and what words it may be found by."""

from collections.abc import Callable
from uuid import UUID

import pytest

from itadmin.domain.problems import NotFoundError
from itadmin.services.incidents import Subject, gather, offers, subject_of
from itadmin.services.workspace import Workspace


@pytest.fixture
def supplier(workspace: Workspace) -> UUID:
    return workspace.records.add("organisations", {"name": "Ängsbolaget AB", "kind": "leverantor"})


@pytest.fixture
def system(workspace: Workspace) -> Callable[..., UUID]:
    return lambda name, **values: workspace.records.add("systems", {"name": name, **values})


def names(workspace: Workspace, subject: Subject) -> list[str]:
    return [touched.read.label for touched in gather(workspace.reading(), subject).touched]


def test_all_ways_a_system_can_hang_on_a_supplier(
    workspace: Workspace, supplier: UUID, system: Callable[..., UUID]
) -> None:
    system("Produkt", supplier=str(supplier))
    system("Drift", operating_unit=str(supplier))
    system("Moln", cloud_provider="Ängsbolaget AB")
    agreed, over = system("Avtal"), system("Gammalt avtal")
    system("Inget")
    for title, status, target in (("Support", "gallande", agreed), ("Gammalt", "upphort", over)):
        workspace.records.add(
            "agreements", {"title": title, "status": status, "supplier": str(supplier), "systems": [str(target)]}
        )
    assert sorted(names(workspace, Subject(supplier=supplier))) == ["Avtal", "Drift", "Moln", "Produkt"]


def test_what_is_no_longer_used_is_left_out(workspace: Workspace, supplier: UUID, system: Callable[..., UUID]) -> None:
    system("Avvecklat", supplier=str(supplier), lifecycle="avvecklad")
    binned = system("Slängt", supplier=str(supplier))
    workspace.records.add("agreements", {"title": "Support", "supplier": str(supplier), "systems": [str(binned)]})
    workspace.records.delete("systems", [binned])
    assert names(workspace, Subject(supplier=supplier)) == []


def test_the_most_critical_come_first(workspace: Workspace, supplier: UUID, system: Callable[..., UUID]) -> None:
    at = {"supplier": str(supplier)}
    system("Ö", criticality="kritisk", **at)
    system("B", availability="3", **at)
    system("C", confidentiality="3", availability="2", **at)
    system("A", **at)
    assert names(workspace, Subject(supplier=supplier)) == ["Ö", "B", "C", "A"]


def test_what_depends_on_what_is_touched_but_is_not_touched_itself(
    workspace: Workspace, supplier: UUID, system: Callable[..., UUID]
) -> None:
    one, other = (system(name, supplier=str(supplier)) for name in ("Ett", "Två"))
    near, far, beyond = (system(name) for name in ("Nära", "Längre bort", "För långt"))
    for source, target in ((one, other), (one, near), (other, near), (near, far), (far, beyond)):
        workspace.records.add("integrations", {"name": "X", "source": str(source), "target": str(target)})
    found = gather(workspace.reading(), Subject(supplier=supplier)).dependents
    assert [(each.part.label, each.on) for each in found] == [("Längre bort", ("Ett", "Två")), ("Nära", ("Ett", "Två"))]


def test_words_offer_suppliers_and_products(workspace: Workspace, supplier: UUID, system: Callable[..., UUID]) -> None:
    workspace.records.add("organisations", {"name": "Ängsnämnden", "kind": "namnd"})
    system("Lön", product="Ängslön")
    system("Löner 2", product="ängslön")
    system("Ängens system", product="Annat")
    found = offers(workspace.reading(), "ang")
    assert [(offer.label, offer.detail) for offer in found] == [
        ("Ängsbolaget AB", "Leverantör"),
        ("Ängslön", "Produkt"),
    ]
    assert [offer.label for offer in offers(workspace.reading(), "")] == ["Ängsbolaget AB", "Annat", "Ängslön"]
    assert offers(workspace.reading(), "finns inte") == []


def test_offers_are_few_and_of_both_kinds(workspace: Workspace, system: Callable[..., UUID]) -> None:
    for number in range(20):
        workspace.records.add("organisations", {"name": f"Bolag {number}", "kind": "leverantor"})
        system(f"S{number}", product=f"Produkt {number}")
    found = offers(workspace.reading(), "")
    assert len(found) == 12
    assert {offer.detail for offer in found} == {"Leverantör", "Produkt"}


def test_a_supplier_that_is_not_here_is_said(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError):
        gather(workspace.reading(), Subject(supplier=UUID(int=5)))


def test_where_one_stands_says_what_it_is_likely_about(
    workspace: Workspace, supplier: UUID, system: Callable[..., UUID]
) -> None:
    board = workspace.records.add("organisations", {"name": "Nämnden", "kind": "namnd"})
    mine, product, alone = system("A", supplier=str(supplier)), system("B", product="Lön"), system("C")
    reading = workspace.reading()
    assert subject_of(reading, "organisations", supplier) == subject_of(reading, "systems", mine)
    assert subject_of(reading, "systems", mine) == Subject(supplier=supplier)
    assert subject_of(reading, "systems", product) == Subject(product="Lön")
    assert subject_of(reading, "systems", alone) is subject_of(reading, "organisations", board) is None
