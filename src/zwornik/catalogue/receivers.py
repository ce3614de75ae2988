"""What the catalogue does when something happens in the directory."""

from typing import Any

from django.dispatch import receiver

from zwornik.catalogue.models import Competence, Equipment, Need, Technology
from zwornik.directory.models import Organisation
from zwornik.directory.signals import organisation_in_use, organisations_merged


@receiver(organisations_merged, dispatch_uid="catalogue_organisations_merged")
def move_records(keep: Organisation, absorbed: Organisation, **_rest: Any) -> None:
    """Give the records of an absorbed organisation to the one that is kept."""
    for kind in (Technology, Need, Competence, Equipment):
        for record in kind.objects.filter(organisation=absorbed):
            record.organisation = keep
            record.save(update_fields=["organisation", "updated_at"])


@receiver(organisation_in_use, dispatch_uid="catalogue_organisation_in_use")
def name_records(organisation: Organisation, **_rest: Any) -> list[str]:
    """Name the records that refer to an organisation."""
    kinds = (Technology, Need, Competence, Equipment)
    return [str(r) for kind in kinds for r in kind.objects.filter(organisation=organisation)]
