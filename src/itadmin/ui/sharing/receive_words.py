"""What the receive window says of share files: from whom, how they stand, what to do. Plain text, no widgets."""

from __future__ import annotations

from collections.abc import Sequence

from itadmin.domain.money import grouped
from itadmin.domain.text import listed
from itadmin.services.receiving.parcels import Parcel, PasswordNeededError
from itadmin.services.receiving.preview import CHANGED, GONE, NEW
from itadmin.services.receiving.standing import Standing, Trust
from itadmin.ui.sharing.arrived import Arrived
from itadmin.ui.sharing.basket import Basket, is_as_new
from itadmin.ui.sharing.counting import told_first
from itadmin.ui.widgets.notice import Concern, Message
from itadmin.ui.widgets.prose import Prose, Strong

CONFIRMED = "Vi har jämfört fingeravtrycket i telefon, och det stämmer"
"""What somebody says who has."""

_OUTDONE, _DOUBLE = "ersätts av nyare fil", "finns redan i listan"
_DEEDS = (("ny", "nya"), ("ändrad", "ändrade"), ("borttagen", "borttagna"))
_LOCKED = "har lösenord"
_WHY_NOT = {
    Standing.NEWER: "en nyare fil från samma avsändare togs emot.",
    Standing.SAME: "ni hade redan samma uppgifter.",
    Standing.OLDER: "ni hade redan nyare uppgifter.",
    Standing.OWN: "det är er egen fil.",
}
_WORDS = {
    Standing.NEWER: "kan tas emot",
    Standing.SAME: "redan mottagen",
    Standing.OLDER: "äldre än den ni har",
    Standing.OWN: "er egen fil",
}


def call(name: str) -> str:
    """What to do before a sender is trusted."""
    return f"Ring {name} på ett nummer som ni redan har, och jämför fingeravtrycket siffra för siffra."


def standing(arrived: Arrived, basket: Basket | None = None) -> str:
    """How a file stands, in a word or two, among those of a basket."""
    if basket is not None and arrived.is_newer and not basket.is_stopped(arrived):
        if basket.is_double(arrived):
            return _DOUBLE
        if basket.is_outdone(arrived):
            return _OUTDONE
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
        words = f"{arrived.name} är hel och kommer från {_name(parcel)}."
        return Message(Concern.DONE, (Strong("Signaturen stämmer. "), words))
    lead = "Första filen från dem. " if position.trust is Trust.NEW else "Avsändaren är inte bekräftad. "
    return Message(Concern.WARNING, (Strong(lead), call(_name(parcel))))


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


def left_out(files: Sequence[Arrived], taken: Sequence[Arrived]) -> str:
    """The files that were not taken in and why, a line each; "" when all were."""
    return "\n".join(_left_out(arrived, taken) for arrived in files if arrived not in taken)


def _left_out(arrived: Arrived, taken: Sequence[Arrived]) -> str:
    if arrived.trouble is not None and standing(arrived) != _LOCKED:
        return arrived.trouble.sentence
    return f"{arrived.name} togs inte emot: {_why_not(arrived, taken)}"


def _why_not(arrived: Arrived, taken: Sequence[Arrived]) -> str:
    if arrived.position is None:
        return "den har lösenord."
    if arrived.has_changed_key:
        return "den är signerad med en annan nyckel än tidigare."
    if any(is_as_new(arrived, each) for each in taken):
        return "samma uppgifter togs emot ur en annan fil."
    return _WHY_NOT[arrived.position.standing]


def overview(files: Sequence[Arrived], to_take: Sequence[Arrived]) -> str:
    """How many of several files can be taken in, and how many wait for their password; "" of one file."""
    if len(files) <= 1:
        return ""
    locked = sum(standing(arrived) == _LOCKED for arrived in files)
    waiting = f" {grouped(locked)} väntar på lösenord." if locked else ""
    return f"{grouped(len(to_take))} av {grouped(len(files))} filer kan tas emot.{waiting}"


def questions(arrived: Arrived, *, whom: bool) -> str:
    """What a file asks before it is taken in, "" for nothing; `whom` when its sender's fingerprint is not compared."""
    name = arrived.parcel.sender_name if arrived.parcel else ""
    unknown = f"Ingen har jämfört fingeravtrycket med {name} i telefon. Ska filen tas emot ändå?"
    return " ".join((*arrived.asks, *([unknown] if whom else [])))


def takes_all(files: Sequence[Arrived]) -> str:
    """What taking in several files does, sender by sender; "" of one file."""
    told = [f"{arrived.parcel.sender_name} ({changes([arrived])})" for arrived in files if arrived.parcel]
    return f"Genomför tar emot från {len(told)} avsändare: {listed(told)}." if len(told) > 1 else ""


def shown_as(arrived: Arrived) -> str:
    """One of several files, to be chosen among them."""
    return f"Visa {arrived.parcel.sender_name if arrived.parcel else arrived.name}"


def carry_out(number: int) -> str:
    """The word of the button that takes so many files in."""
    return {0: "Genomför", 1: "Genomför", 2: "Genomför båda"}.get(number, f"Genomför alla {number}")


def changes(files: Sequence[Arrived]) -> str:
    """How many records of files are new, changed and gone: "2 nya och 1 ändrad post"."""
    numbers = [sum(arrived.counts[deed] for arrived in files) for deed in (NEW, CHANGED, GONE)]
    told = [
        f"{grouped(number)} {_deed(number, forms)}" for number, forms in zip(numbers, _DEEDS, strict=True) if number
    ]
    last = [number for number in numbers if number][-1:]
    return f"{listed(told)} {'post' if last == [1] else 'poster'}" if told else "inget är ändrat"


def done(taken: Sequence[Arrived]) -> str:
    """What has been taken in."""
    names = listed([arrived.parcel.sender_name for arrived in taken if arrived.parcel])
    return f"Mottaget från {names}: {changes(taken)}."


def _deed(number: int, forms: tuple[str, str]) -> str:
    return forms[number != 1]
