"""Writes of the directory room."""

from zwornik.directory.services.conversations import record_conversation
from zwornik.directory.services.memberships import change_standing
from zwornik.directory.services.merging import (
    MergeError,
    filled_by_merging,
    merge_organisations,
    refuse_merging,
)
from zwornik.directory.services.organisations import (
    confirm_organisation,
    record_organisation,
    revise_organisation,
)
from zwornik.directory.services.people import (
    end_position,
    give_seat,
    record_person,
    record_position,
)

__all__ = [
    "MergeError",
    "change_standing",
    "confirm_organisation",
    "end_position",
    "filled_by_merging",
    "give_seat",
    "merge_organisations",
    "record_conversation",
    "record_organisation",
    "record_person",
    "record_position",
    "refuse_merging",
    "revise_organisation",
]
