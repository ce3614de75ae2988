"""A list of organisations read from a spreadsheet, row by row, so that it can be undone."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from zwornik.directory.choices import BatchState, RowOutcome
from zwornik.directory.models.organisation import Organisation


class ImportBatch(models.Model):
    """One import: the file, who read it, how its columns were understood, and whether it stands.

    `mapping` holds the columns in their order, each with letter, heading and target. `last_entry`
    is the newest entry of the trail when the import ended: later ones are later changes.
    """

    file_name = models.CharField(_("file"), max_length=255)
    mapping = models.JSONField(_("columns"), default=dict)
    state = models.CharField(
        _("state"), max_length=8, choices=BatchState.choices, default=BatchState.APPLIED
    )
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    imported_at = models.DateTimeField(_("imported at"))
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)
    last_entry = models.BigIntegerField(_("last entry of the trail"), default=0, editable=False)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return self.file_name


class ImportRow(models.Model):
    """What an import did with one row of the file, and what stood there before.

    `before` and `after` hold values by record, such as `organisation:12`; a record that is only in
    `after` was created. Of a row that was left out they hold its cells and its problems.
    """

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="rows")
    row_number = models.PositiveIntegerField(_("row"))
    outcome = models.CharField(_("outcome"), max_length=12, choices=RowOutcome.choices)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, related_name="import_rows"
    )
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)

    class Meta:
        verbose_name = _("imported row")
        verbose_name_plural = _("imported rows")

    def __str__(self) -> str:
        return f"{self.batch}, {self.row_number}"
