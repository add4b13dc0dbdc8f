"""The kommun's own part of a price that several kommuner share, by inhabitants."""

from __future__ import annotations

from datetime import date

from itadmin.domain.calculations.allocation import shares, weights_of
from itadmin.domain.registers.organisations import Organisation
from itadmin.services.populations import Populations
from itadmin.services.reading import Reading
from itadmin.storage.queries.cost_sharing import Sharing


def own_code(reading: Reading) -> str:
    """The kommunkod of the organisation whose file it is; "" when it has none."""
    owner = reading.organisation().record
    return owner.municipality_code if isinstance(owner, Organisation) else ""


def own_share(price: int, sharing: Sharing, own: str, populations: Populations, day: date) -> int | None:
    """What the kommun `own` carries of a price in öre; None when that cannot be told.

    What is adopted goes before the model. Inhabitants are those of the agreed day, else of the newest year end on or
    before `day` that all have.
    """
    if own not in sharing.municipalities:
        return None
    if sharing.adopted:
        return shares(price, sharing.adopted)[own] if any(sharing.adopted.values()) else None
    known = populations.numbers_on(sharing.population_day or populations.newest_common(sharing.municipalities, day))
    inhabitants = {code: known[code] for code in sharing.municipalities if code in known}
    if sharing.model == "LIKA":
        inhabitants = dict.fromkeys(sharing.municipalities, 1)
    weights = weights_of(sharing.model, inhabitants)
    return shares(price, weights)[own] if len(weights) == len(sharing.municipalities) else None
