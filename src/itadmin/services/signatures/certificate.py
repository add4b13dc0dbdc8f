"""A certificate file (PKCS#12) and what must be true of it before it signs. Keeps no password.

Knows nothing of PDF.
"""

from __future__ import annotations

from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization.pkcs12 import PKCS12KeyAndCertificates, load_pkcs12
from cryptography.x509 import Certificate, ExtensionNotFound, KeyUsage
from pyhanko.sign.signers import SimpleSigner

from itadmin.domain.problems import KnownError

_LARGEST = 1_000_000
_SHORTEST_RSA = 2048
_SEQUENCE = 0x30


def signer_of(certificate: bytes, password: str, at: datetime) -> SimpleSigner:
    """What signs with the key of a certificate file.

    Raises KnownError when the file is none, the password is wrong, or the certificate may not sign at `at`.
    """
    file = _opened(certificate, password)
    _must_sign(file, at)
    made: SimpleSigner = SimpleSigner.load_pkcs12_data(certificate, (), password.encode() or None)
    return made


def _opened(certificate: bytes, password: str) -> PKCS12KeyAndCertificates:
    if len(certificate) > _LARGEST or certificate[:1] != bytes([_SEQUENCE]):
        raise KnownError("Filen är ingen certifikatfil. Välj en fil som slutar på .p12 eller .pfx.")
    try:
        return load_pkcs12(certificate, password.encode() or None)
    except ValueError as error:
        raise KnownError(
            "Certifikatfilen gick inte att öppna. Kontrollera lösenordet, och att filen slutar på .p12 eller .pfx.",
            details=str(error),
        ) from error


def _must_sign(file: PKCS12KeyAndCertificates, at: datetime) -> None:
    if file.key is None or file.cert is None:
        raise KnownError(
            "Certifikatfilen saknar privat nyckel. Exportera certifikatet igen, tillsammans med sin privata nyckel."
        )
    if not isinstance(file.key, RSAPrivateKey | EllipticCurvePrivateKey):
        raise KnownError(
            "Certifikatets nyckel är av ett slag som inte går ihop med arkivformatet. Använd ett med RSA eller ECDSA."
        )
    if file.key.key_size < _SHORTEST_RSA and isinstance(file.key, RSAPrivateKey):
        raise KnownError(f"Certifikatets nyckel är för kort. Använd ett med minst {_SHORTEST_RSA} bitar.")
    certificate = file.cert.certificate
    if at < certificate.not_valid_before_utc:
        raise KnownError(
            f"Certifikatet gäller först från {certificate.not_valid_before_utc.astimezone():%Y-%m-%d}. "
            "Vänta till dess, eller välj ett annat."
        )
    if at > certificate.not_valid_after_utc:
        raise KnownError(
            f"Certifikatet gick ut {certificate.not_valid_after_utc.astimezone():%Y-%m-%d}. Välj ett som gäller."
        )
    if not _is_for_signing(certificate):
        raise KnownError("Certifikatet är inte utfärdat för underskrift. Välj ett som är det.")


def _is_for_signing(certificate: Certificate) -> bool:
    """Whether a certificate that says what it is for says signing."""
    try:
        use = certificate.extensions.get_extension_for_class(KeyUsage).value
    except ExtensionNotFound:
        return True
    return use.digital_signature or use.content_commitment
