"""A certificate file and a PDF for the tests of signing on the screen, made without anything of the screen."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID

from itadmin.documents.content import Clause, Paper, Profile
from itadmin.documents.pdf.render import render


@pytest.fixture(scope="session")
def unlocking() -> str:
    """The password of the certificate file."""
    return "hemligt"


@pytest.fixture(scope="session")
def certificate(unlocking: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Åsa Öberg's certificate file."""
    key = generate_private_key(SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Åsa Öberg")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2090, 1, 1, tzinfo=UTC))
        .sign(key, SHA256())
    )
    path = tmp_path_factory.mktemp("certifikat") / "asa.p12"
    lock = BestAvailableEncryption(unlocking.encode())
    path.write_bytes(serialize_key_and_certificates(None, key, made, None, lock))
    return path


@pytest.fixture(scope="session")
def paper() -> bytes:
    """A paper of one page."""
    made = datetime(2026, 11, 22, tzinfo=UTC)
    return render(Paper(title="Driftavtal", created=made, profile=Profile("Mellerud"), body=(Clause("En punkt."),)))
