"""Two entries that mean the same organisation become one, and nothing of either is lost."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zwornik.directory.models import Organisation
from zwornik.directory.services.organisations import refresh_search
from zwornik.directory.signals import organisations_merged

FILLABLE = (
    "name_en", "description_pl", "description_en", "street", "postcode", "city", "county",
    "nuts_code", "latitude", "longitude", "website", "email", "phone", "established_year",
    "employees", "nace_code", "source", "source_on", "confirmed_on",
)  # fmt: skip


class MergeError(ValueError):
    """The two cannot be merged; the message says why."""


@transaction.atomic
def merge_organisations(*, keep: Organisation, absorbed: Organisation) -> Organisation:
    """Move everything from one organisation to the other, fill its empty fields, delete the first.

    Raises
    ------
    MergeError
        If both are the same entry, or both have a number of one register and the numbers differ.
    """
    if keep.pk == absorbed.pk:
        raise MergeError(_("An organisation cannot be merged with itself."))
    _refuse_different_numbers(keep, absorbed)
    for name in FILLABLE:
        if getattr(keep, name) in ("", None):
            setattr(keep, name, getattr(absorbed, name))
    _move_rows(keep, absorbed)
    organisations_merged.send(Organisation, keep=keep, absorbed=absorbed)
    absorbed.delete()
    keep.full_clean()
    keep.save()
    return refresh_search(keep)


def _refuse_different_numbers(keep: Organisation, absorbed: Organisation) -> None:
    own = {row.scheme: row.value for row in keep.identifiers.all()}
    for row in absorbed.identifiers.all():
        if own.get(row.scheme, row.value) != row.value:
            message = _("%(scheme)s differs (%(one)s and %(other)s): these are two organisations.")
            raise MergeError(
                message
                % {
                    "scheme": row.get_scheme_display(),
                    "one": own[row.scheme],
                    "other": row.value,
                }
            )


def _move_rows(keep: Organisation, absorbed: Organisation) -> None:
    _move(absorbed.identifiers.exclude(scheme__in=keep.identifiers.values("scheme")), keep)
    _move(absorbed.field_rows.exclude(code__in=keep.field_rows.values("code")), keep)
    _move(absorbed.positions.all(), keep)
    _move(absorbed.conversations.all(), keep)
    _move(absorbed.seats.exclude(account__in=keep.seats.values("account")), keep)
    _move(absorbed.import_rows.all(), keep)
    memberships = absorbed.memberships.all()
    if keep.memberships.filter(until_on=None).exists():
        memberships = memberships.exclude(until_on=None)
    _move(memberships, keep)


def _move(rows: Any, keep: Organisation) -> None:
    for row in list(rows):
        row.organisation = keep
        row.save(update_fields=["organisation"])
