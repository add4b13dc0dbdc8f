"""The registers with papers are those that the kinds of paper are made of."""

from itadmin.documents.catalogue import TYPES
from itadmin.documents.of_records import WITH_PAPERS


def test_a_register_with_papers_is_one_that_a_kind_is_made_of() -> None:
    assert {kind.register for kind in TYPES.values() if kind.register} == WITH_PAPERS
