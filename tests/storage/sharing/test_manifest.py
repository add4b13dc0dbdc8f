"""What a share file says of itself, read without trust."""

import json
from typing import Any

import pytest

from itadmin.storage.sharing.canonical import canonical
from itadmin.storage.sharing.manifest import Manifest, Version, manifest_from
from itadmin.storage.sharing.refused import NewerError, RefusedError


def test_it_comes_out_as_it_was_put_in(manifest: Manifest) -> None:
    assert manifest_from(manifest.to_bytes()) == manifest


def test_the_first_file_has_none_before_it(manifest: Manifest) -> None:
    said = json.loads(manifest.to_bytes())
    assert manifest_from(canonical({**said, "previous": None})).previous is None


def test_what_is_not_known_is_passed_over(manifest: Manifest) -> None:
    said = json.loads(manifest.to_bytes())
    assert manifest_from(canonical({**said, "later": {"a": 1}, "sender": {**said["sender"], "more": 1}})) == manifest


@pytest.mark.parametrize(
    "values",
    [
        {"format": 2},
        {"format": True},
        {"format": None},
        {"critical": ["something"]},
        {"critical": None},
        {"program": ""},
        {"program": 1},
        {"sender": None},
        {"sender": {"id": "1439", "code": "1439", "name": "Färgelanda"}},
        {"sender": {"id": "5D0F6C1E-3A52-4B7E-9C44-8F1D2E6B70A3", "code": "1439", "name": "Färgelanda"}},
        {"sender": {"id": "5d0f6c1e-3a52-4b7e-9c44-8f1d2e6b70a3", "code": "14 39", "name": "Färgelanda"}},
        {"sender": {"id": "5d0f6c1e-3a52-4b7e-9c44-8f1d2e6b70a3", "code": "1439", "name": "Färge\u202elanda"}},
        {"sender": {"id": "5d0f6c1e-3a52-4b7e-9c44-8f1d2e6b70a3", "code": "1439", "name": "x" * 301}},
        {"sender": {"id": "5d0f6c1e-3a52-4b7e-9c44-8f1d2e6b70a3", "code": "1439", "name": "två\nrader"}},
        {"number": 0},
        {"number": True},
        {"number": 2**63},
        {"version": -1},
        {"version": 1.5},
        {"digest": "AB" * 32},
        {"digest": "ab"},
        {"previous": 5},
        {"previous": {"version": 1}},
        {"profile": {"key": "../x", "name": "Grannar"}},
        {"profile": {"key": "grannar", "name": ""}},
        {"created": "2026-11-22"},
        {"created": "2026-11-22T12:00:00"},
        {"created": "i går"},
        {"created": 5},
        {"created": "9999-12-31T23:59:59+00:00"},
        {"created": "0001-01-01T00:00:00+00:00"},
        {"tables": None},
        {"member": None},
        {"member": {"size": 1, "sha256": "ab"}},
        {"public_key": "ab"},
    ],
)
def test_what_is_not_of_its_kind_is_refused(manifest: Manifest, values: dict[str, Any]) -> None:
    said = json.loads(manifest.to_bytes())
    with pytest.raises(RefusedError):
        manifest_from(canonical({**said, **values}))


@pytest.mark.parametrize("values", [{"format": 2}, {"critical": ["something"]}])
def test_what_a_later_version_makes_is_told_from_what_is_damaged(manifest: Manifest, values: dict[str, Any]) -> None:
    said = json.loads(manifest.to_bytes())
    with pytest.raises(NewerError):
        manifest_from(canonical({**said, **values}))


def test_nothing_that_is_known_may_be_left_out(manifest: Manifest) -> None:
    said = json.loads(manifest.to_bytes())
    for name in set(said) - {"previous", "sample"}:
        with pytest.raises(RefusedError):
            manifest_from(canonical({key: value for key, value in said.items() if key != name}))


def test_a_manifest_has_a_largest_size(manifest: Manifest) -> None:
    said = json.loads(manifest.to_bytes())
    with pytest.raises(RefusedError):
        manifest_from(canonical({**said, "later": "x" * 1024 * 1024}))


def test_the_newer_is_told_by_clock_and_then_by_content() -> None:
    version = Version(5, "bb")
    assert version.is_newer_than(None)
    assert version.is_newer_than(Version(4, "cc"))
    assert version.is_newer_than(Version(5, "aa"))
    assert not version.is_newer_than(version)
    assert not version.is_newer_than(Version(6, "aa"))


def test_who_does_not_say_that_it_is_invented_is_real(manifest: Manifest) -> None:
    said = json.loads(manifest.to_bytes())
    del said["sample"]
    assert not manifest_from(canonical(said)).sample
    with pytest.raises(RefusedError):
        manifest_from(canonical({**said, "sample": "ja"}))
