"""Which help page tells of a place in the navigation. Knows keys of places and names of pages only."""

from __future__ import annotations

from collections.abc import Mapping

OF_PLACES: Mapping[str, str] = {
    "start": "kraver-atgard",
    "systems": "system",
    "access_decisions": "behorigheter",
    "agreements": "avtal",
    "lead_times": "kraver-atgard",
    "organisations": "personer-och-organisationer",
    "people": "personer-och-organisationer",
    "retention_rules": "gallring",
    "roles": "roller",
    "steering_documents": "styrande-dokument",
    "steering_decisions": "styrande-dokument",
    "document_variables": "styrande-dokument",
    "goals": "mal",
    "training_plans": "utbildningsplaner",
    "training_modules": "utbildningsplaner",
    "training_sessions": "utbildningstillfallen",
    "training_participations": "utbildningstillfallen",
    "audience_members": "utbildningstillfallen",
    "implementations": "inforande",
    "implementation_activities": "inforande",
    "platform_changes": "plattformsandringar",
    "platform_notices": "plattformsandringar",
    "papers": "fran-utkast-till-paskrivet",
    "cost_lines": "kostnader",
    "allocations": "kostnadsfordelning",
    "populations": "kostnadsfordelning",
    "cooperation_cases": "samverkansarenden",
    "cooperation_stances": "samverkansarenden",
    "decisions": "samverkansarenden",
    "yearly_activities": "arshjulet",
    "networks": "kompetens",
    "competences": "kompetens",
    "competence_actions": "kompetens",
    "training_needs": "gemensamma-kurser",
    "share_profiles": "dela-och-ta-emot",
}
"""The pages by the key of the start page or the name of the register; other places have none of their own."""
