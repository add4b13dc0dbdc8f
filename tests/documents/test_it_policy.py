"""IT-policy med strategier, made of a register file: what it says and lacks, own chapters, odd registers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pypdfium2
import pytest

from itadmin.documents.catalogue import IncompleteError, Prepared, prepare
from itadmin.documents.content import DataTable, Ladder, Paragraph
from itadmin.documents.making import make
from itadmin.documents.numbering import walk
from itadmin.documents.proposals import PROPOSAL
from itadmin.documents.worked_out import worked_out
from itadmin.domain.fields import LongText, Text
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import KnownError
from itadmin.domain.record import stored_fields
from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace

TYPE = "it_policy"
BENGTSFORS, AMAL, SAFFLE = (str(municipality_id(code)) for code in ("1460", "1492", "1785"))
CHAPTERS = {"inledning", "riktlinjer", "organisation", "samverkan", "kompetens", "finansiering"}
DOCUMENT = {
    "title": "IT-policy med strategier",
    "kind": "policy",
    "template": "it_policy",
    "version": "1.0",
    "status": "remiss",
    "registry_number": "KS 2026/0211",
    "municipalities": [AMAL, BENGTSFORS],
    "valid_from": "2027-01-01",
    "valid_until": "2031-12-31",
    "revise_by": "2030-06-30",
    "responsible_function": "IT-chefsgruppen",
}
HOSTILE = "<b>x</b> & {{9*9}} [a](https://b.example) %s \\n \U0001f600 漢字 \u202e\x07 **| # - " + "Å" * 60


@dataclass
class Policy:
    """A register with a policy; whatever is added is added to the register."""

    workspace: Workspace
    document: UUID

    def add(self, register: str, **values: Any) -> str:
        return str(self.workspace.records.add(register, values))

    def change(self, **values: Any) -> None:
        self.workspace.records.save("steering_documents", self.document, values)

    def system(self, name: str, **values: Any) -> str:
        return self.add("systems", name=name, **{"lifecycle": "i_drift", **values})

    def level(self, system: str, kommun: str, level: str, target: str | None = None) -> None:
        self.add("cooperation_levels", system=system, municipality=kommun, level=level, target_level=target)

    def decision(self, kommun: str, body: str | None, status: str, **values: Any) -> str:
        row = {"document": str(self.document), "municipality": kommun, "body": body, "status": status, **values}
        return self.add("steering_decisions", **row)

    def goal(self, wording: str, **values: Any) -> str:
        told = {"area": "samverkan", "year": 2030, "status": "pagar", **values}
        return self.add("goals", wording=wording, document=str(self.document), **told)

    def chapter(self, heading: str, text: str, **values: Any) -> str:
        told = {"manner": "ersatter", "heading": heading, "text": text, "document": str(self.document), **values}
        return self.add("steering_chapters", **told)

    def prepare(self, *, draft: bool = False) -> Prepared:
        return prepare(TYPE, self.workspace.reading(), self.document, draft=draft)

    def make(self, *, draft: bool = False) -> bytes:
        return make(TYPE, self.workspace.reading(), self.document, draft=draft)

    def lacking(self) -> dict[str, tuple[str, str]]:
        return {value.label: (value.register, value.field) for value in self.prepare().missing}

    def table(self, caption: str) -> list[tuple[Any, ...]]:
        blocks = [placed.block for placed in walk(self.prepare().paper)]
        return next(list(block.rows) for block in blocks if isinstance(block, DataTable) and block.caption == caption)

    def note(self, caption: str) -> str:
        """The small print below a table or ladder."""
        blocks = [placed.block for placed in walk(self.prepare().paper)]
        return next(b.note for b in blocks if isinstance(b, DataTable | Ladder) and b.caption == caption)


@pytest.fixture
def bare(workspace: Workspace) -> Policy:
    """A policy that nobody has decided or set goals for, in an empty register."""
    return Policy(workspace, workspace.records.add("steering_documents", dict(DOCUMENT)))


@pytest.fixture
def policy(bare: Policy) -> Policy:
    """A policy that lacks nothing, of two kommuner and some systems."""
    taken = {"decided_on": "2026-10-28", "paragraph": "88", "registry_number": "KS 2026/0211"}
    bare.decision(BENGTSFORS, "KF", "faststalld", **taken)
    bare.decision(BENGTSFORS, "KS", "faststalld", part="Strategierna", **taken)
    bare.decision(AMAL, "KF", "vantar")
    bare.decision(AMAL, "KS", "faststalld", **{**taken, "registry_number": "2026-301"})
    bare.goal("Alla system har systemägare.", measure="andel_systemagare", target_percent=10_000, year=2028)
    bare.goal("Kostnader fördelas efter beslutad modell.", area="finansiering", status="klar", year=2027)
    ours, theirs = (bare.system(name, area="Ekonomi", category="verksamhetssystem") for name in ("Kvarnen", "Ekot"))
    bare.add("roles", system=ours, kind="systemagare", function="Ekonomichef")
    bare.level(ours, BENGTSFORS, "5")
    bare.level(ours, AMAL, "4", "5")
    bare.level(theirs, BENGTSFORS, "2", "3")
    bare.add("agreements", title="Driftavtal", kind="driftavtal", status="gallande", systems=[ours])
    return bare


def text_in(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))


def test_the_paper_as_text(policy: Policy, text_of: Any, matches_expected: Any) -> None:
    made = policy.prepare()
    assert made.missing == ()
    assert made.file_name == "IT-policy-med-strategier_2027-2031_v1.0.pdf"
    matches_expected("it_policy.txt", text_of(made.paper))


@pytest.mark.parametrize(("status", "is_proposal"), [("vantar", True), ("aterremitterad", True), ("faststalld", False)])
def test_it_is_a_proposal_until_the_own_kommun_has_decided_all_of_it(
    bare: Policy, text_of: Any, status: str, is_proposal: bool
) -> None:
    bare.decision(AMAL, "KF", "faststalld")
    bare.decision(BENGTSFORS, "KF", "faststalld")
    bare.decision(BENGTSFORS, "KS", status)
    for draft in (False, True):
        paper = bare.prepare(draft=draft).paper
        assert (PROPOSAL in paper.marks) is is_proposal
        assert ("förslag till beslut" in paper.footer_left) is is_proposal
        text = text_of(paper).replace("\u00a0", " ")
        assert ("\nStatus: Förslag till beslut\n" in text) is is_proposal
        assert ("Status: Förslag till beslut i Bengtsfors kommun" in text) is is_proposal
        assert ("Status: Fastställd i 2 av 2 kommuner" in text) is not is_proposal


def test_it_conforms_and_is_the_same_each_time(policy: Policy, faults: Any) -> None:
    content = policy.make()
    assert faults(content) == []
    assert content == policy.make()


def test_it_looks_as_the_papers_of_the_kommun_do(policy: Policy) -> None:
    policy.add("paper_profiles", name="Dalslandssamverkan", organisation=BENGTSFORS, accent="#7A1F1F")
    profile = policy.prepare().paper.profile
    assert (profile.organisation, profile.accent) == ("Dalslandssamverkan", "#7A1F1F")


def test_it_is_of_a_policy_and_nothing_else(policy: Policy) -> None:
    with pytest.raises(KnownError, match="Välj vilken IT-policy"):
        prepare(TYPE, policy.workspace.reading(), None, draft=True)


# What it lacks


def test_what_the_document_must_say(bare: Policy) -> None:
    fields = ("valid_from", "valid_until", "version", "revise_by", "responsible_function")
    bare.change(**dict.fromkeys(fields))
    bare.change(municipalities=[])
    found = bare.lacking()
    assert {field for register, field in found.values() if register == "steering_documents"} == {
        *fields,
        "municipalities",
    }
    with pytest.raises(IncompleteError, match="Kommuner"):
        bare.make()


def test_each_kommun_must_have_somebody_who_decides(bare: Policy) -> None:
    found = {value.label: value for value in bare.prepare().missing}
    begun = (("document", str(bare.document)), ("municipality", AMAL), ("status", "vantar"))
    assert found["Beslut i Åmål"].begun == begun
    assert (found["Beslut i Åmål"].register, found["Beslut i Åmål"].record_id) == ("steering_decisions", None)
    assert found["Mål för perioden"].begun == (("document", str(bare.document)),)


def test_a_decision_that_is_taken_says_when_and_where(policy: Policy) -> None:
    policy.decision(AMAL, None, "vantar")
    policy.decision(BENGTSFORS, "namnd", "faststalld")
    labels = ("Beslutsdag, nämnd i Bengtsfors", "Paragraf, nämnd i Bengtsfors", "Diarienummer, nämnd i Bengtsfors")
    assert policy.lacking() == {
        **{label: ("steering_decisions", field) for label, field in zip(labels, FIELDS, strict=True)},
        "Beslutsinstans, beslut i Åmål": ("steering_decisions", "body"),
    }


FIELDS = ("decided_on", "paragraph", "registry_number")


@pytest.mark.parametrize(
    ("values", "told", "number"),
    [
        ({}, "Fastställd", ""),
        ({"decided_on": "2026-10-21"}, "2026-10-21", ""),
        ({"decided_on": "2026-10-21", "paragraph": "9", "registry_number": "7"}, "2026-10-21 § 9", "7"),
    ],
)
def test_of_a_neighbours_decision_what_is_known_is_told(
    bare: Policy, values: dict[str, str], told: str, number: str
) -> None:
    bare.decision(AMAL, "KF", "faststalld", **values)
    assert not any("Åmål" in label for label in bare.lacking())
    front = next(block for block in bare.prepare().paper.front if isinstance(block, DataTable))
    (short,) = [row[1] for row in front.rows if row[0] == "Åmål"]
    (full,) = [row for row in bare.table("Beslutsförteckning") if row[0] == "Åmål"]
    assert str(short).replace("\u00a0", " ") == told
    assert full[4:] == (number, "Fastställd")


def test_a_goal_says_when_of_what_and_how_it_goes(policy: Policy) -> None:
    goal = policy.goal("Alla ska kunna logga in. " * 9, year=None, area=None, status=None)
    missing = policy.prepare().missing
    assert {(str(value.record_id), value.field) for value in missing} == {
        (goal, "area"),
        (goal, "year"),
        (goal, "status"),
    }
    assert max(len(value.label) for value in missing) < 80


READINGS = [
    {"measured_on": "2026-06-30", "percent": 6990},
    {"measured_on": "2025-12-31", "percent": 4000},
    {"measured_on": "2026-12-31", "percent": 9000},
]


@pytest.mark.parametrize(
    ("values", "outcome"),
    [
        ({"readings": READINGS, "target_percent": 8000}, "69 % (2026-06-30), mål 80 %"),
        ({"readings": READINGS}, "69 % (2026-06-30)"),
        ({"target_percent": 8000}, "Följs för hand, mål 80 %"),
        ({}, "Följs för hand"),
        ({"measure": "andel_systemagare", "readings": READINGS, "target_percent": 8000}, "0 %, mål 80 %"),
        ({"measure": "andel_pub", "target_percent": 8000}, "Inget att räkna, mål 80 %"),
    ],
)
def test_every_goal_tells_how_far_it_has_come_or_why_that_is_not_told(
    bare: Policy, values: dict[str, Any], outcome: str
) -> None:
    bare.system("Kvarnen", personal_data=False)
    bare.goal("Ett mål.", **values)
    assert ("avlästa för hand" in bare.note("Mål per område")) == ("(" in outcome)
    assert bare.table("Mål per område")[0][-1].replace("\u00a0", " ") == outcome


@pytest.mark.parametrize("kommuner", [[BENGTSFORS, AMAL], [BENGTSFORS]])
def test_figures_say_whose_register_they_are_counted_from(bare: Policy, text_of: Any, kommuner: list[str]) -> None:
    bare.change(municipalities=kommuner)
    bare.system("Kvarnen", scope="kommungemensamt", competent_people=2)
    text = text_of(bare.prepare().paper)
    sentence = (
        "Bengtsfors kommuns systemregister omfattar 1 system i drift den 22 november 2026. Ett av dem är gemensamt"
    )
    assert f"{sentence} för flera kommuner." in text
    assert ("inte ur de andra kommunernas" in text) == (len(kommuner) > 1)
    assert "är hämtade ur Bengtsfors kommuns systemregister den 22 november 2026." in text
    assert text.count("Källa: Bengtsfors kommuns systemregister 2026-11-22.") == text.count("Källa: Bengt")


@pytest.mark.parametrize(
    "caption",
    [
        "Nuläge i siffror",
        "Mål per område",
        "Ansvar för gemensamma system",
        "Vad nivåerna innebär",
        "Samverkanstrappan med systemens plats på den",
        "Samverkansnivå per system och kommun",
    ],
)
def test_what_is_counted_says_so_below(policy: Policy, caption: str) -> None:
    assert "Källa: Bengtsfors kommuns systemregister 2026-11-22." in policy.note(caption)


def test_a_draft_lists_and_marks_what_it_lacks(bare: Policy) -> None:
    text = text_in(bare.make(draft=True))
    assert "Uppgifter som saknas" in text
    assert "[Uppgift saknas: mål för perioden]" in text
    assert "Inte beslutad" in text


def test_without_an_end_the_period_is_from_its_year(policy: Policy, text_of: Any) -> None:
    policy.change(valid_until=None, open_ended=True)
    assert policy.lacking() == {}
    text = text_of(policy.prepare().paper)
    assert "Bengtsfors och Åmål från 2027" in text
    assert "Från 2027-01-01 tills vidare" in text


def test_years_in_the_title_are_not_told_again(policy: Policy) -> None:
    policy.change(title="IT-policy 2027–2031")
    made = policy.prepare()
    assert made.file_name == "IT-policy-2027-2031_v1.0.pdf"
    assert made.paper.subtitle == "Bengtsfors och Åmål"
    assert made.paper.header_right == "IT-policy 2027–2031 · Dnr KS 2026/0211"


def test_who_is_responsible_may_be_told_by_a_person_but_is_never_named(policy: Policy, text_of: Any) -> None:
    person = policy.add("people", name="Kim Exempel", title="IT-strateg")
    policy.change(responsible_function="", responsible=person)
    text = text_of(policy.prepare().paper)
    assert "Dokumentansvarig: IT-strateg" in text
    assert "Kim Exempel" not in text


# Decisions


@pytest.mark.parametrize(
    ("council", "board", "state"),
    [
        ("faststalld", "faststalld", "Fastställd"),
        ("faststalld", "vantar", "Policyn fastställd"),
        ("aterremitterad", "faststalld", "Strategierna fastställda"),
        ("avslagen", "vantar", "Inte beslutad"),
    ],
)
def test_where_the_decisions_leave_a_kommun(bare: Policy, council: str, board: str, state: str) -> None:
    taken = {"decided_on": "2026-10-28", "paragraph": "§ 88", "registry_number": "1"}
    for body, status in (("KF", council), ("KS", board)):
        bare.decision(BENGTSFORS, body, status, **taken)
    front = next(block for block in bare.prepare().paper.front if isinstance(block, DataTable))
    assert front.rows[0][0] == "Bengtsfors"
    assert front.rows[0][-1] == state
    number = 1 if state == "Fastställd" else 0
    assert front.note.replace("\u00a0", " ").startswith(f"Fastställd i {number} av 2 kommuner.")


# Its text


def test_a_kommun_writes_a_chapter_anew_and_keeps_what_is_worked_out(policy: Policy, text_of: Any) -> None:
    policy.chapter("Vart vi vill", "Våra egna ord om {{period}}.\n\n{{mal}}\n", key="riktlinjer")
    policy.chapter("Bara vårt", "Det här gäller oss. {{egen_sak}}", place=900, municipality=BENGTSFORS)
    policy.chapter("Åmåls eget", "Gäller inte här.", place=900, municipality=AMAL)
    policy.chapter("Kompetens", "", key="kompetens", manner="utelamnas")
    text = text_of(policy.prepare().paper)
    assert "# 2 Vart vi vill\nVåra egna ord om 2027–2031.\nTabell" in text
    assert "Syn på IT" not in text
    assert "# 6 Bara vårt\nDet här gäller oss. [Uppgift saknas: egen_sak]" in text
    assert "Åmåls eget" not in text
    assert "Ett system gör nytta" not in text
    assert policy.lacking() == {"Egen_sak": ("document_variables", "value")}
    policy.add("document_variables", name="egen_sak", value="Den är klar.")
    assert policy.lacking() == {}


def test_a_policy_without_chapters_lacks_them(policy: Policy) -> None:
    for key in CHAPTERS:
        policy.chapter("Bort", "", key=key, manner="utelamnas")
    assert policy.lacking() == {"Kapitel": ("steering_chapters", "heading")}


def test_the_first_paragraph_opens_the_paper(policy: Policy) -> None:
    paragraphs = [block for block in policy.prepare().paper.body if isinstance(block, Paragraph)]
    assert [paragraph.style for paragraph in paragraphs[:2]] == ["lead", "normal"]


# What the register holds


def test_the_documents_beside_are_listed_where_they_belong(policy: Policy, text_of: Any) -> None:
    for title, template in (("IT-instruktion Drift", "it_instruktion_drift"), ("Riktlinje för e-post", "egen_text")):
        policy.add("steering_documents", title=title, template=template, version="2", status="faststalld")
    policy.add("steering_documents", title="Informationssäkerhetspolicy", status="remiss")
    policy.add("steering_documents", title="Gammal plan", status="ersatt")
    before = policy.add("steering_documents", title="IT-policy 2022–2026", status="faststalld", version="1.2")
    policy.change(replaces=before)
    text = text_of(policy.prepare().paper)
    _, _, appendix = text.partition("## Bilaga A–C")
    a, b, c = (appendix.index(f"# {letter} ") for letter in "ABC")
    assert a < appendix.index("Riktlinje för e-post | 2 | Bengtsfors kommun") < b
    assert b < appendix.index("Tas fram: Informationssäkerhetspolicy.") < c
    assert c < appendix.index("IT-instruktion Drift | 2 | Bengtsfors kommun")
    assert "Gammal plan" not in text
    assert text.count("IT-policy 2022–2026") == 1
    assert "Ersätter: IT-policy 2022–2026, version 1.2" in text
    assert text.count("Riktlinje för e-post") == 2


def test_documents_that_are_being_made_stand_below_those_in_force(policy: Policy) -> None:
    before = policy.add("steering_documents", title="Riktlinje för lösenord", status="faststalld")
    for title, values in (
        ("Riktlinje för lösenord, ny", {"replaces": before, "status": "utkast"}),
        ("Riktlinje för e-post", {"status": "remiss"}),
        ("IT-instruktion Drift", {}),
        ("IT-policy 2032–2036", {"replaces": str(policy.document)}),
    ):
        policy.add("steering_documents", title=title, **values)
    titles = [row[0] for row in policy.table("Styrande dokument")]
    assert titles == ["IT-policy med strategier", "Riktlinje för lösenord"]
    assert policy.note("Styrande dokument") == "Tas fram: IT-instruktion Drift och Riktlinje för e-post."


@pytest.mark.parametrize(
    ("kommuner", "adopted", "told"),
    [
        ([AMAL], [AMAL], "Åmål"),
        ([AMAL, BENGTSFORS], [AMAL], "1 av 2 kommuner"),
        ([], [BENGTSFORS], "Bengtsfors"),
        ([], [], "Bengtsfors kommun"),
    ],
)
def test_where_a_document_beside_is_adopted(policy: Policy, kommuner: list[str], adopted: list[str], told: str) -> None:
    values = {"title": "Riktlinje", "status": "faststalld", "municipalities": kommuner}
    beside = policy.add("steering_documents", **values)
    for kommun in adopted:
        row = {"document": beside, "municipality": kommun, "body": "KS", "status": "faststalld"}
        policy.add("steering_decisions", **row)
    assert policy.table("Styrande dokument")[1][2].replace("\u00a0", " ") == told


def test_nothing_is_said_of_documents_that_there_are_not(policy: Policy, text_of: Any) -> None:
    _, _, appendix = text_of(policy.prepare().paper).partition("## Bilaga A–C")
    appendix, _, _ = appendix.partition("## Bilaga D")
    assert "registrera" not in appendix
    assert "Tas fram" not in appendix
    assert "|" not in appendix


@pytest.mark.parametrize(
    ("hosting", "kind", "values", "told"),
    [
        ("egen_drift", "driftavtal", {"status": "gallande"}, "Gällande"),
        ("egen_drift", "driftoverenskommelse", {"status": "forhandling"}, "Under förhandling"),
        ("egen_drift", "driftavtal", {"status": "gallande", "first_term_ends_on": "2028-11-22"}, "Löper ut 2028-11-22"),
        ("egen_drift", "driftavtal", {"status": "gallande", "first_term_ends_on": "2028-11-23"}, "Gällande"),
        ("egen_drift", "supportavtal", {"status": "gallande"}, "Saknas"),
        ("saas", "molntjanstavtal", {"status": "gallande"}, "Leverantörens avtal"),
        ("saas", "molntjanstavtal", {"status": "upphort"}, "Saknas"),
    ],
)
def test_how_the_agreement_on_operation_stands(
    bare: Policy, hosting: str, kind: str, values: dict[str, Any], told: str
) -> None:
    system = bare.system("Kvarnen", scope="kommungemensamt", hosting=hosting)
    bare.add("agreements", title="Avtal", kind=kind, systems=[system], starts_on="2020-01-01", **values)
    (row,) = bare.table("Ansvar för gemensamma system")
    assert row[-1] == told


def test_of_several_agreements_the_one_in_force_is_told(bare: Policy) -> None:
    system = bare.system("Kvarnen", scope="kommungemensamt")
    for status in ("utkast", "gallande", "forhandling"):
        bare.add("agreements", title=status, kind="driftavtal", status=status, systems=[system])
    assert bare.table("Ansvar för gemensamma system")[0][-1] == "Gällande"


def test_names_of_levels_are_marked_where_they_are_explained_until_they_are_adopted(
    policy: Policy, text_of: Any
) -> None:
    def names() -> list[str]:
        return [row[1] for row in policy.table("Vad nivåerna innebär")]

    assert names()[2] == "Samma applikation*"
    assert text_of(policy.prepare().paper).count("Samma applikation*") == 1
    assert text_of(policy.prepare().paper).count("* Förslag till namn") == 1
    word = {"value_list": "samverkansniva", "code": "3", "name": "3 Lika system", "adopted_on": "2026-11-01"}
    policy.add("value_words", **word)
    assert names()[2:4] == ["Lika system", "Gemensam drift*"]


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2027-01-01", "2031-12-31", "5 år"),
        ("2027-03-15", "2028-03-14", "1 år"),
        ("2027-03-15", "2028-03-10", "11 månader"),
        ("2027-01-01", "2028-06-30", "1 år och 6 månader"),
        ("2027-01-01", "9999-12-31", "7 973 år"),
    ],
)
def test_how_long_it_holds(bare: Policy, first: str, last: str, told: str) -> None:
    bare.change(valid_from=first, valid_until=last, revise_by=last)
    assert bare.table("Styrande dokument")[0][1].replace("\u00a0", " ") == told


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ([None], "Hur många som kan varje gemensamt system är inte registrerat."),
        ([2, 1, None], "Den 22 november 2026 hade 1 av 2 gemensamma system minst två personer"),
        ([3], "Den 22 november 2026 hade 1 av 1 gemensamt system minst två personer"),
    ],
)
def test_how_many_know_the_joint_systems(bare: Policy, text_of: Any, known: list[int | None], told: str) -> None:
    for number, people in enumerate(known):
        bare.system(f"S{number}", scope="kommungemensamt", competent_people=people)
    assert told in text_of(bare.prepare().paper)


def test_people_who_are_judged_count_before_a_number_that_is_told(bare: Policy, text_of: Any) -> None:
    system = bare.system("Kvarnen", scope="kommungemensamt", competent_people=0)
    for name in ("Anna Ek", "Bo Åberg"):
        bare.add("competences", person=bare.add("people", name=name), system=system, level="3")
    assert "hade 1 av 1 gemensamt system minst två personer" in text_of(bare.prepare().paper)


def test_a_register_without_systems_gives_a_paper(bare: Policy, faults: Any) -> None:
    text = text_in(bare.make(draft=True))
    for sentence in ("Inga system i drift är registrerade.", "Ingen samverkansnivå är registrerad för något system."):
        assert sentence in " ".join(text.split())
    assert faults(bare.make(draft=True)) == []


def test_a_policy_of_one_kommun_shares_nothing(bare: Policy, text_of: Any) -> None:
    bare.change(municipalities=[BENGTSFORS])
    bare.decision(BENGTSFORS, "KF", "faststalld", decided_on="2026-10-28", paragraph="§ 88")
    text = text_of(bare.prepare().paper)
    assert "IT-policy med strategier / Bengtsfors kommun 2027–2031" in text
    assert "Policyn gäller en kommun, som bär hela kostnaden." in text
    assert "Fastställd i: 1 av 1 kommun" in text


def test_a_shared_cost_is_told_in_whole_kronor_that_add_up(policy: Policy) -> None:
    policy.change(municipalities=[str(municipality_id(code)) for code in ("1438", "1439", "1460", "1461", "1492")])
    *rows, total = policy.table("Invånare och fördelning av en gemensam kostnad")
    for column in (3, 4):
        parts = [int(row[column].replace("\u00a0", "")) for row in rows]
        assert (len(parts), sum(parts)) == (5, 1_000_000)
        assert total[column].replace("\u00a0", " ") == "1 000 000"


def test_inhabitants_of_different_days_are_never_put_together(bare: Policy, text_of: Any) -> None:
    bare.change(municipalities=[BENGTSFORS, SAFFLE])
    assert "Invånarantal för samma dag finns inte för Bengtsfors och Säffle." in text_of(bare.prepare().paper)


def test_two_that_say_they_are_the_same_kommun_are_not_put_together(bare: Policy, text_of: Any) -> None:
    again = bare.add("organisations", name="Bengtsfors en gång till", kind="kommun", municipality_code="1460")
    bare.change(municipalities=[BENGTSFORS, again])
    assert "Invånarantal för samma dag finns inte" in text_of(bare.prepare().paper)


def test_what_protects_the_others_is_counted_but_not_listed(policy: Policy, text_of: Any) -> None:
    policy.system("Brandväggen", category="infrastruktur")
    text = text_of(policy.prepare().paper)
    assert "Bengtsfors kommuns systemregister omfattar 3 system i drift" in text
    told = "Förteckningen tar upp 2 av de 3 system som var i drift den 22 november 2026 enligt Bengtsfors kommuns "
    assert told in text
    assert "Brandväggen" not in text


@pytest.mark.parametrize(("target", "told"), [("3", "→ 3"), ("2", "2"), ("1", "1"), (None, "")])
def test_a_target_points_on_until_it_is_reached(bare: Policy, target: str | None, told: str) -> None:
    system = bare.system("Kvarnen")
    bare.level(system, BENGTSFORS, "2", target)
    bare.level(system, AMAL, "2", None)
    assert bare.table("Samverkansnivå per system och kommun")[0][-1] == told


def test_a_kommun_that_decides_is_one_of_them_even_when_nobody_said_so(bare: Policy) -> None:
    bare.decision(SAFFLE, "KF", "vantar")
    assert [row[0] for row in bare.table("Beslutsförteckning")] == ["Bengtsfors", "Säffle", "Åmål"]


def test_a_hundred_and_fifty_systems(policy: Policy, faults: Any) -> None:
    for number in range(150):
        system = policy.system(f"System {number}", category="verksamhetssystem")
        for kommun in (BENGTSFORS, AMAL):
            policy.level(system, kommun, str(number % 4))
    content = policy.make()
    text = text_in(content)
    assert all(f"System {number}" in text for number in range(150))
    assert "Ytterligare" in text
    assert faults(content) == []
    steps = next(block for block in policy.prepare().paper.body if isinstance(block, Ladder)).steps
    assert [len(step.items) for step in steps] == [38, 37, 37, 1, 0]


def closed_texts(register: str) -> dict[str, str]:
    """A mark in every text of a register that may not stand in open papers, save what a person's position is called."""
    return {
        name: "HEMLIGT"
        for name, field in stored_fields(REGISTERS[register].record).items()
        if type(field) in (Text, LongText) and not field.exposure.open and (register, name) != ("people", "title")
    }


