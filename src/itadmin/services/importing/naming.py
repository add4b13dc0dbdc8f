"""What a text may be in an index of names: as it stands, as a field would keep it, and as a short name. Pure."""

from __future__ import annotations

from itadmin.domain.entry import plain_from_text
from itadmin.domain.fields import Field
from itadmin.domain.register import Register
from itadmin.services.importing.recognition import normal

_MUNICIPALITY = " kommun"


def naming_fields(to: Register) -> tuple[str, ...]:
    """The fields whose value names a record of a register, the surest first."""
    return tuple(dict.fromkeys((*to.keys, to.title_fields[0])))


def forms_of(to: Register, text: str, *, loosely: bool) -> list[str]:
    """What a text may be in the index: as it stands, as each naming field would keep it, and as a short name."""
    forms = [normal(text), *(_as_kept(to.fields[name], text) for name in to.keys)]
    return [*dict.fromkeys(forms), *([f"~{normal(text)}"] if loosely else [])]


def _as_kept(field: Field, text: str) -> str:
    try:
        return str(normal(plain_from_text(field, text)))
    except ValueError:
        return ""


def short_names(label: str) -> set[str]:
    """What a kommun is also called: "Melleruds" and "Mellerud" of "Melleruds kommun"."""
    if not label.endswith(_MUNICIPALITY):
        return set()
    base = normal(label.removesuffix(_MUNICIPALITY))
    return {base, base.removesuffix("s")}
