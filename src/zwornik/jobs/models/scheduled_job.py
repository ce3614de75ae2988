"""When a regular job was last asked for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ScheduledJob(models.Model):
    """A job of the schedule and when it was last queued, so that no two workers do it twice."""

    name = models.CharField(_("job"), max_length=80, unique=True)
    queued_at = models.DateTimeField(_("last queued"))

    class Meta:
        verbose_name = _("scheduled job")
        verbose_name_plural = _("scheduled jobs")

    def __str__(self) -> str:
        return self.name
