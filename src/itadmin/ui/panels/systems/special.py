"""What is special of a system's page: the order of its parts, what its head tells, and the way to its driftavtal."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from itadmin.services.agreements import operations_agreement_draft
from itadmin.ui.attachments.panel import FIELD as ATTACHMENTS
from itadmin.ui.attachments.panel import AttachmentsPanel
from itadmin.ui.later import later
from itadmin.ui.panels.costs import CostsPanel
from itadmin.ui.panels.demand import NeedPanel
from itadmin.ui.panels.implementation.of_system import PlansPanel
from itadmin.ui.panels.papers import PapersPanel
from itadmin.ui.panels.platform.coming import ComingChangesPanel
from itadmin.ui.panels.system_names import PRODUCT_FOLLOWS, product_words, system_names
from itadmin.ui.panels.systems.access import AccessPanel
from itadmin.ui.panels.systems.agreements import AgreementsPanel
from itadmin.ui.panels.systems.classification import EARLIER, ClassificationPanel, EarlierClasses
from itadmin.ui.panels.systems.competence import CompetencePanel
from itadmin.ui.panels.systems.cooperation import CooperationPanel
from itadmin.ui.panels.systems.head import next_day, signs
from itadmin.ui.panels.systems.holders import EarlierHolders
from itadmin.ui.panels.systems.integrations import IntegrationsPanel
from itadmin.ui.panels.systems.use import UsePanel
from itadmin.ui.panels.training.of_system import TrainingPanel
from itadmin.ui.register.special import Action, Head, Papers, Parts, Special, Writing
from itadmin.ui.session import Session


def make_operations_agreement(session: Session, system_id: UUID) -> None:
    """Make the system's driftavtal, filled in with what the register knows, and show it. Raises KnownError."""
    reading = session.reading()
    values = operations_agreement_draft(reading, system_id, reading.day)
    agreement_id = session.workspace.records.add("agreements", values)
    session.guide.open_record("agreements", agreement_id)
    session.guide.say("Driftavtalet är skapat och ifyllt med det registret vet.", undoable=True)


SPECIAL = Special(
    head=Head(
        chips=("lifecycle",),
        classing=("confidentiality", "integrity", "availability"),
        signs=signs,
        tells=("system_owner", "product", "operating_unit"),
        told=next_day,
    ),
    parts=Parts(
        panels=(
            EarlierHolders,
            UsePanel,
            AgreementsPanel,
            NeedPanel,
            ClassificationPanel,
            EarlierClasses,
            IntegrationsPanel,
            ComingChangesPanel,
            partial(CostsPanel, "systems"),
            TrainingPanel,
            PlansPanel,
            CooperationPanel,
            CompetencePanel,
            partial(PapersPanel, "systems"),
            partial(AttachmentsPanel, "systems", "dokument"),
            AccessPanel,
        ),
        order=(
            "oversikt",
            "livscykel",
            "inforande",
            "roller",
            "anvandning",
            "avtal",
            "lofte_mot_behov",
            "klassning",
            "personuppgifter",
            "drift",
            "sakerhetskopiering",
            "integrationer",
            "plattformsandringar",
            "kostnader",
            "utbildning",
            "samverkan",
            "bedomning",
            "handlingar",
            "dokument",
            "behorigheter",
        ),
        left_out=(ATTACHMENTS, EARLIER, "starter_key", "suggestion"),
    ),
    papers=Papers("system_card", Action("Skapa driftavtal", make_operations_agreement)),
    writing=Writing(system_names, {"product": product_words}, {"product": PRODUCT_FOLLOWS}),
    windows={"dependencies": later("ui.graph.window:DependencyWindow")},
)
