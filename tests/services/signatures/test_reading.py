"""The signatures of a file as they are found: whose they are, and what each is worth."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, PdfTimeStamper, SimpleSigner
from pyhanko.sign.timestamps import DummyTimeStamper
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import NameObject, NumberObject, StreamObject

from itadmin.domain.problems import KnownError
from itadmin.services.signatures import is_same_paper, sentences, signatures_of
from itadmin.services.signatures.seen import SignatureSeen

AT = datetime(2026, 11, 22, 13, 5, tzinfo=UTC)
UNLOCKING = "hemligt löfte"
Maker = Callable[..., bytes]


def states(content: bytes) -> list[tuple[str, str]]:
    return [(seen.state, seen.later) for seen in signatures_of(content)]


# What is told


def test_a_signature_is_told_whole(signed: bytes) -> None:
    (seen,) = signatures_of(signed)
    assert seen == SignatureSeen(
        "underskrift",
        "hel",
        "inget",
        name="Åsa Öberg",
        organisation="Melleruds kommun",
        issuer="Kommunernas CA",
        claimed_at=AT,
        valid_from=datetime(2026, 1, 1, tzinfo=UTC),
        valid_to=datetime(2028, 1, 1, tzinfo=UTC),
        reason="Avtal ingås",
        place="Mellerud",
    )


def test_nobody_has_signed_a_new_paper(paper: bytes) -> None:
    assert signatures_of(paper) == ()


def test_of_two_the_first_comes_first(signed_twice: bytes) -> None:
    assert [seen.name for seen in signatures_of(signed_twice)] == ["Åsa Öberg", "Örjan Ek"]
    assert states(signed_twice) == [("hel", "underskrifter"), ("hel", "inget")]


def test_a_person_s_number_is_not_taken_from_the_certificate(signed: bytes) -> None:
    (seen,) = signatures_of(signed)
    assert "191212121212" not in repr(seen)


def test_nothing_is_written_in_any_log(signed: bytes, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        signatures_of(signed)
    assert [record for record in caplog.records if record.name.startswith("pyhanko")] == []


def test_a_name_that_misleads_is_told_as_one_short_line(
    paper: bytes, signed_by: Maker, certificate_file: Maker
) -> None:
    (seen,) = signatures_of(signed_by(paper, certificate_file(name="Åsa\n\u202eÖberg" + "!" * 40)))
    assert seen.name == "Åsa Öberg" + "!" * 40


def test_a_certificate_that_was_not_valid_is_seen(paper: bytes, certificate_file: Maker) -> None:
    old = certificate_file(first=AT - timedelta(days=900), last=AT - timedelta(days=800))
    (seen,) = signatures_of(signed_elsewhere(paper, old))
    assert (seen.state, seen.in_time) == ("hel", False)


# What came after


def content_swapped(writer: PdfWriter) -> None:
    stream = StreamObject()
    stream.set_data(b"BT ET")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)


def content_as_long_swapped(writer: PdfWriter) -> None:
    stream = writer.pages[0]["/Contents"].get_object()
    stream._data = stream._data[::-1]


def note_added(writer: PdfWriter) -> None:
    writer.add_annotation(0, FreeText(text="100 kronor", rect=(50, 50, 200, 100)))


def link_moved(writer: PdfWriter) -> None:
    writer.pages[-1]["/Annots"][0].get_object()[NameObject("/F")] = NumberObject(0)


def form_added(writer: PdfWriter) -> None:
    writer.root_object["/AcroForm"][NameObject("/XFA")] = NumberObject(1)
    writer.root_object[NameObject("/Lang")] = writer.root_object["/Lang"]


CHANGES = [
    content_swapped,
    content_as_long_swapped,
    note_added,
    link_moved,
    lambda writer: writer.add_blank_page(200, 200),
    lambda writer: writer.pages[0].update({NameObject("/Rotate"): NumberObject(90)}),
    lambda writer: writer.pages[0]["/Resources"]["/Font"].popitem(),
    lambda writer: writer.root_object.update({NameObject("/OpenAction"): NumberObject(1)}),
    lambda writer: writer.add_attachment("a.txt", b"a"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_file_changed_after_it_was_signed_is_told(
    signed: bytes, with_added: Maker, change: Callable[..., Any]
) -> None:
    assert states(with_added(signed, change)) == [("andrad", "andringar")]


def test_a_form_shown_in_place_of_the_pages_is_a_change(signed: bytes, with_added: Maker) -> None:
    assert states(with_added(signed, form_added)) == [("andrad", "andringar")]


def test_new_metadata_is_no_change(signed: bytes, with_added: Maker) -> None:
    changed = with_added(signed, lambda writer: writer.add_metadata({"/Title": "Nytt"}))
    assert states(changed) == [("hel", "underskrifter")]


def test_what_is_signed_after_a_change_does_not_heal_it(signed: bytes, with_added: Maker, signed_by: Maker) -> None:
    again = signed_by(with_added(signed, content_swapped))
    assert states(again) == [("andrad", "andringar"), ("hel", "inget")]


def test_a_signature_that_allows_nothing_more_is_told(locked_by_signer: bytes, with_added: Maker) -> None:
    assert states(locked_by_signer) == [("hel", "inget")]
    more = with_added(locked_by_signer, lambda writer: writer.add_metadata({"/Title": "Nytt"}))
    assert states(more) == [("andrad", "andringar")]


# What is not as it should be


def test_changed_bytes_are_told(signed: bytes) -> None:
    at = signed.index(b"/MediaBox") if b"/MediaBox" in signed else signed.index(b"stream") + 20
    changed = bytearray(signed)
    changed[at + 12] ^= 1
    with_change = bytes(changed)
    assert with_change != signed
    assert states(with_change) == [("skadad", "andringar")]


def test_a_signature_of_an_unknown_kind_is_told(signed: bytes) -> None:
    assert states(signed.replace(b"/ETSI.CAdES.detached", b"/ETSI.CAdES.unheardof")[: len(signed)]) == [
        ("okand", "inget")
    ]


def test_contents_that_make_no_sense_are_told(signed: bytes) -> None:
    start = signed.index(b"/Contents <") + len(b"/Contents <")
    odd = signed[:start] + b"00" * 100 + signed[start + 200 :]
    assert states(odd) == [("okand", "inget")]


def test_fields_that_make_no_sense_are_told(signed: bytes, with_added: Maker) -> None:
    def odd(writer: PdfWriter) -> None:
        writer.root_object["/AcroForm"][NameObject("/Fields")] = NumberObject(1)
        writer.root_object[NameObject("/AcroForm")] = writer.root_object["/AcroForm"]

    assert states(with_added(signed, odd)) in ([("okand", "inget")], [])


def test_a_packed_part_that_cannot_be_unpacked_is_told(signed: bytes) -> None:
    at = signed.rindex(b"/Type/ObjStm")
    start = signed.index(b"stream", at) + 40
    with pytest.raises(KnownError, match="skadad"):
        signatures_of(signed[:start] + b"\xff" * 40 + signed[start + 40 :])


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\x89PNG\r\n", "å".encode() * 1000])
def test_what_is_no_pdf_is_told(content: bytes) -> None:
    with pytest.raises(KnownError, match="ingen PDF"):
        signatures_of(content)


def test_a_pdf_that_is_too_large_is_told() -> None:
    with pytest.raises(KnownError, match="större än"):
        signatures_of(b"%PDF-1.7" + bytes(100_000_000))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_a_damaged_file_holds_is_told_or_refused(data: Any, paper: bytes, signed_twice: bytes) -> None:
    """Cut off or overwritten where signatures are; a sentence to the user, or signatures that can be put in words."""
    cut = data.draw(st.integers(len(paper), len(signed_twice)))
    place = data.draw(st.integers(len(paper) - 200, len(signed_twice) - 1))
    put = data.draw(st.one_of(st.binary(max_size=20), st.sampled_from([b"/V", b"/Kids", b"[", b"null", b" 1 0 R"])))
    odd = (signed_twice[:place] + put + signed_twice[place + len(put) :])[:cut]
    try:
        told = [sentences(seen) for seen in signatures_of(odd)]
        is_same_paper(odd, paper)
    except KnownError as error:
        told = [(error.sentence,)]
    assert all(told)


# Signed elsewhere


def signed_elsewhere(content: bytes, certificate: bytes, **told: Any) -> bytes:
    """Signed as other programs do it: an older kind of signature, visible, and today."""
    signer = SimpleSigner.load_pkcs12_data(certificate, (), UNLOCKING.encode())
    field = SigFieldSpec("Sign here", on_page=0, box=(50, 50, 250, 100))
    session = PdfSigner(PdfSignatureMetadata("Sign here"), signer, new_field_spec=field, **told)
    return bytes(session.sign_pdf(IncrementalPdfFileWriter(BytesIO(content))).getvalue())


def test_a_signature_made_elsewhere_is_read(paper: bytes, certificate: bytes) -> None:
    signed = signed_elsewhere(paper, certificate)
    (seen,) = signatures_of(signed)
    assert (seen.name, seen.state, seen.later) == ("Åsa Öberg", "hel", "inget")
    assert is_same_paper(signed, paper)


def test_our_signature_after_one_made_elsewhere_leaves_it_whole(
    paper: bytes, certificate: bytes, signed_by: Maker
) -> None:
    assert states(signed_by(signed_elsewhere(paper, certificate))) == [("hel", "underskrifter"), ("hel", "inget")]


@pytest.fixture(scope="session")
def clock(certificate_file: Maker, long_key: RSAPrivateKey) -> DummyTimeStamper:
    """A timestamping service that stands still."""
    signer = SimpleSigner.load_pkcs12_data(certificate_file(long_key), (), UNLOCKING.encode())
    return DummyTimeStamper(signer.signing_cert, signer.signing_key, fixed_dt=AT - timedelta(hours=1))


def test_a_timestamp_within_a_signature_tells_when(paper: bytes, certificate: bytes, clock: DummyTimeStamper) -> None:
    (seen,) = signatures_of(signed_elsewhere(paper, certificate, timestamper=clock))
    assert seen.stamped_at == AT - timedelta(hours=1)
    assert seen.at == seen.stamped_at


def test_a_timestamp_of_its_own_is_told_as_one(signed: bytes, clock: DummyTimeStamper) -> None:
    output = PdfTimeStamper(clock).timestamp_pdf(IncrementalPdfFileWriter(BytesIO(signed)), "sha256")
    first, stamp = signatures_of(output.getvalue())
    assert (first.state, first.later) == ("hel", "underskrifter")
    assert (stamp.kind, stamp.state, stamp.at) == ("tidsstampel", "hel", AT - timedelta(hours=1))
