"""Organisation numbers, kommunkoder, addresses and ids: worked cases, and what must hold of every id."""

import itertools
from uuid import RFC_4122

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.identifiers import (
    IdSource,
    InvalidOrganisationNumberError,
    NumberFault,
    email_remark,
    format_organisation_number,
    is_municipality_code,
    is_personal_number,
    municipality_id,
    organisation_number_problem,
    parse_organisation_number,
    phone_remark,
    seeded_id_source,
    uuid7,
)

MILLISECONDS = st.integers(0, 2**48 - 2)
TEN_BYTES = st.binary(min_size=10, max_size=10)


@pytest.mark.parametrize(
    "written",
    ["212000-1843", "2120001843", "16212000-1843", "162120001843", " 212000 1843 ", "212000\u20131843"],
)
def test_an_organisation_number_is_kept_as_ten_digits(written: str) -> None:
    assert parse_organisation_number(written) == "2120001843"
    assert organisation_number_problem(written) is None


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", NumberFault.FORM),
        ("212000", NumberFault.FORM),
        ("212000-184", NumberFault.FORM),
        ("2120-001843", NumberFault.FORM),
        ("SE212000184301", NumberFault.FORM),
        ("٢١٢٠٠٠١٨٤٣", NumberFault.FORM),
        ("2120001843" * 10_000, NumberFault.FORM),
        ("2120001843" + " " * 100, NumberFault.FORM),
        ("19212000-1843", NumberFault.CENTURY),
        ("17212000-1843", NumberFault.CENTURY),
        ("16811228-9874", NumberFault.CENTURY),
        ("211300-1843", NumberFault.THIRD_DIGIT),
        ("210032-0000", NumberFault.THIRD_DIGIT),
        ("212000-1844", NumberFault.CHECK_DIGIT),
        ("811228-9875", NumberFault.CHECK_DIGIT),
    ],
)
def test_what_is_no_organisation_number_is_explained(written: str, fault: NumberFault) -> None:
    with pytest.raises(InvalidOrganisationNumberError) as refusal:
        parse_organisation_number(written)
    assert refusal.value.fault is fault
    assert organisation_number_problem(written) == str(refusal.value)
    assert str(refusal.value).endswith(".")


@given(st.integers(10**9, 10**10 - 1), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_never_passes(number: int, place: int, step: int) -> None:
    digits = str(number)
    wrong = digits[:place] + str((int(digits[place]) + step) % 10) + digits[place + 1 :]
    assert organisation_number_problem(digits) or organisation_number_problem(wrong)


@pytest.mark.parametrize("written", ["811228-9874", "19811228-9874", "811228+9874", "701063-2391"])
def test_the_number_of_an_enskild_firma_is_taken_and_known_as_personal(written: str) -> None:
    assert is_personal_number(parse_organisation_number(written))


@pytest.mark.parametrize("digits", ["2120001843", "8113289874", "8100289874", "8112329874", "8112009874", "8112929874"])
def test_other_numbers_are_not_personal(digits: str) -> None:
    assert not is_personal_number(digits)


def test_an_organisation_number_is_written_with_a_hyphen() -> None:
    assert format_organisation_number("2120001843") == "212000-1843"
    assert format_organisation_number("8112289874", masked=True) == "811228-****"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("1460", True),
        ("0180", True),
        ("180", False),
        ("14600", False),
        ("146O", False),
        ("١٤٦٠", False),
        ("1460\n", False),
    ],
)
def test_a_kommunkod_is_four_digits(code: str, expected: bool) -> None:
    assert is_municipality_code(code) is expected


@pytest.mark.parametrize("text", ["it@bengtsfors.se", "Åsa.Öst@dals-ed.se", "a+b@sub.example.org"])
def test_an_ordinary_address_is_not_remarked_on(text: str) -> None:
    assert email_remark(text) is None


@pytest.mark.parametrize(
    "text", ["", "it", "it@", "it@bengtsfors", "it @bengtsfors.se", "a@b.se, c@d.se", "a@b..se", "@b.se"]
)
def test_an_odd_address_is_remarked_on(text: str) -> None:
    assert email_remark(text) == "Det ser inte ut som en e-postadress, till exempel namn@kommun.se."


@pytest.mark.parametrize(
    "text",
    ["0531-52 60 00", "+46 531 52 60 00", "0531\u201352 60 00", "(0531) 526000", "+46 531 52 60 00 1234", "112 00"],
)
def test_an_ordinary_telephone_number_is_not_remarked_on(text: str) -> None:
    assert phone_remark(text) is None


@pytest.mark.parametrize("text", ["", "växeln", "0531", "0" * 16, "0531-52 60 00 vx", "++46 531"])
def test_an_odd_telephone_number_is_remarked_on(text: str) -> None:
    assert phone_remark(text) == "Det ser inte ut som ett telefonnummer, till exempel 0531-52 60 00."


def test_the_id_of_a_kommun_is_the_same_for_ever() -> None:
    assert str(municipality_id("1460")) == "b47bdfb3-f493-5996-ba71-966c12e55361"
    assert municipality_id("1460") != municipality_id("1461")
    assert municipality_id("1460").version == 5
    with pytest.raises(ValueError, match="fyra siffror"):
        municipality_id("180")


def test_the_example_of_the_standard() -> None:
    random_bytes = ((0xCC3 << 62 | 0x18C4DC0C0C07398F) << 6).to_bytes(10, "big")
    made = uuid7(0x017F22E279B0, random_bytes)
    assert str(made) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@given(MILLISECONDS, TEN_BYTES)
def test_a_uuid7_says_its_version_and_time(unix_ms: int, random_bytes: bytes) -> None:
    made = uuid7(unix_ms, random_bytes)
    assert (made.version, made.variant, made.int >> 80) == (7, RFC_4122, unix_ms)


@given(MILLISECONDS, TEN_BYTES, TEN_BYTES)
def test_a_later_uuid7_is_greater(unix_ms: int, first: bytes, second: bytes) -> None:
    assert uuid7(unix_ms, first) < uuid7(unix_ms + 1, second)


@pytest.mark.parametrize(
    ("unix_ms", "random_bytes"), [(-1, bytes(10)), (2**48, bytes(10)), (0, bytes(9)), (0, bytes(11))]
)
def test_a_uuid7_out_of_bounds_is_refused(unix_ms: int, random_bytes: bytes) -> None:
    with pytest.raises(ValueError, match="UUIDv7"):
        uuid7(unix_ms, random_bytes)


@given(st.lists(MILLISECONDS, min_size=2, max_size=20), st.data())
def test_ids_rise_whatever_the_clock_does(times: list[int], data: st.DataObject) -> None:
    clock = iter(times)
    source = IdSource(lambda: next(clock), lambda size: data.draw(st.binary(min_size=size, max_size=size)))
    made = [source.new() for _ in times]
    assert all(first < second for first, second in itertools.pairwise(made))
    assert {one.version for one in made} == {7}


def test_ids_rise_past_the_last_random_number_of_a_millisecond() -> None:
    source = IdSource(lambda: 1000, lambda size: b"\xff" * size)
    first, second = source.new(), source.new()
    assert first < second
    assert second.int >> 80 == 1001


def test_a_seeded_source_gives_the_same_ids_each_time() -> None:
    first, again, other = (seeded_id_source(seed, 1_700_000_000_000) for seed in ("prov", "prov", "annat"))
    made = [first.new() for _ in range(50)]
    assert made == [again.new() for _ in range(50)]
    assert not set(made) & {other.new() for _ in range(50)}
    assert str(made[0]) == "018bcfe5-6800-7610-8406-a1658f0938c6"
