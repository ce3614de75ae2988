"""The jobs of each room; importing this package registers them."""

import zwornik.jobs.work.audits
import zwornik.jobs.work.directory
import zwornik.jobs.work.matching  # noqa: F401
