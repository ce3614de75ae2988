"""Rights on catalogue records, as facts about who asks."""

from typing import Any

import rules

from zwornik.accounts.models import User
from zwornik.accounts.rules import is_coordinator, is_guest_expert, is_staff
from zwornik.catalogue.choices import Disclosure, RecordStatus
from zwornik.directory.rules import is_editor_of, is_member_of_cluster, is_seated_at


@rules.predicate  # type: ignore[untyped-decorator]
def is_shown_to_members(_user: User, record: Any) -> bool:
    """Whether a record is published for the whole cluster."""
    return (
        record is not None
        and record.status == RecordStatus.PUBLISHED
        and record.disclosure in (Disclosure.PUBLIC, Disclosure.MEMBERS)
    )


rules.add_perm("catalogue.browse", is_staff | is_guest_expert | is_member_of_cluster)
rules.add_perm(
    "catalogue.read_record",
    is_staff | is_seated_at | ((is_member_of_cluster | is_guest_expert) & is_shown_to_members),
)
rules.add_perm("catalogue.change_record", is_coordinator | is_editor_of)
rules.add_perm("catalogue.publish_record", is_coordinator)
rules.add_perm("catalogue.export", is_staff)
rules.add_perm("catalogue.read_history", is_staff | is_seated_at)
