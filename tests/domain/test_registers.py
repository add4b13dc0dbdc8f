"""Every register's description hangs together, and nothing that is generic knows any of them."""

import ast
import dataclasses
import re
from collections import Counter
from pathlib import Path

import pytest

import itadmin
from itadmin.domain.fields import (
    STORED_VALUES,
    Choice,
    Computed,
    Exposure,
    Field,
    Held,
    LongText,
    Reference,
    References,
    Rows,
    Text,
)
from itadmin.domain.record import Record, described_fields
from itadmin.domain.register import Register
from itadmin.domain.registers import OWNERS, REGISTERS, tenure_of
from itadmin.domain.values import LISTS

SOURCE = Path(itadmin.__file__).parent
HOUSE_COLUMNS = {"pk", "placeholder", "label", "sort_key"} | {item.name for item in dataclasses.fields(Record)}
EVERY_FIELD = [
    pytest.param(field, id=f"{register.name}.{name}")
    for register in REGISTERS.values()
    for name, field in register.fields.items()
]
ROW_TYPES = sorted(
    {field.row for register in REGISTERS.values() for field in register.fields.values() if isinstance(field, Rows)},
    key=lambda row: row.__name__,
)
ROW_FIELDS = [
    pytest.param(field, id=f"{row.__name__}.{name}")
    for row in ROW_TYPES
    for name, field in described_fields(row).items()
]
every_register = pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS)


def empty_of(field: Field) -> object:
    kind = field.kind if isinstance(field, Computed) else type(field)
    if issubclass(kind, (Rows, References)):
        return ()
    return "" if kind.__name__ in ("Text", "LongText", "Choice", "ApproximateDay") else None


@every_register
def test_every_attribute_of_a_record_is_described(register: Register) -> None:
    own = {item.name for item in dataclasses.fields(register.record)} - {
        item.name for item in dataclasses.fields(Record)
    }
    assert own == set(register.fields)


@pytest.mark.parametrize("field", [*EVERY_FIELD, *ROW_FIELDS])
def test_a_field_says_its_label_and_who_may_see_it(field: Field) -> None:
    assert isinstance(field.exposure, Exposure)
    assert field.label == field.label.strip() != ""
    assert field.label[0] == field.label[0].upper()
    assert not field.help or field.help.endswith(".")


@pytest.mark.parametrize("field", [*EVERY_FIELD, *ROW_FIELDS])
def test_what_a_field_names_exists(field: Field) -> None:
    if isinstance(field, Choice):
        assert field.values in LISTS
    if isinstance(field, Computed):
        assert field.values in ("", *LISTS)
    if isinstance(field, (Reference, References, Held)):
        assert field.to in REGISTERS
    if isinstance(field, Rows):
        assert described_fields(field.row)


@pytest.mark.parametrize("field", ROW_FIELDS)
def test_rows_hold_plain_values_only(field: Field) -> None:
    assert isinstance(field, STORED_VALUES)


@every_register
def test_a_field_is_empty_by_default(register: Register) -> None:
    defaults = {item.name: item.default for item in dataclasses.fields(register.record)}
    assert {name: defaults[name] for name in register.fields} == {
        name: empty_of(field) for name, field in register.fields.items()
    }


@pytest.mark.parametrize("row", sorted(ROW_TYPES, key=lambda row: row.__name__), ids=lambda row: row.__name__)
def test_a_cell_of_a_row_is_empty_by_default(row: type) -> None:
    defaults = {item.name: item.default for item in dataclasses.fields(row)}
    assert defaults == {name: empty_of(field) for name, field in described_fields(row).items()}


@every_register
def test_a_field_stands_in_exactly_one_section(register: Register) -> None:
    placed = Counter(name for section in register.sections for name in section.fields)
    to_place = {name for name, field in register.fields.items() if not isinstance(field, Computed)}
    named = {register.title_fields[0]}
    assert set(placed) - named == to_place - named
    assert set(placed.values()) == {1}


@every_register
def test_what_a_record_is_begun_with_holds_all_it_must_have(register: Register) -> None:
    begun = set(register.begun_with)
    assert begun <= set(register.fields) - set(register.computed)
    assert not begun or {name for name, field in register.fields.items() if field.required} <= begun


@every_register
def test_sections_have_keys_and_titles_of_their_own(register: Register) -> None:
    for said in ([section.key for section in register.sections], [section.title for section in register.sections]):
        assert len(set(said)) == len(said)
        assert all(said)


