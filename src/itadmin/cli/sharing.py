"""`share`: a share file for neighbours, out of what a profile lets out of the file's own records."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from itadmin.cli.context import Context
from itadmin.cli.names import known_profile
from itadmin.cli.output import Output
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.sharing.less import told_lost
from itadmin.services.sharing.outgoing import Outgoing, outgoing
from itadmin.services.sharing.phrase import as_meant
from itadmin.services.sharing.sending import Sending
from itadmin.services.workspace import open_workspace
from itadmin.storage.file import read_bytes

_LARGEST_PASSWORD_FILE = 64 * 1024


def share(arguments: Namespace, context: Context) -> int:
    """Make a share file and say what goes out with it, and what it takes away from those who have the last one."""
    password = password_in(arguments.password_file) if arguments.password_file else ""
    with closing(open_workspace(arguments.file, context.around)) as workspace:
        reading = workspace.reading()
        out = outgoing(reading, known_profile(reading, arguments.profile))
        made = Sending(workspace.file, context.around).make(arguments.out, out, password)
    context.output.line(f"Delningsfilen {arguments.out} är gjord: nummer {made.sent.number}, {out.profile.name}.")
    _tell(context.output, out)
    context.output.line(f"Nyckelns fingeravtryck, att läsa upp för den som tar emot första gången: {made.fingerprint}")
    return 0


def password_in(path: Path) -> str:
    """The password that stands on the first line of a file. Raises KnownError."""
    content = read_bytes(path, _LARGEST_PASSWORD_FILE)
    try:
        password = as_meant(content.decode("utf-8-sig").partition("\n")[0])
    except UnicodeDecodeError as error:
        raise KnownError(f"Lösenordsfilen {path.name} är ingen textfil i UTF-8. Spara om den.") from error
    if not password:
        raise KnownError(f"Lösenordsfilen {path.name} är tom. Skriv lösenordet på första raden.")
    return password


def _tell(output: Output, out: Outgoing) -> None:
    counts = (f"{REGISTERS[name].plural.lower()} {number}" for name, number in out.counts.items())
    output.line(f"Med följer: {', '.join(counts)}.")
    if out.unchanged_since is not None:
        output.line(f"Inget nytt sedan {out.unchanged_since.astimezone().date()}.")
    if out.taken_away and out.last is not None:
        lost = told_lost(out.taken_away, "Hos mottagarna")
        output.remark(f"Profilen släpper ut mindre än förra filen ({out.last.profile_name}). {lost}")
