"""What a record's page says about it: who sees it, and what the next step is."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.catalogue.choices import Anonymity, Disclosure, RecordStatus
from zwornik.catalogue.models import CatalogueRecord, Technology
from zwornik.core.selectors import this_cluster
from zwornik.web.catalogue.contact import letter_address


@dataclass(frozen=True)
class Seen:
    """Who sees a record, in words with an icon, and how its owner is named to them."""

    words: str
    icon: str
    owner_note: str


@dataclass(frozen=True)
class NextStep:
    """What should happen next with a record, and where it is done."""

    words: str
    address: str = ""


def seen_by(record: CatalogueRecord) -> Seen:
    """Return who sees a record in its present state."""
    if record.status != RecordStatus.PUBLISHED:
        return Seen(_("The cluster's team and the owner"), "lock", "")
    words = {
        Disclosure.PUBLIC: (_("Everybody, also outside the cluster"), "world"),
        Disclosure.MEMBERS: (_("Members of the cluster"), "users"),
        Disclosure.NDA: (
            _("The team and the owner; others after a non-disclosure agreement"),
            "lock",
        ),
    }
    notes = {
        Anonymity.SECTOR: _("the owner is shown by kind and town only"),
        Anonymity.ANONYMOUS: _("the owner is not shown"),
    }
    return Seen(*words[Disclosure(record.disclosure)], notes.get(Anonymity(record.anonymity), ""))


def next_step(viewer: User, record: CatalogueRecord) -> NextStep:
    """Return the next step with a record, as far as the viewer can take it."""
    if record.status == RecordStatus.SUPERSEDED:
        newer = revision_of(record)
        address = detail_address(newer) if newer else ""
        return NextStep(_("Read the newer version"), address)
    if record.status == RecordStatus.WITHDRAWN:
        return NextStep(_("None: the record is out of the catalogue"))
    if record.status == RecordStatus.DRAFT:
        return _step_of_draft(viewer, record)
    return _step_of_published(viewer, record)


def _step_of_draft(viewer: User, record: CatalogueRecord) -> NextStep:
    if viewer.has_perm("catalogue.publish_record", record):
        return NextStep(_("Read it and publish it"), publish_address(record))
    return NextStep(_("The coordinator reads it and publishes it"))


def _step_of_published(viewer: User, record: CatalogueRecord) -> NextStep:
    waiting = revision_of(record)
    if waiting is not None and viewer.has_perm("catalogue.read_record", waiting):
        words = _("A revision waits for the coordinator: %(code)s") % {"code": waiting.code}
        return NextStep(words, detail_address(waiting))
    if not record.is_confirmed and viewer.has_perm("catalogue.change_record", record):
        return NextStep(_("Ask the owner whether the facts are right"), edit_address(record))
    if record.kind == "need" and viewer.has_perm("matching.read_matches"):
        return NextStep(
            _("See what may answer it"), reverse("matching:need-matches", args=[record.pk])
        )
    if not viewer.has_perm("catalogue.read_history", record):
        words = _("Interested? Write to the cluster, which brings the two sides together")
        return NextStep(words, letter_address(this_cluster(), record))
    if isinstance(record, Technology) and record.trl_claimed and not record.trl_verified:
        return NextStep(_("Have the claimed readiness verified in an audit"))
    return NextStep(_("Nothing waits: keep the facts up to date"))


def revision_of(record: CatalogueRecord) -> CatalogueRecord | None:
    """Return the record that replaces, or is meant to replace, another one."""
    newer: CatalogueRecord | None = getattr(record, "superseded_by", None)
    return newer


def detail_address(record: CatalogueRecord) -> str:
    """Return where a record is read."""
    return reverse(f"catalogue:{record.kind}-detail", args=[record.pk])


def edit_address(record: CatalogueRecord) -> str:
    """Return where a record is changed."""
    return reverse("catalogue:record-edit", args=[record.kind, record.pk])


def publish_address(record: CatalogueRecord) -> str:
    """Return where a record is published."""
    return reverse("catalogue:record-publish", args=[record.kind, record.pk])
