"""Papers to sign and certificate files to sign them with; the keys are made once. No network is to be reached."""

from __future__ import annotations

import socket
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, NoEncryption
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pypdf import PdfWriter

from itadmin.documents.content import Clause, Heading, Link, Paper, Profile
from itadmin.documents.pdf.render import render
from itadmin.services.signatures import sign

AT = datetime(2026, 11, 22, 13, 5, tzinfo=UTC)
UNLOCKING = "hemligt löfte"
FIRST, LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
ELSEWHERE = "http://ca.example/here"

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey


CertificateMaker = Callable[..., bytes]


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A try to reach anything fails the test."""

    def refuse(*arguments: Any, **_named: Any) -> None:
        pytest.fail(f"the network was asked for {arguments[1:]}")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.fixture(scope="session")
def own_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


@pytest.fixture(scope="session")
def long_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


@pytest.fixture(scope="session")
def certificate_file(own_key: ec.EllipticCurvePrivateKey) -> CertificateMaker:
    """Certificates of Åsa Öberg that tell where their issuer, and what it has withdrawn, can be asked for."""

    def make(key: Key = own_key, password: str = UNLOCKING, *, with_key: bool = True, **told: Any) -> bytes:
        certificate = _certificate(key, **told)
        lock = BestAvailableEncryption(password.encode()) if password else NoEncryption()
        return serialize_key_and_certificates(b"", key if with_key else None, certificate, None, lock)

    return make


def _certificate(
    key: Key, name: str = "Åsa Öberg", *, first: datetime = FIRST, last: datetime = LAST, for_signing: bool = True
) -> x509.Certificate:
    who = [(NameOID.COMMON_NAME, name), (NameOID.ORGANIZATION_NAME, "Melleruds kommun")]
    who.append((NameOID.SERIAL_NUMBER, "191212121212"))
    place = x509.UniformResourceIdentifier(ELSEWHERE)
    asked = [AuthorityInformationAccessOID.OCSP, AuthorityInformationAccessOID.CA_ISSUERS]
    use = {"content_commitment": for_signing, "key_agreement": not for_signing, "digital_signature": False}
    rest = ("key_encipherment", "data_encipherment", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only")
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(oid, text) for oid, text in who]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Kommunernas CA")]))
        .public_key(key.public_key())
        .serial_number(2026)
        .not_valid_before(first)
        .not_valid_after(last)
        .add_extension(x509.KeyUsage(**use, **dict.fromkeys(rest, False)), critical=True)
        .add_extension(
            x509.AuthorityInformationAccess([x509.AccessDescription(o, place) for o in asked]), critical=False
        )
        .add_extension(x509.CRLDistributionPoints([x509.DistributionPoint([place], None, None, None)]), critical=False)
        .sign(key, None if isinstance(key, ed25519.Ed25519PrivateKey) else SHA256())
    )


@pytest.fixture(scope="session")
def certificate(certificate_file: CertificateMaker) -> bytes:
    return certificate_file()


@pytest.fixture(scope="session")
def paper() -> bytes:
    """A tagged paper of two pages with a link on it, as the program makes them."""
    clauses = tuple(Clause("Driftenheten övervakar, underhåller och dokumenterar miljön. " * 3) for _ in range(14))
    body = (Heading("Drift", key="drift"), *clauses, Clause(("Se ", Link("avsnitt 1", "drift"), ".")))
    return render(Paper(title="Driftavtal", created=AT, profile=Profile("Melleruds kommun"), body=body))


@pytest.fixture(scope="session")
def signed_by(certificate: bytes) -> Callable[..., bytes]:
    """Signs a file with a certificate file, Åsa Öberg's when no other is given."""

    def signed(content: bytes, file: bytes = certificate, **told: Any) -> bytes:
        return sign(content, file, **{"password": UNLOCKING, "at": AT, **told})

    return signed


@pytest.fixture(scope="session")
def signed(paper: bytes, signed_by: Callable[..., bytes]) -> bytes:
    return signed_by(paper, reason="Avtal ingås", place="Mellerud")


@pytest.fixture(scope="session")
def signed_twice(signed: bytes, signed_by: Callable[..., bytes], certificate_file: CertificateMaker) -> bytes:
    return signed_by(signed, certificate_file(name="Örjan Ek"))


@pytest.fixture(scope="session")
def with_added() -> Callable[[bytes, Callable[[PdfWriter], object]], bytes]:
    """A file to whose end another program has added a change."""

    def added(content: bytes, change: Callable[[PdfWriter], object]) -> bytes:
        writer, output = PdfWriter(BytesIO(content), incremental=True), BytesIO()
        change(writer)
        writer.write(output)
        assert output.getvalue().startswith(content)
        return output.getvalue()

    return added


@pytest.fixture(scope="session")
def locked_by_signer(paper: bytes, certificate: bytes) -> bytes:
    """A file whose signer allows nothing more to be added."""
    metadata = PdfSignatureMetadata("Lås", certify=True, docmdp_permissions=MDPPerm.NO_CHANGES)
    signer = SimpleSigner.load_pkcs12_data(certificate, (), UNLOCKING.encode())
    output: bytes = PdfSigner(metadata, signer).sign_pdf(IncrementalPdfFileWriter(BytesIO(paper))).getvalue()
    return output
