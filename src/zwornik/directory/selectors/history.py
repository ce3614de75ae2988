"""What happened with organisations: conversations, standings, imports, and their trail."""

from datetime import date

from django.db.models import Model, QuerySet

from zwornik.directory.models import Conversation, ImportBatch, Membership, Organisation


def conversations_with(organisation: Organisation) -> QuerySet[Conversation]:
    """Return the conversations with an organisation, newest first."""
    return organisation.conversations.select_related("recorded_by").order_by("-held_on", "-pk")


def memberships_of(organisation: Organisation) -> QuerySet[Membership]:
    """Return how an organisation stood to the cluster over time, newest first."""
    return organisation.memberships.order_by("-since_on", "-pk")


def candidates_waiting(today: date) -> QuerySet[Membership]:
    """Return the candidacies that wait for a decision, the oldest first."""
    found: QuerySet[Membership] = Membership.objects.in_force(today).filter(kind="candidate")
    return found.select_related("organisation").order_by("since_on", "pk")


def recent_imports(limit: int = 20) -> QuerySet[ImportBatch]:
    """Return the latest imports, newest first."""
    return ImportBatch.objects.select_related("imported_by").order_by("-imported_at", "-pk")[:limit]


def trailed_records_of(organisation: Organisation) -> list[Model]:
    """Return the records whose changes make up the history of an organisation."""
    return [
        organisation,
        *organisation.identifiers.all(),
        *organisation.memberships.select_related("organisation"),
        *organisation.positions.select_related("person", "organisation"),
    ]
