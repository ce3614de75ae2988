"""Rights on the installation as a whole."""

import rules

from zwornik.accounts.rules import is_coordinator, is_staff

rules.add_perm("core.describe_cluster", is_coordinator)
rules.add_perm("core.read_trail", is_staff)
