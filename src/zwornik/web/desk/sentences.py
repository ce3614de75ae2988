"""How the journal says what happened: one sentence for each kind of record and what was done."""

from typing import Any

from auditlog.models import LogEntry
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

CREATED, CHANGED, DELETED = 0, 1, 2
SENTENCES: dict[tuple[str, int], Any] = {
    ("organisation", CREATED): _("An organisation was added"),
    ("organisation", CHANGED): _("An organisation was changed"),
    ("organisation", DELETED): _("An organisation was removed"),
    ("person", CREATED): _("A person was added"),
    ("person", CHANGED): _("A person was changed"),
    ("technology", CREATED): _("A technology entered the catalogue"),
    ("technology", CHANGED): _("A technology was changed"),
    ("need", CREATED): _("A need entered the catalogue"),
    ("need", CHANGED): _("A need was changed"),
    ("competence", CREATED): _("A competence entered the catalogue"),
    ("competence", CHANGED): _("A competence was changed"),
    ("equipment", CREATED): _("Equipment entered the catalogue"),
    ("equipment", CHANGED): _("Equipment was changed"),
    ("audit", CREATED): _("An audit was planned"),
    ("audit", CHANGED): _("An audit was changed"),
    ("importbatch", CREATED): _("A list was imported"),
    ("importbatch", CHANGED): _("An import was undone"),
    ("decision", CREATED): _("A match was decided"),
    ("decision", CHANGED): _("A decision on a match was changed"),
    ("decision", DELETED): _("A decision on a match was taken back"),
    ("conversation", CREATED): _("A conversation was noted"),
    ("glossaryterm", CREATED): _("A term was added to the glossary"),
    ("glossaryterm", CHANGED): _("A term of the glossary was changed"),
    ("glossaryterm", DELETED): _("A term was removed from the glossary"),
    ("membership", CREATED): _("A standing began"),
    ("membership", CHANGED): _("A standing ended"),
}
# where one field says more than "changed": the field, and the sentence for its new value
TURNS: dict[str, tuple[str, dict[str, Any]]] = {
    "audit": (
        "state",
        {
            "self_assessment": _("A questionnaire was sent"),
            "submitted": _("Answers were handed in"),
            "closed": _("An audit was closed"),
            "cancelled": _("An audit was cancelled"),
        },
    ),
    "decision": (
        "verdict",
        {
            "shortlisted": _("A match was put on the shortlist"),
            "declined": _("A match was declined"),
        },
    ),
    "membership": (
        "kind",
        {
            "member": _("A membership began"),
            "candidate": _("A candidacy began"),
            "partner": _("A partnership began"),
        },
    ),
    "technology": (
        "status",
        {
            "published": _("A technology was published"),
            "superseded": _("A technology was superseded"),
            "withdrawn": _("A technology was withdrawn"),
        },
    ),
    "need": (
        "status",
        {
            "published": _("A need was published"),
            "superseded": _("A need was superseded"),
            "withdrawn": _("A need was withdrawn"),
        },
    ),
    "competence": (
        "status",
        {
            "published": _("A competence was published"),
            "superseded": _("A competence was superseded"),
            "withdrawn": _("A competence was withdrawn"),
        },
    ),
    "equipment": (
        "status",
        {
            "published": _("Equipment was published"),
            "superseded": _("Equipment was superseded"),
            "withdrawn": _("Equipment was withdrawn"),
        },
    ),
}
RETURNED = _("Answers were returned for completion")


def that_have_sentences() -> Q:
    """Return the condition that the journal has a sentence for an entry of the trail."""
    condition = Q()
    for model, action in SENTENCES:
        condition |= Q(content_type__model=model, action=action)
    return condition


def turn_of(entry: LogEntry) -> str:
    """Return the sentence for a step that a record took, or nothing where it took none."""
    model = entry.content_type.model
    if model not in TURNS or entry.action == DELETED:
        return ""
    field, sentences = TURNS[model]
    before, after = entry.changes_dict.get(field, ("", ""))
    if (before, after) == ("submitted", "self_assessment"):
        return str(RETURNED)
    return str(sentences.get(after, ""))


def sentence_for(entry: LogEntry) -> str:
    """Return what happened, in one sentence."""
    return turn_of(entry) or str(SENTENCES[entry.content_type.model, entry.action])
