"""Kostnadsfördelningar: what each kommun carries of a joint cost, why, and what another model would come to."""

from itadmin.services.allocations.naming import municipality_names
from itadmin.services.allocations.outcome import Outcome, Part, Simulation, outcome_of, simulation_of
from itadmin.services.allocations.words import told

__all__ = ["Outcome", "Part", "Simulation", "municipality_names", "outcome_of", "simulation_of", "told"]
