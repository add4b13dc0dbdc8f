"""Share files of neighbours, made once: each test gets its own copies."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from itadmin.domain.identifiers import seeded_id_source
from itadmin.domain.sharing import NEIGHBOURS
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.sharing.outgoing import outgoing
from itadmin.services.sharing.own_profiles import leave_out
from itadmin.services.sharing.phrase import phrase_words
from itadmin.services.sharing.profiles import profile_named
from itadmin.services.sharing.sending import Sending
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register

BEGINS = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
MANY = 12
PHRASE = " ".join(phrase_words()[:3])


class Neighbour:
    """A register of Färgelanda or another kommun, and the share files made of it, each an hour after the last."""

    def __init__(self, folder: Path, seed: str = "granne", code: str = "1439") -> None:
        self._folder = folder
        self._hours = 0
        ids = seeded_id_source(seed, int(BEGINS.timestamp() * 1000))
        self.around = Surroundings(self._now, ids.new, "Bo Ek", "DATOR9")
        path = folder / f"{seed}.itadmin"
        create(path, code, "", self.around).close()
        self.workspace = Workspace(open_register(path, "test"), self.around)

    def _now(self) -> datetime:
        return BEGINS + timedelta(hours=self._hours)

    def share(self, name: str, profile: str = "grannar", password: str = "") -> Path:
        path = self._folder / name
        self._hours += 1
        reading = self.workspace.reading()
        out = outgoing(reading, profile_named(reading, profile))
        Sending(self.workspace.file, self.around).make(path, out, password)
        return path


@pytest.fixture(scope="session")
def share_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """First: two systems and a person. Second: one changed, one gone, one new. Fewer: almost nothing is left.

    Nobody: the second without persons. Locked: the first with a password. Forged: as the second, by another key, and
    once more later.
    """
    folder = tmp_path_factory.mktemp("granne")
    neighbour = Neighbour(folder)
    records = neighbour.workspace.records
    ids = [records.add("systems", {"name": name, "user_count": 790}) for name in ("Personec P", "Lifecare")]
    records.add("people", {"name": "Eva Ek"})
    made = [neighbour.share("first"), neighbour.share("locked", password=PHRASE)]
    records.save("systems", ids[0], {"user_count": 812})
    records.delete("systems", [ids[1]])
    records.add("systems", {"name": "Quria"})
    made += [neighbour.share("second"), neighbour.share("nobody", "grannar_utan_personer")]
    many = [records.add("systems", {"name": f"System {number}"}) for number in range(MANY)]
    made.append(neighbour.share("many"))
    records.delete("systems", many)
    made.append(neighbour.share("fewer"))
    neighbour.workspace.close()
    other = Neighbour(folder, "bedragare")
    other.workspace.records.add("systems", {"name": "Personec P"})
    forged = [other.share(name) for name in ("x", "y", "forged", "forged_later")]
    other.workspace.close()
    return {path.name: path.read_bytes() for path in (*made, *forged)}


@pytest.fixture
def share_file(share_files: dict[str, bytes], tmp_path: Path) -> Callable[[str], Path]:
    """A file of its own of one of them."""

    def copy(name: str) -> Path:
        path = tmp_path / f"{name}.itdelning"
        path.write_bytes(share_files[name])
        return path

    return copy


@pytest.fixture(scope="session")
def share_cheaper(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """Two files of Mellerud: two systems and an agreement with costs, then without, with more users in a system."""
    neighbour = Neighbour(tmp_path_factory.mktemp("billigare"), "mellerud", "1461")
    records = neighbour.workspace.records
    values = {"user_count": 790, "annual_cost": 4_150_000}
    lifecare, _treserva = (records.add("systems", {"name": name} | values) for name in ("Lifecare", "Treserva"))
    rows = [{"item": "Licens", "amount": 9_000}, {"item": "Drift", "amount": 2_000}]
    records.add(
        "agreements",
        {"title": "Driftavtal", "prices": rows, "contacts": [{"party": "systemagare", "task": "driftansvarig"}]},
    )
    first = neighbour.share("dyr").read_bytes()
    records.save("systems", lifecare, {"user_count": 812})
    parts = [("systems", "annual_cost"), ("agreements", "prices.amount"), ("agreements", "contacts")]
    leave_out(neighbour.workspace, NEIGHBOURS, parts, "Utan kostnad")
    second = neighbour.share("billig", "Utan kostnad").read_bytes()
    neighbour.workspace.close()
    return first, second


@pytest.fixture(scope="session")
def other_content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A share file of Mellerud with a system and a person."""
    neighbour = Neighbour(tmp_path_factory.mktemp("mellerud"), "mellerud", "1461")
    neighbour.workspace.records.add("systems", {"name": "Treserva"})
    neighbour.workspace.records.add("people", {"name": "Bo Berg"})
    content = neighbour.share("mellerud").read_bytes()
    neighbour.workspace.close()
    return content


@pytest.fixture
def other_file(other_content: bytes, tmp_path: Path) -> Path:
    """The same as a file of its own."""
    path = tmp_path / "mellerud.itdelning"
    path.write_bytes(other_content)
    return path


@pytest.fixture
def drop() -> Callable[..., None]:
    """Drag files over a widget and let them go there."""

    def let_go(widget: QWidget, *paths: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, QDragEnterEvent(QPoint(1, 1), *how))
        QApplication.sendEvent(widget, QDropEvent(QPointF(1, 1), *how))

    return let_go
