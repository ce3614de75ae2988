"""Forms of the directory: what people type about organisations, people and conversations."""

from zwornik.web.directory.forms.conversation import ConversationForm
from zwornik.web.directory.forms.membership import StandingForm
from zwornik.web.directory.forms.merging import MergeForm
from zwornik.web.directory.forms.organisation import (
    NewOrganisationForm,
    OrganisationForm,
    OwnOrganisationForm,
)
from zwornik.web.directory.forms.person import (
    NewPersonForm,
    PersonForm,
    PositionEndForm,
    PositionForm,
)

__all__ = [
    "ConversationForm",
    "MergeForm",
    "NewOrganisationForm",
    "NewPersonForm",
    "OrganisationForm",
    "OwnOrganisationForm",
    "PersonForm",
    "PositionEndForm",
    "PositionForm",
    "StandingForm",
]
