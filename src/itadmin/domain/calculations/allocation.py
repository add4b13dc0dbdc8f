"""How a joint cost is shared between kommuner: whole ören that always add up to the cost.

Every share is rounded down, and the ören that are left go one each to the shares that lost most, among equals to the
lowest kommunkod. Knows no agreement and no register.
"""

from __future__ import annotations

from collections.abc import Mapping

WHOLE_PERCENT = 100_00
FIXED_PERCENT = 20
"""The part of FAST_RORLIG that all carry alike, in percent."""
_FIXED_SHARE = FIXED_PERCENT * 100


def shares(total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """The part of `total` (öre, zero or more) of each kommun, by kommunkod, in proportion to its weight.

    Raises ValueError for a negative total or weight, or when nobody weighs anything.
    """
    whole = sum(weights.values())
    if total < 0 or whole <= 0 or min(weights.values()) < 0:
        raise ValueError("a cost of zero or more is shared by weights of zero or more, of which one is greater")
    parts = {code: divmod(total * weight, whole) for code, weight in weights.items()}
    left = total - sum(floor for floor, _ in parts.values())
    in_turn = sorted(parts, key=lambda code: (-parts[code][1], code))
    return {code: floor + (code in in_turn[:left]) for code, (floor, _) in parts.items()}


def signed_shares(total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """The same of a total that may be less than zero, as what is got back. Raises ValueError as `shares` does."""
    sign = -1 if total < 0 else 1
    return {code: sign * part for code, part in shares(abs(total), weights).items()}


def weights_of(model: str, inhabitants: Mapping[str, int], fixed_share: int = _FIXED_SHARE) -> dict[str, int]:
    """What each kommun weighs in a model that inhabitants alone decide; empty for any other model.

    The models are BEFOLKNING, LIKA and FAST_RORLIG: `fixed_share`, in hundredths of a percent, is shared alike and the
    rest by inhabitants.
    """
    if model == "BEFOLKNING":
        return dict(inhabitants)
    if model == "LIKA":
        return dict.fromkeys(inhabitants, 1)
    if model == "FAST_RORLIG":
        alike = fixed_share * sum(inhabitants.values())
        by_head = (WHOLE_PERCENT - fixed_share) * len(inhabitants)
        return {code: alike + by_head * number for code, number in inhabitants.items()}
    return {}


def percent_of(weight: int, whole: int) -> int:
    """A weight's part of the whole in hundredths of a percent, rounded half up; to be shown, never to reckon with."""
    return (2 * weight * WHOLE_PERCENT + whole) // (2 * whole)
