"""`zwornik demonstration`: load the demonstration cluster and say how to get in."""

import time
import urllib.error
import urllib.request
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from zwornik.cli.demonstration.accounts import ACCOUNTS, PASSWORD
from zwornik.cli.demonstration.loading import NotADemonstrationError, load_demonstration

PATIENCE_SECONDS = 60


class Command(BaseCommand):
    """Loads the demonstration cluster into an empty installation; running it again changes nothing."""

    help = "Load the demonstration cluster (invented data); running it again changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what `./run demo` needs around the start of the server."""
        parser.add_argument(
            "--accounts", action="store_true", help="print the address and accounts"
        )
        parser.add_argument("--wait-for-server", action="store_true", help="wait until it answers")

    def handle(self, *_arguments: Any, **options: Any) -> None:
        """Load, or wait and print."""
        if options["wait_for_server"]:
            self.wait_for_server()
        if options["accounts"]:
            self.print_accounts()
        if not options["accounts"] and not options["wait_for_server"]:
            try:
                load_demonstration(now=timezone.now(), say=self.stdout.write)
            except NotADemonstrationError as error:
                raise CommandError(str(error)) from error

    def wait_for_server(self) -> None:
        """Return once the server answers; say so when it does not."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            try:
                address = f"{settings.SITE_ADDRESS}/healthz"
                with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own address
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.3)
        raise CommandError(f"The server at {settings.SITE_ADDRESS} does not answer.")

    def print_accounts(self) -> None:
        """Print where the demonstration is and who can sign in."""
        lines = [f"  {a.label:16} {a.email}" for a in ACCOUNTS]
        is_in_files = settings.EMAIL_BACKEND.endswith("filebased.EmailBackend")
        folder = getattr(settings, "EMAIL_FILE_PATH", "")
        self.stdout.write(
            f"\nZwornik is ready: {settings.SITE_ADDRESS}/pl/ and {settings.SITE_ADDRESS}/en/\n\n"
            f"Accounts of the demonstration; the password of each is {PASSWORD}\n"
            + "\n".join(lines)
            + (f"\n\nE-mails are written to {folder}" if is_in_files else "")
            + "\nStop with Ctrl+C.\n"
        )
