"""Matching: which systems of the region are the same, what to ask about, and answering it."""

from __future__ import annotations

from itadmin.services.matching.groups import Groups, groups

__all__ = ["Groups", "groups"]
