"""Somebody who has left, with what was written of her, in a register where she stands as text too."""

from collections.abc import Callable
from uuid import UUID

import pytest

from itadmin.services.workspace import Workspace

NAME, EMAIL = "Kanariefågel Zetterqvist", "kanarie.zetterqvist@bengtsfors.se"


@pytest.fixture
def left(workspace: Workspace) -> dict[str, UUID]:
    """A person who left on 31 March 2026, by what she has had: roles, a course, a competence. Ids by name."""
    records, own = workspace.records, str(workspace.file.info.organisation)
    values = {"name": "Kanariefågel Olsson", "title": "Systemförvaltare", "organisation": own, "email": EMAIL}
    person = records.add("people", {**values, "phone": "0531-52 60 00", "note": "Känslig uppgift om Zetterqvist"})
    records.save("people", person, {"name": NAME})
    system = records.add("systems", {"name": "Lifecare", "system_manager": str(person)})
    session = records.add("training_sessions", {"title": "Grundkurs Lifecare", "starts_on": "2025-05-06"})
    participation = records.add(
        "training_participations",
        {
            "person": str(person),
            "session": str(session),
            "status": "genomford",
            "rating": 4,
            "rating_note": "Zetterqvist somnade",
            "note": "Allergisk mot nötter",
        },
    )
    records.save("training_participations", participation, {"note": "Vegetarian"})
    area = records.add("networks", {"name": "Nätverk"})
    competence = records.add(
        "competences", {"person": str(person), "area": str(area), "level": "3", "note": "Vill byta jobb"}
    )
    other = records.add("training_sessions", {"title": "Hösten", "teacher_name": f"{NAME}, Dals-Ed"})
    records.save("people", person, {"left_on": "2026-03-31"})
    return {
        "person": person,
        "system": system,
        "session": session,
        "participation": participation,
        "competence": competence,
        "other": other,
    }


@pytest.fixture
def somebody(workspace: Workspace) -> Callable[..., UUID]:
    """Add a person by name."""
    return lambda name, **values: workspace.records.add("people", {"name": name, **values})
