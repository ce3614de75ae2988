"""A conversation of the coordinating team with an organisation."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from zwornik.directory.choices import Channel
from zwornik.directory.models.organisation import Organisation


class Conversation(models.Model):
    """When, how and about what somebody of the team talked with an organisation."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="conversations"
    )
    held_on = models.DateField(_("day"))
    channel = models.CharField(_("how"), max_length=8, choices=Channel.choices)
    note = models.TextField(_("what was said and agreed"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")

    def __str__(self) -> str:
        return f"{self.organisation}, {self.held_on}"
