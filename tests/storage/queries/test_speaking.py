"""Whose word counts: a kommun's own, and of one that has not spoken one's own note; never what a neighbour noted."""

from collections.abc import Callable
from uuid import UUID

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.services.workspace import Workspace
from itadmin.storage.queries.speaking import Spoken, spoken

OURS, THEIRS, OTHERS = b"ours", b"theirs", b"others"


@pytest.mark.parametrize(
    ("owner", "about", "holds"),
    [
        (OURS, OURS, True),
        (OURS, THEIRS, False),
        (OURS, OTHERS, True),
        (OURS, None, True),
        (THEIRS, THEIRS, True),
        (THEIRS, OURS, False),
        (THEIRS, OTHERS, False),
        (THEIRS, None, True),
        (OTHERS, THEIRS, False),
    ],
)
def test_ones_own_word_replaces_what_others_have_noted(owner: bytes, about: bytes | None, holds: bool) -> None:
    assert Spoken(OURS, frozenset({THEIRS})).holds(owner, about) is holds


def test_those_have_spoken_whose_slices_are_here(workspace: Workspace, received: Callable[..., UUID]) -> None:
    own = municipality_id("1460").bytes
    with workspace.file.reading() as connection:
        assert spoken(connection) == Spoken(own)
    theirs = received("systems", workspace.records.add("systems", {"name": "Deras"}))
    with workspace.file.reading() as connection:
        assert spoken(connection) == Spoken(own, frozenset({theirs.bytes}))