def test_nothing_that_is_not_open_stands_in_it(bare: Policy, text_of: Any) -> None:
    bare.change(**closed_texts("steering_documents"))
    system = bare.system("Kvarnen", scope="kommungemensamt", **closed_texts("systems"))
    person = bare.add("people", title="Ekonomichef", **closed_texts("people"))
    bare.add("roles", system=system, kind="systemagare", person=person, **closed_texts("roles"))
    level = {"system": system, "municipality": BENGTSFORS, "level": "4", **closed_texts("cooperation_levels")}
    bare.add("cooperation_levels", **level)
    agreement = {"title": "Driftavtal", "kind": "driftavtal", "status": "gallande", "systems": [system]}
    bare.add("agreements", **agreement, **closed_texts("agreements"))
    bare.goal("Ett mål.", responsible=person, **closed_texts("goals"))
    bare.decision(BENGTSFORS, "KF", "vantar", **closed_texts("steering_decisions"))
    text = text_of(bare.prepare().paper)
    assert "Kvarnen | – | Ekonomichef" in text
    assert "HEMLIGT" not in text


def test_whatever_is_typed_is_only_text(policy: Policy, text_of: Any, faults: Any) -> None:
    policy.change(title=HOSTILE, version="<b>", applies_to=HOSTILE, responsible_function=HOSTILE)
    policy.goal(HOSTILE)
    policy.chapter(HOSTILE, HOSTILE, key="syfte")
    taken = {"decided_on": "2026-01-01", "paragraph": "<i>", "registry_number": HOSTILE[:40]}
    policy.decision(BENGTSFORS, "KLG", "faststalld", **taken)
    system = policy.system(HOSTILE, area=HOSTILE, category="verksamhetssystem", function_rating="daligt")
    policy.add("roles", system=system, kind="systemagare", function=HOSTILE)
    policy.level(system, BENGTSFORS, "3")
    policy.add("steering_documents", title=HOSTILE, responsible_function=HOSTILE)
    assert "<b>x</b> &" in text_of(policy.prepare().paper)
    content = policy.make(draft=True)
    assert faults(content) == []
    assert b"/URI" not in content


