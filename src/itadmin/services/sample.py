"""The sample region: five register files of neighbouring kommuner to try the program on.

Kommuner, their codes and inhabitants are real, all else is invented and says so. The files are made as any file is:
created, then filled in a few steps through the ordinary services, so that journal, search and undo hold for them too.
The same files come out each time.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.identifiers import seeded_id_source
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.agreements import Agreement
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.goals import shares
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.records import Records
from itadmin.services.sample_agreements import agreements, has_processing_agreement
from itadmin.services.sample_cases import cases
from itadmin.services.sample_competence import competence
from itadmin.services.sample_courses import courses
from itadmin.services.sample_data import Catalogue, Place, read_catalogue
from itadmin.services.sample_goals import goals
from itadmin.services.sample_implementation import implementations
from itadmin.services.sample_instructions import instructions
from itadmin.services.sample_operations import operations_agreements
from itadmin.services.sample_organisations import organisations, own_record
from itadmin.services.sample_planning import planning
from itadmin.services.sample_platform import platform_changes, platform_notices
from itadmin.services.sample_relations import relations
from itadmin.services.sample_roles import roles
from itadmin.services.sample_samverkan import samverkan
from itadmin.services.sample_steering import steering
from itadmin.services.sample_systems import systems
from itadmin.services.sample_training import training
from itadmin.services.sample_values import SAMPLE_DAY, SAMPLE_MOMENT
from itadmin.services.workspace import Workspace
from itadmin.storage.attachments import store_of

ENDING, SHARED = ".itadmin", "delat"
"""What register files end with, and the folder of share files beside them."""
_WHO = "Övningsdata"
_MACHINE = "itadmin"
_SHOWN_AGREEMENTS = (
    (("driftavtal",), "gallande"),
    (("driftoverenskommelse",), "gallande"),
    (("driftavtal", "driftoverenskommelse"), "utkast"),
)


@dataclass(frozen=True, slots=True)
class SampleRegion:
    """The files that were made, in order of kommunkod, and beside them those with what is attached, if anything is.

    `shared` are the share files by which they have heard of each other, if they have.
    """

    files: tuple[Path, ...]
    stores: tuple[Path, ...] = ()
    shared: tuple[Path, ...] = ()


def make_sample_region(
    directory: Path,
    complete: Callable[[Workspace], object] | None = None,
    exchange: Callable[[Sequence[Path], Path], Sequence[Path]] | None = None,
) -> SampleRegion:
    """Make one register file per kommun in a folder, which is made if it is not there.

    `complete` is done with each, at last; then `exchange` with all of them and a folder to put share files in. Raises
    KnownError when one of the files is there already or the folder cannot be written; none is made then.
    """
    catalogue = read_catalogue(SAMPLE_DAY)
    targets = {code: directory / f"{code}{ENDING}" for code in sorted(catalogue.places)}
    stores = [store_of(target) for target in targets.values()]
    for target in (*targets.values(), *stores, *((directory / SHARED,) if exchange else ())):
        if target.exists():
            raise KnownError(f"{target} finns redan. Välj en tom mapp för övningsdata.")
    shared: tuple[Path, ...] = ()
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".itadmin-", dir=directory) as workshop:
            made = {code: Path(workshop) / target.name for code, target in targets.items()}
            for code, path in made.items():
                _make(catalogue, catalogue.places[code], path, complete)
            if exchange is not None:
                folder = Path(workshop) / SHARED
                shared = tuple(directory / SHARED / file.name for file in exchange(tuple(made.values()), folder))
                folder.replace(directory / SHARED)
            for code, path in made.items():
                if store_of(path).exists():
                    store_of(path).replace(store_of(targets[code]))
                path.replace(targets[code])
    except OSError as error:
        raise KnownError(
            f"Övningsdata kunde inte skapas i {directory}. Kontrollera att du får skriva där och att disken har plats.",
            details=str(error),
        ) from error
    return SampleRegion(tuple(targets.values()), tuple(store for store in stores if store.exists()), shared)


def sample_documents(reading: Reading) -> list[tuple[str, UUID | None]]:
    """Papers worth showing of a sample file, as document type and record (None: about the whole file).

    The largest driftavtal with a neighbour, the largest driftöverenskommelse with its driftdokumentation, a draft with
    gaps, a system's card, the incident sheet of its supplier, and the lists of systems for anybody and for oneself.
    """
    shown: list[Agreement] = []
    for kinds, status in _SHOWN_AGREEMENTS:
        keys = reading.keys("agreements", ListQuery(where={"kind": kinds, "status": [status]}))
        records = [read.record for read in reading.many("agreements", keys).values()]
        largest = sorted(records, key=lambda record: -(getattr(record, "annual_price", 0) or 0))
        shown += [record for record in largest[:1] if isinstance(record, Agreement)]
    cards = [("system_card", system) for agreement in shown[:1] for system in agreement.systems[:1]]
    agreements = (("operations_agreement", agreement.id) for agreement in shown)
    documented = (("operations_documentation", agreement.id) for agreement in shown[1:2])
    registers = (("system_register", None), ("system_register_internal", None))
    return [*agreements, *documented, *cards, *_incidents(reading, cards), *registers]


def _incidents(reading: Reading, cards: list[tuple[str, UUID]]) -> Iterator[tuple[str, UUID]]:
    """The incident sheet of the supplier of each system that has its card shown."""
    for read in reading.many("systems", [system for _, system in cards]).values():
        supplier = getattr(read.record, "supplier", None)
        if supplier is not None:
            yield "incident_sheet", supplier


def _make(catalogue: Catalogue, place: Place, path: Path, complete: Callable[[Workspace], object] | None) -> None:
    around = sample_surroundings(place.code)
    file = create(path, place.code, place.name, around, sample=True)
    try:
        records = Records(file, around, lambda _changes, _initiator: None)
        products = catalogue.products_of(place.code)
        known = frozenset(product.key for product in products if has_processing_agreement(place, product))
        _apply(records, "La in kommunens organisation", (own_record(place), *organisations(catalogue, place)))
        _apply(records, "La in system och roller", (*systems(catalogue, place, known), *roles(catalogue, place)))
        _apply(records, "La in avtal", agreements(catalogue, place))
        _apply(records, "La in användning, nivåer, integrationer och behörigheter", relations(catalogue, place))
        _apply(records, "La in kostnader, ledtider och årshjul", planning(catalogue, place))
        _apply(records, "La in kompetens och utbildningsbehov", competence(catalogue, place))
        _apply(records, "La in styrande dokument", (*instructions(place), *steering(catalogue, place)))
        reading = Reading(file, SAMPLE_DAY)
        _apply(records, "La in driftavtal", operations_agreements(catalogue, place, reading))
        _apply(records, "La in utbildningsplaner", training(catalogue, place, reading, records))
        _apply(records, "La in tillfällen och deltagare", courses(catalogue, place, reading))
        _apply(records, "La in införande- och avvecklingsplaner", implementations(catalogue, place))
        _apply(records, "La in plattformsändringar", platform_changes(catalogue, place))
        _apply(records, "La in förvarnade förvaltningar", platform_notices(place, reading))
        _apply(records, "La in regionen och kandidater", samverkan(catalogue, place))
        _apply(records, "La in samverkansärenden och beslut", cases(catalogue, place, reading))
        _apply(records, "La in mål", goals(place, shares(reading)))
        if complete is not None:
            complete(Workspace(file, around))
    finally:
        file.close()


def _apply(records: Records, title: str, changes: Iterable[Change]) -> None:
    records.apply(ChangeSet(title, tuple(changes)))


def sample_surroundings(seed: str) -> Surroundings:
    """Who makes the sample region, and when; ids follow from a seed."""
    ids = seeded_id_source(f"itadmin {seed}", int(SAMPLE_MOMENT.timestamp() * 1000))
    return Surroundings(lambda: SAMPLE_MOMENT, ids.new, _WHO, _MACHINE)
