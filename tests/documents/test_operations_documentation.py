"""Driftdokumentationen: what an open agreement leaves out, as a paper of its own."""

from typing import Any

import pytest

from itadmin.documents.catalogue import prepare
from itadmin.domain.record import stored_fields
from itadmin.domain.registers import REGISTERS

SECRETS = ("Hemlig hall", "Hemlig databas", "Hemligt operativsystem", "Hemlig klient", "Hemlig inloggning")


def documentation(example: Any, *, draft: bool = False) -> Any:
    return prepare("operations_documentation", example.reading, example.agreement, draft=draft)


def with_flows(example: Any) -> Any:
    system = str(example.system)
    return example.adding(
        "integrations",
        {"id": 71, "name": "Verifikat", "source": system, "external_party": "Banken", "technique": "sftp.exempel"},
        {"id": 72, "name": "Attester", "target": system, "external_party": "Katalogen", "kind": "api"},
    )


def test_the_paper_as_text(example: Any, text_of: Any, matches_expected: Any) -> None:
    made = documentation(with_flows(example))
    assert (made.missing, made.untold, made.paper.draft) == ((), (), False)
    assert made.file_name == "Driftdokumentation_Kvarnen_2026-11-22.pdf"
    matches_expected("operations_documentation.txt", text_of(made.paper))


def test_it_tells_what_an_open_agreement_leaves_out(example: Any, text_of: Any) -> None:
    text = text_of(documentation(with_flows(example)).paper)
    told = (*SECRETS, "Annan byggnad än driftstället", "Frånkopplat medium", "sftp.exempel", "24 månader")
    assert [secret for secret in told if secret not in text.replace("\u00a0", " ")] == []


def test_every_page_says_that_it_is_tested_before_it_is_handed_out(example: Any) -> None:
    paper = documentation(example.read_as(is_sample=True)).paper
    assert paper.marks == ("ÖVNINGSDATA", "SEKRETESSPRÖVAS")
    assert paper.body[0].text == "Kan omfattas av sekretess. Prövning görs vid utlämnande."


def test_it_says_which_appendix_of_which_agreement_it_is(example: Any, text_of: Any) -> None:
    text = text_of(documentation(example).paper)
    assert "Hör till: Driftavtal DA-2026-014, bilaga 6\nDiarienummer: KS 2026/0149\n" in text
    alone = text_of(documentation(example.agreed(appendices=None)).paper)
    assert "Hör till: Driftavtal DA-2026-014\nVersion" in alone


def test_what_is_not_known_is_told_as_a_gap_and_may_be_filled_in(example: Any, text_of: Any) -> None:
    changed = example.with_system(placement=None, database=None)
    final, draft = documentation(changed), documentation(changed, draft=True)
    assert final.missing == ()
    assert [(gap.label, gap.register, gap.record_id, gap.field) for gap in final.untold] == [
        ("Placering för Kvarnen", "systems", example.system, "placement"),
        ("Databas för Kvarnen", "systems", example.system, "database"),
    ]
    assert "Placering: Uppgift saknas\n" in text_of(final.paper)
    assert draft.missing == final.untold
    assert "Placering: [Uppgift saknas: placering för Kvarnen]\n" in text_of(draft.paper)


def test_of_a_cloud_service_nobody_asks_for_servers(example: Any, text_of: Any) -> None:
    made = documentation(example.with_system(hosting="saas", placement=None))
    assert made.untold == ()
    assert "Placering" not in text_of(made.paper)


def test_a_system_with_sakerhetsskydd_is_named_and_no_more(two_systems: Any, text_of: Any) -> None:
    changed = with_flows(two_systems).with_system(
        security_protection=True,
        backup_frequency="Var tolfte minut",
        placement="Skyddad plats",
        access_rights=[{"name": "Skyddad behörighet"}],
    )
    text = text_of(documentation(changed).paper)
    assert "Systemet omfattas av säkerhetsskydd." in text
    assert [word for word in ("Skyddad plats", "Skyddad beh", "tolfte minut", "sftp.exempel") if word in text] == []
    assert "Placering: Hemlig hall" in text


@pytest.mark.parametrize("draft", [True, False])
def test_an_agreement_that_says_nearly_nothing_gives_a_paper(example: Any, text_of: Any, draft: bool) -> None:
    kept = ("title", "kind")
    fields = stored_fields(REGISTERS["agreements"].record)
    bare = example.agreed(**{name: None for name in fields if name not in kept})
    text = text_of(documentation(bare, draft=draft).paper)
    assert text.count("Inget är registrerat.") == 3
    assert "Inga integrationer är registrerade." in text
    assert "Inga kontaktvägar är angivna." in text
