"""What is said of rows: each reason with its figures, and whose word a level is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from itadmin.domain.identifiers import municipality_id
from itadmin.services.samverkan.words import names_in, said_about, told_reasons


def told(region: Any, system: UUID) -> dict[str, str]:
    matrix = region.matrix()
    row = matrix.row_of(system)
    found = told_reasons(matrix, row)
    return {each.label: each.sentence.replace("\u00a0", " ") for each in found}


def test_every_reason_is_told_with_its_figures(region: Any) -> None:
    own = region.system(function_rating="daligt", competence_rating="sarbar")
    theirs = region.system(code="1461", function_rating="daligt", competence_rating="saknas", competent_people=1)
    region.system(code="1492", product="Kvarn 2", starter_key="kvarn2")
    region.agreement(own, first_term_ends_on="2027-06-30")
    region.agreement(theirs, "1461", first_term_ends_on="2028-01-31")
    region.level(own, "1460", 2, target_level="4", target_on="2028")
    assert told(region, own) == {
        "Avtal på väg ut": "2 avtal slutar eller kan sägas upp inom 24 månader, "
        "det första 2027-06-30: Bengtsfors och Mellerud.",
        "Fungerar dåligt": "Systemet fungerar dåligt i Bengtsfors och Mellerud.",
        "Svårt att hålla kompetens": "Kompetensen är sårbar i Bengtsfors; kompetensen saknas i Mellerud; "
        "färre än två behärskar systemet i Mellerud.",
        "Flera använder samma": "2 kommuner använder samma: Bengtsfors och Mellerud. Ett liknande system finns i Åmål.",
        "Målet är inte nått": "Nivån som helhet är 0 och målet 4, till 2028.",
    }


def test_one_agreement_and_a_target_without_a_day(region: Any) -> None:
    own = region.system()
    region.agreement(own, first_term_ends_on="2027-06-30")
    region.level(own, "1460", 2, target_level="4")
    assert told(region, own) == {
        "Avtal på väg ut": "Ett avtal slutar eller kan sägas upp inom 24 månader, 2027-06-30: Bengtsfors.",
        "Målet är inte nått": "Nivån som helhet är 0 och målet 4.",
    }


def test_whose_word_a_level_is_and_what_others_say(region: Any) -> None:
    own, theirs = region.system(), region.system(code="1461")
    region.level(own, "1460", 3)
    region.level(own, "1438", 2, by="1460")
    region.level(own, "1461", 2, by="1460")
    region.level(theirs, "1461", 4)
    matrix = region.matrix()
    assert said_about(matrix, matrix.rows[0]) == (
        "Dals-Ed: nivå 2, uppgift från Bengtsfors.",
        "Mellerud: nivå 4. Bengtsfors har angett 2.",
    )


def test_kommuner_are_named_in_the_order_of_the_columns(region: Any) -> None:
    region.add("regions", name="Dalsland", members=[municipality_id(code) for code in ("1460", "1461", "1492")])
    region.system()
    matrix = region.matrix()
    keys = [kommun.key for kommun in matrix.kommuner]
    assert matrix.names_of([b"", *reversed(keys)]) == [kommun.name for kommun in matrix.kommuner]
    assert names_in(matrix, reversed(keys)) == "Bengtsfors, Mellerud och Åmål"
