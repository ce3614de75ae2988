"""Jobs of the directory room."""

from zwornik.directory.imports.uploads import clear_old_uploads
from zwornik.jobs.registry import job


@job("directory.clear_old_uploads")
def clear_uploads() -> None:
    """Remove uploaded lists that nobody went on with for a day."""
    clear_old_uploads()
