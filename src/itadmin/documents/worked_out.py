"""What stands in the chapters of a styrande dokument without anybody filling it in: worked out of the register.

By the document's template, the name that stands between braces and what comes in its place. A kommun that writes a
chapter anew keeps a table or figure by keeping its line. Knows nothing of how any of it is worked out.
"""

from __future__ import annotations

from collections.abc import Mapping

_WORKED_OUT: Mapping[str, Mapping[str, str]] = {
    "it_policy": {
        "kommuner": "kommunerna som policyn gäller",
        "period": "åren som policyn gäller",
        "register": "systemregistret som uppgifterna är hämtade ur",
        "lagesdag": "dagen som uppgifterna är hämtade",
        "nulage": "nuläget i siffror",
        "styrande_dokument": "tabellen över styrande dokument",
        "mal": "målen med år, läge och utfall",
        "ansvar": "ansvaret för gemensamma system",
        "trappa": "trappan med systemen på sina nivåer",
        "nivaer": "vad nivåerna innebär",
        "matris": "nivån per system och kommun",
        "kandidater": "systemen att pröva för samverkan",
        "kompetenslage": "hur många som kan de gemensamma systemen",
        "fordelning": "fördelningen av kostnader efter befolkning",
    },
}


def worked_out(template: str) -> Mapping[str, str]:
    """What a template's chapters may ask for that is worked out, by name; empty for other templates."""
    return _WORKED_OUT.get(template, {})
