"""What the audits do when something happens in the directory."""

from typing import Any

from django.dispatch import receiver

from zwornik.audits.models import Audit
from zwornik.directory.models import Organisation
from zwornik.directory.signals import organisation_in_use, organisations_merged


@receiver(organisations_merged, dispatch_uid="audits_organisations_merged")
def move_audits(keep: Organisation, absorbed: Organisation, **_rest: Any) -> None:
    """Give the audits of an absorbed organisation to the one that is kept."""
    for audit in Audit.objects.filter(organisation=absorbed):
        audit.organisation = keep
        audit.save(update_fields=["organisation"])


@receiver(organisation_in_use, dispatch_uid="audits_organisation_in_use")
def name_audits(organisation: Organisation, **_rest: Any) -> list[str]:
    """Name the audits that refer to an organisation."""
    return [audit.code for audit in Audit.objects.filter(organisation=organisation)]
