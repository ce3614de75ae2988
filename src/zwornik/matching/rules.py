"""Rights on matches and the glossary."""

import rules

from zwornik.accounts.rules import is_coordinator, is_staff

rules.add_perm("matching.read_matches", is_staff)
rules.add_perm("matching.decide", is_coordinator)
rules.add_perm("matching.edit_glossary", is_coordinator)
