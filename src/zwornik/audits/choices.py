"""Closed lists of the audits room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AuditKind(TextChoices):
    """What is audited."""

    TECHNOLOGY = "technology", _("technology audit")
    NEED = "need", _("need audit")
    COMPETENCE = "competence", _("competence audit")


class AuditState(TextChoices):
    """Where an audit is in its life; the way from one to the next is in `transitions`."""

    PLANNED = "planned", _("planned")
    SELF_ASSESSMENT = "self_assessment", _("being filled in")
    SUBMITTED = "submitted", _("waits for the coordinator")
    CLOSED = "closed", _("closed")
    CANCELLED = "cancelled", _("cancelled")


class QuestionType(TextChoices):
    """How a question is answered."""

    LINE = "line", _("one line")
    TEXT = "text", _("text")
    LINES = "lines", _("list, one item in each line")
    NUMBER = "number", _("whole number")
    CHOICE = "choice", _("one of several")
    SEVERAL = "several", _("any of several")
    TRL = "trl", _("technology readiness level")


class Sureness(TextChoices):
    """How an answer is known."""

    DECLARED = "declared", _("declaration")
    DOCUMENTED = "documented", _("we have a document")
    VERIFIED = "verified", _("checked on site")


class Gap(TextChoices):
    """Why a question has no answer; neither counts as zero."""

    UNKNOWN = "unknown", _("Do not know")
    NOT_APPLICABLE = "not_applicable", _("Not applicable")
