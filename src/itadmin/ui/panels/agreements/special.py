"""What is special of an agreement's page: its parts and their order, what its head tells, and the way to its paper."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from itadmin.documents import operations_agreement, operations_documentation
from itadmin.domain.problems import KnownError
from itadmin.ui.acts.dialog import act_window
from itadmin.ui.acts.panel import ActsPanel
from itadmin.ui.attachments.panel import FIELD as ATTACHMENTS
from itadmin.ui.attachments.panel import AttachmentsPanel
from itadmin.ui.document.window import DocumentWindow
from itadmin.ui.panels.agreements.chain import ChainPanel
from itadmin.ui.panels.agreements.head import signs
from itadmin.ui.panels.agreements.instruction import InstructionPanel
from itadmin.ui.panels.agreements.lacking import PAPERS, LackingPanel
from itadmin.ui.panels.agreements.reminders import RemindersPanel
from itadmin.ui.panels.agreements.service_class import SERVICE_CLASS_FOLLOWS, ServiceClassPanel
from itadmin.ui.panels.agreements.term import TermPanel
from itadmin.ui.panels.allocations import AllocationsPanel
from itadmin.ui.panels.costs import CostsPanel
from itadmin.ui.panels.demand import PromisePanel
from itadmin.ui.panels.papers import PapersPanel
from itadmin.ui.register.special import Action, Head, Papers, Parts, Special, Writing
from itadmin.ui.session import Session


def open_paper(session: Session, agreement_id: UUID) -> None:
    """Open the document window on the agreement's paper."""
    agreement = session.reading().one("agreements", agreement_id).record
    session.guide.open_paper(_paper_of(agreement), agreement_id)


def _paper_of(agreement: Any) -> str:
    """The document that is made of an agreement; "" for none."""
    return PAPERS.get(agreement.kind, "")


def documentation_window(session: Session, agreement_id: UUID) -> DocumentWindow:
    """The document window on the driftdokumentation of a driftavtal. Raises KnownError for any other agreement."""
    agreement = session.reading().one("agreements", agreement_id).record
    if _paper_of(agreement) != operations_agreement.TYPE:
        raise KnownError("Driftdokumentation görs av driftavtal och driftöverenskommelser. Gå till ett sådant avtal.")
    return DocumentWindow(session, operations_documentation.TYPE, agreement_id)


SPECIAL = Special(
    head=Head(chips=("status", "kind"), signs=signs, tells=("provider", "supplier", "registry_number")),
    parts=Parts(
        panels=(
            LackingPanel,
            TermPanel,
            ActsPanel,
            RemindersPanel,
            ChainPanel,
            PromisePanel,
            ServiceClassPanel,
            InstructionPanel,
            partial(CostsPanel, "agreements"),
            partial(AllocationsPanel, "agreements"),
            partial(PapersPanel, "agreements"),
            partial(AttachmentsPanel, "agreements", "filer"),
        ),
        order=(
            "dokumentet",
            "handlingar",
            "oversikt",
            "avtalstid",
            "avtalskedja",
            "parter",
            "lofte_mot_behov",
            "omfattning",
            "servicenivaer",
            "kontinuitet",
            "andringar",
            "personuppgifter",
            "ekonomi",
            "kostnader",
            "fordelning",
        ),
        left_out=(ATTACHMENTS,),
    ),
    papers=Papers(_paper_of, Action("Skapa dokument…", open_paper), lambda agreement: bool(_paper_of(agreement))),
    writing=Writing(follows={"service_class": SERVICE_CLASS_FOLLOWS}),
    windows={"act": act_window, "operations_documentation": documentation_window},
)