def test_everything_that_is_worked_out_can_be_asked_for(policy: Policy) -> None:
    lines = "\n\n".join(f"{{{{{name}}}}}" for name in worked_out("it_policy"))
    policy.chapter("Allt", lines, place=900)
    assert policy.lacking() == {}


def test_very_many_kommuner_still_give_a_paper(bare: Policy, faults: Any) -> None:
    names = [f"Storkommunen med ett mycket långt namn {number}" for number in range(24)]
    kommuner = [bare.add("organisations", name=name, kind="kommun") for name in names]
    bare.change(municipalities=kommuner)
    for system in ("Kvarnen", "Ekot"):
        added = bare.system(system)
        for kommun in kommuner:
            bare.level(added, kommun, "4", "5")
    content = bare.make(draft=True)
    assert faults(content) == []
    assert "Fastställd i 0 av 24 kommuner" in " ".join(text_in(content).split())


def test_how_many_systems_have_an_utbildningsplan_that_holds(policy: Policy, text_of: Any) -> None:
    """Systems that are no verksamhetssystem need none, and a draft is none."""
    assert "hade 0 av 2 verksamhetssystem" in text_of(policy.prepare().paper).replace("\u00a0", " ")
    first, second = (policy.system(name, category="verksamhetssystem") for name in ("Alva", "Bore"))
    policy.add("training_plans", title="A", system=first, status="faststalld", adopted_on="2026-06-01")
    policy.add("training_plans", title="B", system=second, status="utkast")
    told = text_of(policy.prepare().paper).replace("\u00a0", " ")
    assert (
        "Den 22 november 2026 hade 1 av 4 verksamhetssystem i drift en utbildningsplan som gäller, "
        "enligt Bengtsfors kommuns systemregister."
    ) in told
