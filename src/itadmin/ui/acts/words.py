"""What the acts are called in the dialog, and what each asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from itadmin.services.acting import Deed


@dataclass(frozen=True, slots=True)
class Asking:
    """What an act is called and which fields it has: labels, "" for a field that it has not, and a hint below."""

    name: str
    day: str = ""
    months: str = ""
    file: str = ""
    hint: str = ""


ASKING: Mapping[Deed, Asking] = {
    Deed.TAKE_OPTION: Asking("Utnyttja optionen"),
    Deed.DECLINE_OPTION: Asking("Avstå från optionen"),
    Deed.RENEW: Asking("Förläng avtalet", months="Månader"),
    Deed.LET_RENEW: Asking("Låt avtalet förlängas"),
    Deed.GIVE_NOTICE: Asking(
        "Säg upp avtalet",
        day="Uppsagt den",
        file="Uppsägningen",
        hint="Dagen då uppsägningen når motparten. Den undertecknade uppsägningen kan bifogas här eller senare.",
    ),
    Deed.REPLACE: Asking("Ersätt med ett nytt avtal"),
    Deed.REGISTER_SIGNED: Asking(
        "Registrera påskrivet", day="Undertecknat", file="Påskriven fil", hint="Filen kan också släppas på rutan."
    ),
    Deed.END: Asking("Avsluta avtalet"),
}
