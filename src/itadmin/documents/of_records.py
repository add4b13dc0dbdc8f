"""Which registers papers are made of the records of. Stands by itself, so that a list need not load the papers."""

from __future__ import annotations

WITH_PAPERS = frozenset(
    {
        "access_decisions",
        "agreements",
        "allocations",
        "cooperation_cases",
        "decisions",
        "implementations",
        "organisations",
        "paper_profiles",
        "platform_changes",
        "platform_notices",
        "roles",
        "steering_documents",
        "systems",
        "training_participations",
        "training_plans",
        "training_sessions",
    }
)
"""The registers of the kinds in `catalogue.TYPES` (tested)."""
