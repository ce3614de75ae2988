"""Closed lists of the accounts room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a person is in the whole installation; rights in one organisation are seats there."""

    COORDINATOR = "coordinator", _("coordinator")
    AUDITOR = "auditor", _("auditor")
    MEMBER = "member", _("member")
    GUEST_EXPERT = "guest_expert", _("guest expert")
