"""What the page of an organisation shows: people, records, talks, standing, and the next step."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.catalogue.selectors import records_of_organisation
from zwornik.core.bilingual import reader_language
from zwornik.core.selectors import Change, trail_of
from zwornik.directory.choices import Standing
from zwornik.directory.models import Conversation, Membership, Position
from zwornik.directory.selectors import (
    Likeness,
    conversations_with,
    memberships_of,
    organisations_alike,
    positions_in,
    trailed_records_of,
)
from zwornik.vocabularies.activities import division_of
from zwornik.vocabularies.regions import region_by_code
from zwornik.web.directory.forms import ConversationForm, StandingForm
from zwornik.web.directory.words import COUNTS, field_labels

ICONS = {
    "technology": "sparkles",
    "need": "puzzle",
    "competence": "school",
    "equipment": "microscope",
}


@dataclass(frozen=True)
class CatalogueGroup:
    """The records of one kind that an organisation has."""

    kind: str
    icon: str
    count: str
    address: str
    records: tuple[Any, ...]


@dataclass(frozen=True)
class NextStep:
    """What should happen next with an organisation, and where it is done."""

    words: str
    label: str
    address: str


@dataclass(frozen=True)
class OrganisationPage:
    """Everything that the page of an organisation shows to one viewer."""

    organisation: Any
    fields: str
    region: str
    activity: str
    current: tuple[Position, ...]
    former: tuple[Position, ...]
    identifiers: tuple[Any, ...]
    catalogue: tuple[CatalogueGroup, ...]
    memberships: tuple[Membership, ...]
    conversations: tuple[Conversation, ...]
    conversation_form: ConversationForm | None
    standing_form: StandingForm | None
    alike: tuple[Likeness, ...]
    trail: tuple[Change, ...] | None
    next_step: NextStep | None
    may_change: bool


def page_of_organisation(viewer: User, organisation: Any, today: date) -> OrganisationPage:
    """Return what a viewer sees of an organisation."""
    positions = list(positions_in(organisation))
    current = tuple(p for p in positions if p.until_on is None or p.until_on >= today)
    may_merge = viewer.has_perm("directory.merge_organisations")
    may_talk = viewer.has_perm("directory.record_conversation")
    may_move = viewer.has_perm("directory.change_standing", organisation)
    sees_talks = viewer.has_perm("directory.read_conversations")
    sees_trail = viewer.has_perm("core.read_trail")
    return OrganisationPage(
        organisation=organisation,
        fields=field_labels(organisation.field_rows.all()),
        region=_region(organisation.nuts_code),
        activity=_activity(organisation.nace_code),
        current=current,
        former=tuple(p for p in positions if p not in current),
        identifiers=tuple(organisation.identifiers.order_by("pk")),
        catalogue=tuple(_catalogue(viewer, organisation.pk)),
        memberships=tuple(memberships_of(organisation)),
        conversations=tuple(conversations_with(organisation)) if sees_talks else (),
        conversation_form=_conversation_form(organisation, today) if may_talk else None,
        standing_form=StandingForm(initial={"since_on": today}) if may_move else None,
        alike=tuple(organisations_alike(organisation)) if may_merge else (),
        trail=tuple(trail_of(trailed_records_of(organisation))) if sees_trail else None,
        next_step=next_step(viewer, organisation, current),
        may_change=viewer.has_perm("directory.change_organisation", organisation),
    )


def _conversation_form(organisation: Any, today: date) -> ConversationForm:
    return ConversationForm(initial={"organisation": organisation, "held_on": today})


def _catalogue(viewer: User, organisation_id: int) -> Iterable[CatalogueGroup]:
    records_list = reverse("catalogue:record-list")
    for kind, records in records_of_organisation(organisation_id, viewer).items():
        if records:
            yield CatalogueGroup(
                kind=kind,
                icon=ICONS[kind],
                count=str(COUNTS[kind] % {"n": len(records)}),
                address=f"{records_list}?kind={kind}&organisation={organisation_id}",
                records=tuple(records),
            )


def _region(code: str) -> str:
    region = region_by_code().get(code)
    return str(getattr(region, f"name_{reader_language()}")) if region else ""


def _activity(code: str) -> str:
    division = division_of(code) if code else None
    return str(getattr(division, f"title_{reader_language()}")) if division else ""


def next_step(viewer: User, organisation: Any, current: tuple[Position, ...]) -> NextStep | None:
    """Return what this viewer should do next with an organisation, if anything."""
    pk = organisation.pk
    if organisation.standing == Standing.CANDIDATE and viewer.has_perm("directory.change_standing"):
        return NextStep(
            _("The candidacy waits for a decision"), _("Decide on membership"), "#standing"
        )
    if viewer.has_perm("directory.change_organisation", organisation):
        if not any(position.is_contact for position in current):
            address = f"{reverse('directory:person-add')}?organisation={pk}"
            return NextStep(_("Nobody is named as a contact"), _("Name a contact person"), address)
        if not organisation.is_confirmed and not viewer.is_staff_member:
            address = reverse("directory:organisation-edit", args=[pk])
            return NextStep(_("The facts are unconfirmed"), _("Check and confirm them"), address)
    return _step_of_the_team(viewer, pk)


def _step_of_the_team(viewer: User, organisation_id: int) -> NextStep | None:
    if viewer.has_perm("audits.plan"):
        address = f"{reverse('audits:audit-plan')}?organisation={organisation_id}"
        return NextStep(
            _("An audit brings records to the catalogue"), _("Send a questionnaire"), address
        )
    if viewer.has_perm("directory.record_conversation"):
        return NextStep(_("Keep in touch"), _("Note a conversation"), "#conversations")
    return None