@every_register
def test_what_a_register_names_is_among_its_fields(register: Register) -> None:
    named = (*register.title_fields, *register.columns, *register.keys, *register.subtitle)
    assert set(named) <= set(register.fields)
    assert register.title_fields
    assert len(set(register.columns)) == len(register.columns)


def searched(register: Register, name: str) -> Field:
    """The field that a name in `search` means: of the record, or of rows that it owns."""
    rows, _dot, column = name.rpartition(".")
    if not rows:
        return register.fields[name]
    owned = register.fields[rows]
    assert isinstance(owned, Rows)
    return described_fields(owned.row)[column]


@every_register
def test_only_text_is_searched_and_only_lines_name_a_record(register: Register) -> None:
    assert all(isinstance(searched(register, name), (Text, LongText)) for name in register.search)
    assert all(type(register.fields[name]) is Text for name in register.keys)
    assert all(isinstance(register.fields[name], (Text, Choice)) for name in register.title_fields)


@every_register
def test_computed_fields_have_a_calculation_each(register: Register) -> None:
    assert set(register.computed) == set(register.calculations)


@every_register
def test_only_what_names_a_record_is_required(register: Register) -> None:
    required = {name for name, field in register.fields.items() if field.required}
    links = {name for name in required if isinstance(register.fields[name], Reference)}
    assert required
    assert required - links <= set(register.title_fields)


@every_register
def test_labels_part_the_fields_of_a_register(register: Register) -> None:
    labels = Counter(field.label.casefold() for field in register.fields.values())
    assert [label for label, number in labels.items() if number > 1] == []


@every_register
def test_identifiers_are_plain_and_collide_with_no_column(register: Register) -> None:
    assert all(re.fullmatch("[a-z][a-z0-9_]*", name) for name in register.fields)
    assert not HOUSE_COLUMNS & set(register.fields)


@pytest.mark.parametrize("row", ROW_TYPES, ids=lambda row: row.__name__)
def test_cells_collide_with_no_column(row: type) -> None:
    assert not {"record", "ordinal"} & set(described_fields(row))


@every_register
def test_held_fields_look_through_a_register_with_tenure(register: Register) -> None:
    for field in register.fields.values():
        if isinstance(field, Held):
            through, tenure = REGISTERS[field.through], tenure_of(field)
            assert {tenure.of, tenure.by, tenure.kind, tenure.starts, tenure.ends} <= set(through.fields)
            of, by, kind = (through.fields[name] for name in (tenure.of, tenure.by, tenure.kind))
            assert isinstance(of, Reference)
            assert isinstance(by, Reference)
            assert isinstance(kind, Choice)
            assert (of.to, by.to) == (register.name, field.to)
            assert field.role in LISTS[kind.values]


def test_a_register_without_tenure_holds_nothing() -> None:
    field = Held("", Exposure(), to="people", through="people", role="x")
    with pytest.raises(LookupError):
        tenure_of(field)


def test_registers_are_known_by_the_name_of_their_module() -> None:
    modules = {file.stem for file in (SOURCE / "domain" / "registers").glob("*.py")}
    assert set(REGISTERS) <= modules
    assert all(name == register.name for name, register in REGISTERS.items())
    assert OWNERS in REGISTERS.values()


# Nothing generic knows a register

OF_DOMAIN = "calendar changes entry fields identifiers labels money problems record register text validation values"
OF_SERVICES = "backups clock migration reading records undo workspace"
GENERIC = [
    *(SOURCE / "domain" / f"{name}.py" for name in OF_DOMAIN.split()),
    *(file for file in (SOURCE / "storage").rglob("*.py") if not {"versions", "queries"} & set(file.parts)),
    *(SOURCE / "services" / f"{name}.py" for name in OF_SERVICES.split()),
]


@pytest.mark.parametrize("file", GENERIC, ids=lambda file: file.relative_to(SOURCE).as_posix())
def test_no_generic_module_names_a_register(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    said = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not said & set(REGISTERS)
    assert not {module for module in modules if module.startswith("itadmin.domain.registers.")}


@pytest.mark.parametrize(
    "file",
    [file for file in GENERIC if "domain" not in file.parts],
    ids=lambda file: file.relative_to(SOURCE).as_posix(),
)
def test_no_generic_module_names_the_days_of_a_role(file: Path) -> None:
    assert not {"starts_on", "ends_on"} & set(re.findall("[a-z_]+", file.read_text(encoding="utf-8")))
