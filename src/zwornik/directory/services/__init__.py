"""Writes of the directory room."""

from zwornik.directory.services.memberships import change_standing
from zwornik.directory.services.merging import MergeError, merge_organisations
from zwornik.directory.services.organisations import record_organisation, revise_organisation
from zwornik.directory.services.people import give_seat, record_conversation, record_person

__all__ = [
    "MergeError",
    "change_standing",
    "give_seat",
    "merge_organisations",
    "record_conversation",
    "record_organisation",
    "record_person",
    "revise_organisation",
]
