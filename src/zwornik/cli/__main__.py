"""The entry of the command line: `zwornik <command> …`."""

import os
import sys


def main() -> None:
    """Run a command, with a missing secret key told in one line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zwornik.project.settings")
    if not os.environ.get("ZWORNIK_SECRET_KEY"):
        sys.exit(
            "ZWORNIK_SECRET_KEY is not set. Start through ./run, or set it in the environment."
        )
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - after the check

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
