"""What a year costs: of the whole register by system, förvaltning, supplier or kind, and of one system or agreement."""

from itadmin.services.costs.copying import copy_as_budget
from itadmin.services.costs.gathering import Costs, costs_around, costs_of
from itadmin.services.costs.naming import Names
from itadmin.services.costs.year import CostYear, year_of, years_of

__all__ = [
    "CostYear",
    "Costs",
    "Names",
    "copy_as_budget",
    "costs_around",
    "costs_of",
    "year_of",
    "years_of",
]
