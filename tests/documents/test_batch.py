"""Many papers at once: what is made, what is left out and why, and what is left when it stops."""

import multiprocessing
import os
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any
from uuid import UUID

import pypdf
import pytest

from itadmin.documents import batch_press
from itadmin.documents.batch import Order, into_file, into_folder
from itadmin.documents.batch_press import press
from itadmin.documents.catalogue import TYPES
from itadmin.documents.making import make
from itadmin.documents.suitable import suitable_words
from itadmin.domain.problems import KnownError
from itadmin.services.packing import packed
from itadmin.services.progress import Progress
from itadmin.services.reading import Reading
from itadmin.services.workspace import Workspace

Systems = Callable[..., tuple[UUID, ...]]


class StoppedAfter(Progress):
    """Is asked to stop when so many parts are done."""

    def __init__(self, parts: int) -> None:
        super().__init__()
        self._parts = parts

    def advance(self, parts: int = 1) -> None:
        if self.done + parts >= self._parts:
            self.cancel()
        super().advance(parts)


@pytest.fixture
def systems(workspace: Workspace) -> Systems:
    """Adds systems by name."""
    return lambda *names: tuple(workspace.records.add("systems", {"name": name}) for name in names)


@pytest.fixture
def divided(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a few papers are divided between two processes."""
    monkeypatch.setattr(batch_press, "_WORTH_DIVIDING", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)


def cards(*ids: UUID, draft: bool = False) -> Order:
    return Order("system_card", ids, draft)


def alone(workspace: Workspace, system: UUID) -> bytes:
    return make("system_card", workspace.reading(), system, draft=False)


def test_each_paper_gets_a_file_of_its_own(workspace: Workspace, systems: Systems, tmp_path: Path) -> None:
    ids, progress = systems("Kvarnen", "Åsna & Ko"), Progress()
    done = into_folder(workspace.reading(), cards(*ids), tmp_path / "ut", progress)
    assert [path.name for path in done.files] == [
        "Systemkort_Kvarnen_2026-11-22.pdf",
        "Systemkort_Asna-Ko_2026-11-22.pdf",
    ]
    assert [path.read_bytes() for path in done.files] == [alone(workspace, system) for system in ids]
    assert (done.made, done.left_out, done.stopped, progress.done, progress.total) == (2, (), False, 2, 2)


def test_names_that_are_alike_are_numbered_and_nothing_is_written_over(
    workspace: Workspace, systems: Systems, tmp_path: Path
) -> None:
    (tmp_path / "Systemkort_Ekot_2026-11-22.pdf").write_bytes(b"en annan")
    done = into_folder(workspace.reading(), cards(*systems("Ekot", "EKOT", "eköt")), tmp_path, Progress())
    assert [path.name for path in done.files] == [
        "Systemkort_Ekot_2026-11-22-2.pdf",
        "Systemkort_EKOT_2026-11-22-3.pdf",
        "Systemkort_ekot_2026-11-22-4.pdf",
    ]
    assert (tmp_path / "Systemkort_Ekot_2026-11-22.pdf").read_bytes() == b"en annan"


def test_what_cannot_be_made_is_told_and_the_others_go_on(
    workspace: Workspace, systems: Systems, tmp_path: Path
) -> None:
    (system,) = systems("Kvarnen")
    kinds = {"Drift": "driftavtal", "Support": "supportavtal"}
    ids = tuple(workspace.records.add("agreements", {"title": title, "kind": kind}) for title, kind in kinds.items())
    order = Order("operations_agreement", (*ids, system))
    done = into_folder(workspace.reading(), order, tmp_path / "ut", Progress())
    first, second, third = done.left_out
    assert (done.made, done.files) == (0, ())
    assert first.label == "Drift"
    assert first.reason.endswith("till.")
    assert "uppgifter saknas: Systemägarens part, Driftenhetens part, " in first.reason.replace("\u00a0", " ")
    assert (second.label, second.reason) == ("Support", "Görs bara där slag är Driftavtal eller Driftöverenskommelse.")
    assert third.label == ""
    assert not (tmp_path / "ut").exists()


def test_drafts_are_made_of_what_lacks_something(workspace: Workspace, tmp_path: Path) -> None:
    agreement = workspace.records.add("agreements", {"title": "Drift", "kind": "driftavtal"})
    order = Order("operations_agreement", (agreement,), draft=True)
    done = into_folder(workspace.reading(), order, tmp_path, Progress())
    assert (done.made, done.left_out) == (1, ())


def test_what_lies_in_the_bin_is_left_out(workspace: Workspace, systems: Systems, tmp_path: Path) -> None:
    kept, gone = systems("Kvar", "Borta")
    workspace.records.delete("systems", [gone])
    done = into_folder(workspace.reading(), cards(kept, gone), tmp_path, Progress())
    assert [(each.label, each.reason) for each in done.left_out] == [("Borta", "Posten finns inte i listan.")]


def test_stopped_half_way_the_files_that_are_there_are_whole(
    workspace: Workspace, systems: Systems, tmp_path: Path
) -> None:
    folder = tmp_path / "ut"
    ids = systems("Ett", "Två", "Tre")
    done = into_folder(workspace.reading(), cards(*ids), folder, StoppedAfter(2))
    assert (done.made, done.stopped) == (2, True)
    assert sorted(folder.iterdir()) == sorted(done.files)
    assert [path.read_bytes() for path in done.files] == [alone(workspace, system) for system in ids[:2]]


def test_all_in_one_file_with_a_bookmark_for_each(workspace: Workspace, systems: Systems, tmp_path: Path) -> None:
    path = tmp_path / "alla.pdf"
    ids = systems("Ett", "Två\u0000\ud800", "Tre")
    done = into_file(workspace.reading(), cards(*ids), path, Progress())
    reader = pypdf.PdfReader(path)
    assert (done.made, done.files) == (3, (path,))
    assert len(reader.pages) == 3
    assert [each["/Title"] for each in reader.outline if not isinstance(each, list)][::2] == ["Ett", "Tre"]
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Systemkort, flera", "Bengtsfors kommun")


def test_a_file_for_all_is_the_old_one_when_it_stops_or_holds_nothing(
    workspace: Workspace, systems: Systems, tmp_path: Path
) -> None:
    path = tmp_path / "alla.pdf"
    path.write_bytes(b"den gamla")
    ids = systems("Ett", "Två")
    stopped = into_file(workspace.reading(), cards(*ids), path, StoppedAfter(2))
    assert (stopped.made, stopped.files, stopped.stopped) == (0, (), True)
    agreement = workspace.records.add("agreements", {"title": "Drift", "kind": "driftavtal"})
    empty = into_file(workspace.reading(), Order("operations_agreement", (agreement,)), path, Progress())
    assert (empty.made, empty.files, empty.stopped, len(empty.left_out)) == (0, (), False, 1)
    assert path.read_bytes() == b"den gamla"
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".tmp"] == []


def test_a_folder_that_cannot_be_looked_into_is_told(
    workspace: Workspace, systems: Systems, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise PermissionError("no")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(KnownError, match="går inte att läsa"):
        into_folder(workspace.reading(), cards(*systems("Ett")), tmp_path, Progress())


@pytest.mark.parametrize("into", [into_folder, into_file])
def test_a_place_that_takes_no_file_is_told(workspace: Workspace, systems: Systems, tmp_path: Path, into: Any) -> None:
    blocked = tmp_path / "fil"
    blocked.write_bytes(b"x")
    with pytest.raises(KnownError, match="kunde inte skrivas"):
        into(workspace.reading(), cards(*systems("Ett")), blocked / "under", Progress())


def test_a_paper_about_the_whole_file_is_not_made_of_records(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="handlar om hela filen"):
        into_folder(workspace.reading(), Order("system_register", (UUID(int=1),)), tmp_path, Progress())


@pytest.mark.usefixtures("divided")
def test_processes_make_the_same_papers_in_the_same_order(workspace: Workspace, systems: Systems) -> None:
    ids = systems(*(f"System {number}" for number in range(5)))
    made = list(press(packed(workspace.reading()), cards(*ids)))
    assert [each.record_id for each in made] == list(ids)
    assert [each.content for each in made] == [alone(workspace, system) for system in ids]
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("divided")
def test_on_one_core_one_process_makes_them(
    workspace: Workspace, systems: Systems, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: None)
    ids = systems(*map(str, range(20)))
    papers = press(packed(workspace.reading()), cards(*ids))
    first = next(papers)
    assert len(multiprocessing.active_children()) == 1
    assert [each.record_id for each in (first, *papers)] == list(ids)


@pytest.mark.usefixtures("divided")
def test_what_a_lost_process_had_left_is_made_here(workspace: Workspace, systems: Systems) -> None:
    ids = systems(*(f"System {number}" for number in range(30)))
    papers = press(packed(workspace.reading()), cards(*ids))
    first = next(papers)
    for process in multiprocessing.active_children():
        process.kill()
        process.join()
    assert [each.record_id for each in (first, *papers)] == list(ids)


@pytest.mark.usefixtures("divided")
def test_processes_end_when_nobody_wants_more(workspace: Workspace, systems: Systems) -> None:
    ids = systems(*map(str, range(60)))
    papers = press(packed(workspace.reading()), cards(*ids))
    next(papers)
    assert len(multiprocessing.active_children()) == 2
    papers.close()
    assert multiprocessing.active_children() == []


def test_a_process_ends_quietly_when_nobody_listens(
    workspace: Workspace, systems: Systems, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = systems("Ett", "Två", "Tre")
    register = packed(workspace.reading())
    own, theirs = multiprocessing.Pipe()
    made: list[UUID] = []
    make_one = batch_press.Press.make

    def note(press: batch_press.Press, record_id: UUID) -> Any:
        made.append(record_id)
        return make_one(press, record_id)

    monkeypatch.setattr(batch_press.Press, "make", note)

    def order_and_leave() -> None:
        own.send((register, cards(*ids)))
        own.close()

    leaving = Thread(target=order_and_leave)
    leaving.start()
    batch_press.work(theirs)
    leaving.join()
    assert made == [ids[0]]


@pytest.mark.usefixtures("divided")
@pytest.mark.parametrize("fault", ["no python", "no process"])
def test_where_there_can_be_no_processes_all_is_made_here(
    workspace: Workspace, systems: Systems, monkeypatch: pytest.MonkeyPatch, fault: str, tmp_path: Path
) -> None:
    def refuse(_process: object) -> None:
        raise OSError("no more processes")

    if fault == "no python":
        monkeypatch.setattr(sys, "executable", str(tmp_path / "itadmin-gui.exe"))
    else:
        monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", refuse)
    ids = systems("Ett", "Två")
    assert [each.label for each in press(packed(workspace.reading()), cards(*ids))] == ["Ett", "Två"]


@pytest.mark.usefixtures("divided")
@pytest.mark.skipif(os.name != "posix", reason="a script that stands for a program")
def test_processes_that_end_at_once_do_not_stop_the_work(
    workspace: Workspace, systems: Systems, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Installed on Windows the program is a launcher, and Python lies in its folder as pythonw.exe."""
    python, ran = tmp_path / "pythonw.exe", tmp_path / "ran"
    python.write_text(f"#!/bin/sh\necho x >> '{ran}'\n", encoding="utf-8")
    python.chmod(0o755)
    monkeypatch.setattr("multiprocessing.spawn._python_exe", multiprocessing.spawn.get_executable())
    monkeypatch.setattr(sys, "executable", str(tmp_path / "itadmin-gui.exe"))
    monkeypatch.setattr(sys, "base_prefix", str(tmp_path))
    ids = systems("Ett", "Två", "Tre")
    assert [each.label for each in press(packed(workspace.reading()), cards(*ids))] == ["Ett", "Två", "Tre"]
    assert ran.read_text(encoding="utf-8") == "x\nx\n"


def test_a_register_that_is_packed_is_read_as_it_was(workspace: Workspace, systems: Systems) -> None:
    (system,) = systems("Ett")
    reading: Reading = workspace.reading()
    kept = packed(reading)
    workspace.records.save("systems", system, {"name": "Ändrat"})
    copy = kept.open()
    assert (copy.label("systems", system), copy.day) == ("Ett", reading.day)
    copy.close()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("operations_agreement", "slag är Driftavtal eller Driftöverenskommelse"),
        ("system_card", ""),
        ("system_register", ""),
    ],
)
def test_what_a_kind_is_for_in_words(kind: str, words: str) -> None:
    assert suitable_words(TYPES[kind]) == words
