"""Two entries that mean the same organisation become one, and nothing of either is lost."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zwornik.directory.choices import SeatLevel
from zwornik.directory.models import Organisation
from zwornik.directory.services.memberships import unite_memberships
from zwornik.directory.services.searching import refresh_people_of, refresh_search
from zwornik.directory.signals import organisations_merged

ADDRESS = ("street", "postcode", "city", "county", "nuts_code", "latitude", "longitude")
FILLABLE = (
    "name_en", "description_pl", "description_en", "website", "email", "phone",
    "established_year", "employees", "nace_code", "source", "source_on",
)  # fmt: skip


class MergeError(ValueError):
    """The two cannot be merged; the message says why."""


def filled_by_merging(*, keep: Organisation, absorbed: Organisation) -> dict[str, Any]:
    """Return what an organisation would take over: facts that it lacks and the other has.

    An address is taken over as far as it is the same place; a size only between firms.
    """
    names = list(FILLABLE)
    if not keep.city or keep.city == absorbed.city:
        names += ADDRESS
    if keep.kind == absorbed.kind:
        names.append("size_class")
    return {
        name: getattr(absorbed, name)
        for name in names
        if getattr(keep, name) in ("", None) and getattr(absorbed, name) not in ("", None)
    }


@transaction.atomic
def merge_organisations(*, keep: Organisation, absorbed: Organisation) -> Organisation:
    """Move everything from one organisation to the other, fill its empty fields, delete the first.

    Raises
    ------
    MergeError
        If both are the same entry, or both have a number of one register and the numbers differ.
    """
    refuse_merging(keep=keep, absorbed=absorbed)
    for name, value in filled_by_merging(keep=keep, absorbed=absorbed).items():
        setattr(keep, name, value)
    _move_rows(keep, absorbed)
    organisations_merged.send(Organisation, keep=keep, absorbed=absorbed)
    absorbed.delete()
    keep.full_clean()
    keep.save()
    refresh_people_of(keep)
    return refresh_search(keep)


def refuse_merging(*, keep: Organisation, absorbed: Organisation) -> None:
    """Raise MergeError if the two cannot be one organisation, and say why."""
    if keep.pk == absorbed.pk:
        raise MergeError(_("An organisation cannot be merged with itself."))
    own = {row.scheme: row.value for row in keep.identifiers.all()}
    for row in absorbed.identifiers.all():
        if own.get(row.scheme, row.value) != row.value:
            message = _("%(scheme)s differs (%(one)s and %(other)s): these are two organisations.")
            scheme, one = row.get_scheme_display(), own[row.scheme]
            raise MergeError(message % {"scheme": scheme, "one": one, "other": row.value})


def _move_rows(keep: Organisation, absorbed: Organisation) -> None:
    _move(absorbed.identifiers.exclude(scheme__in=keep.identifiers.values("scheme")), keep)
    _move(absorbed.field_rows.exclude(code__in=keep.field_rows.values("code")), keep)
    _move(absorbed.positions.all(), keep)
    _move(absorbed.conversations.all(), keep)
    _raise_seats(keep, absorbed)
    _move(absorbed.seats.exclude(account__in=keep.seats.values("account")), keep)
    _move(absorbed.import_rows.all(), keep)
    unite_memberships(keep=keep, absorbed=absorbed)


def _raise_seats(keep: Organisation, absorbed: Organisation) -> None:
    """Let those who may edit the one entry edit the other."""
    editors = absorbed.seats.filter(level=SeatLevel.EDITOR).values("account")
    for seat in keep.seats.filter(level=SeatLevel.VIEWER, account__in=editors):
        seat.level = SeatLevel.EDITOR
        seat.save()


def _move(rows: Any, keep: Organisation) -> None:
    for row in list(rows):
        row.organisation = keep
        row.save(update_fields=["organisation"])
