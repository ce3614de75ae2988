"""`zwornik invite ROLE NAME E-MAIL`: make an account; its owner signs in with an e-mailed code."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from zwornik.accounts.choices import Role
from zwornik.accounts.services import invite_account


class Command(BaseCommand):
    """Makes an account without a password."""

    help = "Make an account; its owner signs in with a code sent to the address."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the role, the name and the address."""
        parser.add_argument("role", choices=Role.values)
        parser.add_argument("name")
        parser.add_argument("email")
        parser.add_argument("--language", choices=["pl", "en"], default="pl")

    def handle(self, *_arguments: Any, **options: Any) -> None:
        """Make the account, or say that it is there already."""
        try:
            user, is_new = invite_account(
                email=options["email"],
                name=options["name"],
                role=options["role"],
                language=options["language"],
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(
            f"{user.email}: {'account made' if is_new else 'has an account already'} ({user.role})"
        )
