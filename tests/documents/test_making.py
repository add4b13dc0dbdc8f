"""Papers as files: valid, equal each time, refused when incomplete, and unharmed by anything that was typed."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pypdfium2
import pytest

from itadmin.documents.catalogue import IncompleteError
from itadmin.documents.making import make
from itadmin.domain.fields import LongText, Text
from itadmin.domain.record import stored_fields
from itadmin.domain.registers import REGISTERS

KIND = "operations_agreement"
LONG = ("<b>Avtal</b> & {{avtalet}} %s\\n \U0001f600 漢字 \u202e\x00\x07 " * 2300)[:100_000]


def agreement_file(example: Any, *, draft: bool = False) -> bytes:
    return make(KIND, example.reading, example.agreement, draft=draft)


def words_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(BytesIO(content))
    try:
        return "\n".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
    finally:
        document.close()


def test_a_final_agreement_is_valid_and_says_what_it_should(example: Any, faults: Any) -> None:
    content = agreement_file(example)
    assert faults(content) == []
    told = words_of(content).replace("\u00a0", " ").replace("\r\n", " ")
    assert "Kvarnen" in told
    assert "Ansvarsfördelningen framgår av tabell 4." in told
    assert "Uppgift saknas" not in told
    assert "UTKAST" not in told


@pytest.mark.parametrize("which", ["example", "internal", "two_systems"])
def test_drafts_are_valid(which: str, request: pytest.FixtureRequest, faults: Any) -> None:
    chosen = request.getfixturevalue(which).agreed(rto_hours=None, contacts=None, prices=None)
    content = agreement_file(chosen, draft=True)
    assert faults(content) == []
    assert "[Uppgift saknas: RTO]" in words_of(content).replace("\u00a0", " ")


def test_a_draft_of_an_agreement_that_says_nothing_is_valid(example: Any, faults: Any) -> None:
    fields = stored_fields(REGISTERS["agreements"].record)
    empty = example.agreed(**{name: None for name in fields if name != "title"})
    assert faults(agreement_file(empty, draft=True)) == []


def test_a_system_card_is_valid(example: Any, faults: Any) -> None:
    for draft in (True, False):
        assert faults(make("system_card", example.reading, example.system, draft=draft)) == []


def test_equal_register_record_and_day_give_equal_bytes(example: Any) -> None:
    assert agreement_file(example) == agreement_file(example)
    other_day = example.read_as(day=example.reading.day.replace(day=23))
    assert agreement_file(example) != agreement_file(other_day)


def test_an_incomplete_agreement_is_refused_and_its_draft_is_not(example: Any) -> None:
    incomplete = example.agreed(rto_hours=None)
    with pytest.raises(IncompleteError, match=r"1\u00a0uppgift saknas\. RTO \(9\.1\)\.") as refusal:
        agreement_file(incomplete)
    assert [value.field for value in refusal.value.missing] == ["rto_hours"]
    assert agreement_file(incomplete, draft=True)


def test_anything_may_be_typed_anywhere(example: Any, faults: Any) -> None:
    typed = {
        name: LONG if isinstance(field, LongText) else LONG[:300]
        for name, field in stored_fields(REGISTERS["agreements"].record).items()
        if isinstance(field, (Text, LongText))
    }
    content = agreement_file(example.agreed(**typed).with_system(name=LONG[:300], purpose=LONG), draft=True)
    assert faults(content) == []
    assert "<b>Avtal</b> & {{avtalet}} %s" in words_of(content).replace("\u00a0", " ").replace("\r\n", " ")


def test_rows_may_hold_anything_and_be_many(example: Any, faults: Any) -> None:
    contacts = [{"party": "driftenhet", "task": "annan", "name": LONG[:300], "email": LONG[:300]}] * 60
    signatories = [
        {"party": "driftenhet", "position": f"Chef {number}", "authority": LONG[:300]} for number in range(9)
    ]
    content = agreement_file(example.agreed(contacts=contacts, signatories=signatories), draft=True)
    assert faults(content) == []
