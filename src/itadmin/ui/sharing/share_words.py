"""What the share window says: profiles, what was sent before, and what came of it. Plain text, no widgets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from itadmin.domain.sharing import Profile
from itadmin.domain.text import listed
from itadmin.services.sharing.less import told_lost
from itadmin.services.sharing.outgoing import Outgoing
from itadmin.services.sharing.sending import Made
from itadmin.ui.sharing.counting import records, told_first
from itadmin.ui.widgets.notice import Concern, Message
from itadmin.ui.widgets.prose import Strong

ALWAYS_AT_HOME = (
    "Följer aldrig med: uppgifter som kan vara sekretess, poster som är märkta att inte delas, bilagor, historik, "
    "förslag och det som ligger i papperskorgen."
)
_PROFILES = {
    "grannar": "Det som grannkommuner behöver för att samverka.",
    "grannar_utan_personer": "Samma, men utan namn och kontaktuppgifter till personer.",
    "itchefsgruppen": "Mer än till grannar: även det som bara är till för IT-cheferna i regionen.",
}


def about(profile: Profile) -> str:
    """What a profile is for."""
    if profile.key in _PROFILES:
        return _PROFILES[profile.key]
    number = len(profile.left_out)
    return "Egen profil" + (f", med {number} undantag." if number else ".")


def holds(counts: Mapping[str, int]) -> str:
    """How many records go out, the first registers by name: "214 poster: 61 system, 44 avtal och 109 andra"."""
    total = sum(counts.values())
    return f"{records(total)}: {listed(told_first(counts))}." if total else "Inga poster går ut."


def before(out: Outgoing) -> str:
    """What was sent last; that nothing has been, else."""
    if out.last is None:
        return "Ni har inte delat något än."
    return f"Senast delat {_day(out.last.at)}, fil nr {out.last.number} ({out.last.profile_name})."


def messages(out: Outgoing) -> list[Message]:
    """What to think of before the file is made."""
    told = []
    if out.taken_away:
        words = f"Profilen är snävare än den förra filens. {told_lost(out.taken_away, 'Hos mottagarna')}"
        told.append(Message(Concern.WARNING, (Strong("Tar bort uppgifter. "), words)))
    if out.unchanged_since is not None:
        since = out.unchanged_since.astimezone().date().isoformat()
        words = "En ny fil säger samma sak som den förra."
        told.append(Message(Concern.INFORMATION, (Strong(f"Inget nytt sedan {since}. "), words)))
    return told


def done(made: Made) -> str:
    """What has been made."""
    return f"Delningsfil nr {made.sent.number} är sparad och kontrollerad."


def _day(moment: str) -> str:
    return datetime.fromisoformat(moment).astimezone().date().isoformat()
