"""Signing a paper with a certificate file: what the result keeps of what it was, and what stops it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import page
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from itadmin.domain.problems import KnownError
from itadmin.services.signatures import sign, signatures_of

AT = datetime(2026, 11, 22, 13, 5, tzinfo=UTC)
SHORT = 1024
Maker = Callable[..., bytes]


def failures(content: bytes, profile: str) -> list[str]:
    return sorted({failure.rule_id for failure in page.validate_pdf_bytes(content, profile=profile).failures})


# What is kept


def test_a_signed_paper_is_still_for_the_archive_and_for_everybody(signed: bytes) -> None:
    assert [failures(signed, profile) for profile in ("2a", "ua1")] == [[], []]


def test_all_that_was_there_is_there(paper: bytes, signed: bytes, signed_twice: bytes) -> None:
    assert signed.startswith(paper)
    assert signed_twice.startswith(signed)


def test_two_signatures_keep_all_but_one_rule(signed_twice: bytes) -> None:
    """The validator asks each signature to cover the file that others have signed after it."""
    assert failures(signed_twice, "2a") == ["PDFA2A-SIGNATURE-BYTERANGE-001"]
    assert failures(signed_twice, "ua1") == []


def test_a_signature_beyond_the_places_leaves_the_earlier_ones_whole(signed_twice: bytes, signed_by: Maker) -> None:
    seen = signatures_of(signed_by(signed_twice))
    assert [each.state for each in seen] == ["hel", "hel", "hel"]


@pytest.mark.parametrize("places", [1, 3])
def test_there_are_as_many_places_as_are_asked_for(paper: bytes, signed_by: Maker, places: int) -> None:
    signed = signed_by(paper, places=places)
    assert len(PdfReader(BytesIO(signed)).get_fields() or ()) == places
    assert [failures(signed, profile) for profile in ("2a", "ua1")] == [[], []]


def test_the_file_stays_what_pdf_a_2_builds_on(signed: bytes, paper: bytes) -> None:
    before, after = (PdfReader(BytesIO(content)) for content in (paper, signed))
    assert "/Version" not in after.root_object
    assert set(after.root_object["/Extensions"]) == {"/ESIC"}
    assert after.root_object["/Metadata"].get_data() == before.root_object["/Metadata"].get_data()
    assert after.metadata == before.metadata


def test_usual_keys_sign(paper: bytes, signed_by: Maker, certificate_file: Maker, long_key: rsa.RSAPrivateKey) -> None:
    for key in (long_key, ec.generate_private_key(ec.SECP384R1())):
        (seen,) = signatures_of(signed_by(paper, certificate_file(key)))
        assert seen.state == "hel"


def test_another_program_finds_the_signature_valid(signed_twice: bytes, tmp_path: Path) -> None:
    program = shutil.which("pdfsig")
    if program is None:
        pytest.skip("pdfsig is not installed")
    file = tmp_path / "avtal.pdf"
    file.write_bytes(signed_twice)
    told = subprocess.run([program, file], capture_output=True, text=True, check=False).stdout
    assert told.count("Signature is Valid.") == 2
    assert "Åsa Öberg" in told
    assert told.count("ETSI.CAdES.detached") == 2


def test_a_file_without_structure_is_signed_too(signed_by: Maker) -> None:
    writer, plain = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(plain)
    (seen,) = signatures_of(signed_by(plain.getvalue()))
    assert seen.state == "hel"


def test_a_structure_that_is_not_understood_is_left_alone(
    paper: bytes, signed_by: Maker, with_added: Callable[..., bytes]
) -> None:
    def empty(writer: PdfWriter) -> None:
        del writer.root_object["/StructTreeRoot"]["/K"]

    (seen,) = signatures_of(signed_by(with_added(paper, empty)))
    assert seen.state == "hel"


def test_reason_and_place_are_written_as_one_line(paper: bytes, signed_by: Maker) -> None:
    signed = signed_by(paper, reason="Avtal\ningås", place=" Bengtsfors ")
    written = PdfReader(BytesIO(signed)).get_fields()["Underskrift 1"]["/V"]
    assert (written["/Reason"], written["/Location"]) == ("Avtal ingås", "Bengtsfors")


# What stops it


def refusal(*arguments: object, **told: object) -> str:
    with pytest.raises(KnownError) as caught:
        sign(*arguments, **{"at": AT, **told})
    return caught.value.sentence


def test_a_wrong_password_is_told(paper: bytes, certificate: bytes) -> None:
    for password in ("fel", ""):
        assert "Kontrollera lösenordet" in refusal(paper, certificate, password)


def test_a_file_without_password_needs_none(paper: bytes, signed_by: Maker, certificate_file: Maker) -> None:
    assert signatures_of(signed_by(paper, certificate_file(password=""), password=""))


@pytest.mark.parametrize("file", [b"", b"\x30", b"\x30\x82\x01\x00" + bytes(256), b"-----BEGIN CERTIFICATE-----"])
def test_what_is_no_certificate_file_is_told(paper: bytes, file: bytes) -> None:
    assert ".p12 eller .pfx" in refusal(paper, file, "hemligt löfte")


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"last": AT - timedelta(days=1)}, "Certifikatet gick ut 2026-11-21. Välj ett som gäller."),
        ({"first": AT + timedelta(days=1)}, "Certifikatet gäller först från 2026-11-23."),
        ({"for_signing": False}, "Certifikatet är inte utfärdat för underskrift."),
        ({"with_key": False}, "Certifikatfilen saknar privat nyckel."),
        ({"key": ed25519.Ed25519PrivateKey.generate()}, "Använd ett med RSA eller ECDSA."),
        ({"key": rsa.generate_private_key(65537, SHORT)}, "Certifikatets nyckel är för kort."),
    ],
)
def test_a_certificate_that_may_not_sign_is_told(
    paper: bytes, certificate_file: Maker, told: dict[str, object], sentence: str
) -> None:
    assert sentence in refusal(paper, certificate_file(**told), "hemligt löfte")


def locked(paper: bytes) -> bytes:
    writer, output = PdfWriter(BytesIO(paper)), BytesIO()
    writer.encrypt("nyckel", algorithm="RC4-128")
    writer.write(output)
    return output.getvalue()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda _paper: b"", "Filen är ingen PDF."),
        (lambda _paper: b"\x89PNG", "Filen är ingen PDF."),
        (lambda paper: paper[: len(paper) // 2], "PDF-filen är skadad"),
        (lambda paper: paper + b"%PDF-" * 6_000_000, "Filen är större än 26,2\u00a0MB."),
        (locked, "PDF-filen är skyddad med lösenord."),
    ],
)
def test_a_file_that_cannot_be_signed_is_told(
    paper: bytes, certificate: bytes, change: Callable[[bytes], bytes], sentence: str
) -> None:
    assert sentence in refusal(change(paper), certificate, "hemligt löfte")


def test_a_file_that_its_signer_has_locked_is_told(paper: bytes, certificate: bytes, locked_by_signer: bytes) -> None:
    assert "låst" in refusal(locked_by_signer, certificate, "hemligt löfte")


def test_a_form_that_makes_no_sense_is_told(paper: bytes, certificate: bytes, with_added: Callable[..., bytes]) -> None:
    odd = with_added(paper, lambda writer: writer.root_object.update({NameObject("/AcroForm"): NameObject("/X")}))
    assert "kan skrivas under här" in refusal(odd, certificate, "hemligt löfte")
