"""What is told of a paper that would print now: its parties, and what is wrong though nothing is missing."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import pytest

from itadmin.documents.content import Cover, CoverParty, Paper, Profile
from itadmin.services.workspace import Workspace
from itadmin.ui.document.press import parties_of
from itadmin.ui.document.window import DocumentWindow
from itadmin.ui.widgets.notice import Concern
from itadmin.ui.widgets.prose import plain_text


@pytest.mark.parametrize(
    ("parties", "told"),
    [
        ([("Åmåls kommun", "Socialnämnden"), ("Melleruds kommun", "IT")], "Åmåls kommun och Melleruds kommun"),
        ([("Åmåls kommun", "Socialnämnden"), ("Åmåls kommun", "IT-enheten")], "Socialnämnden och IT-enheten"),
        ([("Åmåls kommun", ""), ("Åmåls kommun", "IT-enheten")], "Åmåls kommun och Åmåls kommun"),
        ([("Åmåls kommun", "Socialnämnden")], "Åmåls kommun"),
        ([], ""),
    ],
)
def test_parties_of_one_kommun_are_told_apart_by_their_parts_of_it(parties: list[tuple[str, str]], told: str) -> None:
    cover = Cover(tuple(CoverParty("Part", *party) for party in parties))
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    assert parties_of(Paper(title="Avtal", created=moment, profile=Profile("X"), body=(), cover=cover)) == told


def test_what_is_wrong_is_told_before_it_is_signed(
    window: DocumentWindow,
    workspace: Workspace,
    agreement_id: UUID,
    operated_system: UUID,
    complete: Callable[[], None],
) -> None:
    complete()
    workspace.records.save("systems", operated_system, {"lifecycle": "avvecklad"})
    workspace.records.save("agreements", agreement_id, {"status": "gallande"})
    message = window.head.notice.shown()
    assert message is not None
    assert message.concern is Concern.WARNING
    assert plain_text(message.prose).startswith(
        "Inget saknas, men tänk på detta före underskrift. Avtalet gäller fortfarande fast"
    )
