"""Matching: which systems of the region are the same, what to ask about, and answering it.

`proposing` is not loaded here, as it loads rapidfuzz: whoever looks for pairs does so beside the window, and loads it.
"""

from __future__ import annotations

from itadmin.services.matching.groups import Groups, groups
from itadmin.services.matching.questions import Answer, Asking, Question
from itadmin.services.matching.similar import similar_groups
from itadmin.services.matching.verdicts import verdict_step

__all__ = ["Answer", "Asking", "Groups", "Question", "groups", "similar_groups", "verdict_step"]
