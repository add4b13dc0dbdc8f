"""What may be wrong with utbildningsplaner: of the systems that ought to have one, and of the plans themselves.

How each is told stands with the queries of the storage, under the same key.
"""

from __future__ import annotations

from itadmin.domain.findings import Finding

OF_SYSTEMS = (
    Finding(
        "utan_utbildningsplan",
        "utan utbildningsplan",
        "",
        "Verksamhetssystemet är i drift utan fastställd utbildningsplan. Gör en från mall och fastställ den.",
    ),
    Finding(
        "utbildningsplan_inaktuell",
        "med inaktuell utbildningsplan",
        "",
        "Utbildningsplanen är inaktuell. Gör en ny version av den.",
    ),
)
OF_TRAINING_PLANS = (
    Finding(
        "plan_ska_revideras",
        "att revidera",
        "revise_by",
        "Planen ska revideras inom tre månader eller skulle ha reviderats. Gör en ny version av den.",
    ),
)
