"""Records of the directory room."""

from zwornik.directory.models.conversation import Conversation
from zwornik.directory.models.identifier import OrganisationIdentifier
from zwornik.directory.models.import_batch import ImportBatch, ImportRow
from zwornik.directory.models.membership import Membership
from zwornik.directory.models.organisation import Organisation, OrganisationField
from zwornik.directory.models.person import Person, Position
from zwornik.directory.models.seat import Seat

__all__ = [
    "Conversation",
    "ImportBatch",
    "ImportRow",
    "Membership",
    "Organisation",
    "OrganisationField",
    "OrganisationIdentifier",
    "Person",
    "Position",
    "Seat",
]
