"""What the receive window says of share files: from whom, how they stand, what to do. Plain text, no widgets."""

from __future__ import annotations

from itadmin.domain.text import listed, small_initial
from itadmin.services.receiving.parcels import Parcel, PasswordNeededError
from itadmin.services.receiving.preview import CHANGED, GONE, NEW
from itadmin.services.receiving.standing import Standing, Trust
from itadmin.ui.sharing.arrived import Arrived
from itadmin.ui.sharing.counting import told_first
from itadmin.ui.widgets.notice import Concern, Message
from itadmin.ui.widgets.prose import Prose, Strong

_DEEDS = (("ny", "nya"), ("ändrad", "ändrade"), ("borttagen", "borttagna"))
_LOCKED = "har lösenord"
_WHY_NOT = {
    Standing.NEWER: "en nyare fil från samma avsändare togs emot.",
    Standing.SAME: "ni hade redan samma uppgifter.",
    Standing.OLDER: "ni hade redan nyare uppgifter.",
    Standing.OWN: "det är er egen fil.",
}
_WORDS = {
    Standing.NEWER: "tas emot",
    Standing.SAME: "redan mottagen",
    Standing.OLDER: "äldre än den ni har",
    Standing.OWN: "er egen fil",
}


def standing(arrived: Arrived) -> str:
    """How a file stands, in a word or two."""
    if isinstance(arrived.trouble, PasswordNeededError):
        return _LOCKED
    if arrived.position is None:
        return "tas inte emot"
    if arrived.has_changed_key:
        return "bytt nyckel"
    return _WORDS[arrived.position.standing]


def facts(parcel: Parcel) -> list[tuple[str, str]]:
    """What a file says of itself, as label and value."""
    manifest = parcel.manifest
    return [
        ("Avsändare", manifest.sender.name),
        ("Skapad", parcel.made_on.strftime("%Y-%m-%d %H.%M")),
        ("Fil nr", str(manifest.number)),
        ("Profil", manifest.profile_name),
        ("Innehåll", holds(parcel)),
    ]


def holds(parcel: Parcel) -> str:
    """What a file has most of: "61 system · 44 avtal · 109 andra"."""
    return " · ".join(told_first(parcel.counts)) or "inga poster"


def messages(arrived: Arrived) -> list[Message]:
    """What there is to say of a file, and what to do."""
    told = [_message(arrived)]
    if arrived.is_ahead and arrived.parcel is not None:
        words = f"Kontrollera klockan här och hos {_name(arrived.parcel)}. Filen kan tas emot ändå."
        told.append(Message(Concern.WARNING, (Strong("Daterad mer än ett dygn framåt. "), words)))
    return told


def _message(arrived: Arrived) -> Message:
    if arrived.trouble is not None:
        needs = isinstance(arrived.trouble, PasswordNeededError)
        lead = "Lösenord behövs. " if needs else "Tas inte emot. "
        return Message(Concern.WARNING if needs else Concern.PROBLEM, (Strong(lead), arrived.trouble.sentence))
    parcel, position = arrived.parcel, arrived.position
    if parcel is None or position is None:
        return Message(Concern.INFORMATION, (Strong("Läses. "), "Ett ögonblick …"))
    if position.trust is Trust.CHANGED:
        return Message(Concern.PROBLEM, _changed_key(arrived))
    if position.standing is not Standing.NEWER:
        return Message(Concern.INFORMATION, _nothing_to_do(parcel, position.standing))
    if position.trust is Trust.CONFIRMED:
        return Message(Concern.DONE, (Strong("Signaturen stämmer. "), f"Filen är hel och kommer från {_name(parcel)}."))
    lead = "Första filen från dem. " if position.trust is Trust.NEW else "Avsändaren är inte bekräftad. "
    words = f"Ring {_name(parcel)} på ett nummer som ni redan har, och jämför fingeravtrycket siffra för siffra."
    return Message(Concern.WARNING, (Strong(lead), words))


def _changed_key(arrived: Arrived) -> Prose:
    parcel, position = arrived.parcel, arrived.position
    if parcel is None or position is None:
        return ()
    if position.standing is Standing.OWN:
        words = "Filen säger sig komma från er, men är signerad med en annan nyckel. Ta reda på var den kommer ifrån."
        return (Strong("Stopp. "), words)
    words = (
        f"Filen är signerad med en annan nyckel än förra filen från {_name(parcel)}. Någon kan ha ändrat den. Ring dem "
        "på ett nummer som ni redan har, och skriv in fingeravtrycket som de läser upp."
    )
    return (Strong("Stopp: nyckeln är bytt. "), words)


def _nothing_to_do(parcel: Parcel, how: Standing) -> Prose:
    if how is Standing.OWN:
        return (Strong("Er egen fil. "), "Den ändrar inget här.")
    if how is Standing.SAME:
        return (Strong("Redan mottagen. "), f"Ni har samma uppgifter från {_name(parcel)}. Ingenting görs.")
    return (Strong("Äldre fil. "), f"Ni har redan nyare uppgifter från {_name(parcel)}. Ingenting görs.")


def _name(parcel: Parcel) -> str:
    return parcel.manifest.sender.name


def left_out(files: list[Arrived], taken: list[Arrived]) -> str:
    """The files that were not taken in and why, a line each; "" when all were."""
    return "\n".join(
        f"{arrived.path.name} togs inte emot: {_why_not(arrived)}" for arrived in files if arrived not in taken
    )


def _why_not(arrived: Arrived) -> str:
    if arrived.trouble is not None:
        return "den har lösenord." if standing(arrived) == _LOCKED else small_initial(arrived.trouble.sentence)
    if arrived.position is None:
        return "den kunde inte läsas."
    if arrived.has_changed_key:
        return "den är signerad med en annan nyckel än tidigare."
    return _WHY_NOT[arrived.position.standing]


def done(taken: list[Arrived]) -> str:
    """What has been taken in."""
    names = listed([arrived.parcel.sender_name for arrived in taken if arrived.parcel])
    numbers = [sum(arrived.counts[deed] for arrived in taken) for deed in (NEW, CHANGED, GONE)]
    told = [f"{number} {_deed(number, forms)}" for number, forms in zip(numbers, _DEEDS, strict=True) if number]
    posts = "post" if [number for number in numbers if number][-1:] == [1] else "poster"
    return f"Mottaget från {names}: {listed(told)} {posts}." if told else f"Mottaget från {names}: inget är ändrat."


def _deed(number: int, forms: tuple[str, str]) -> str:
    return forms[number != 1]
