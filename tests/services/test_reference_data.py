"""The facts that ship with the program."""

from itadmin.domain.identifiers import is_municipality_code, organisation_number_problem
from itadmin.domain.values import LISTS
from itadmin.services.reference_data import code_of, municipalities, populations, town_of


def test_municipalities_are_known_by_code_name_and_number() -> None:
    known = municipalities()
    codes = [item.code for item in known]
    assert codes == sorted(set(codes))
    assert {"1438", "1439", "1460", "1461", "1492"} <= set(codes)
    for item in known:
        assert is_municipality_code(item.code)
        assert item.name.endswith("kommun")
        assert organisation_number_problem(item.organisation_number) is None
        assert len(item.organisation_number) == 10


def test_inhabitants_are_known_with_source_and_certainty() -> None:
    known = populations()
    assert all(item.number > 0 and item.source and item.certainty in LISTS["kallsakerhet"] for item in known)
    assert [(item.code, item.day) for item in known] == sorted({(item.code, item.day) for item in known})


def test_a_kommun_is_told_by_its_name_and_found_by_it() -> None:
    assert [town_of("1461"), town_of("9999")] == ["Mellerud", "9999"]
    assert [code_of(name) for name in ("mellerud", " Melleruds kommun ", "1461", "Atlantis", "")] == [
        "1461", "1461", "1461", "Atlantis", "",
    ]  # fmt: skip
