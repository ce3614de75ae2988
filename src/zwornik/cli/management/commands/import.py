"""`zwornik import organisations FILE` and `zwornik import undo BATCH`: member lists in and out."""

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation

from zwornik.cli.importing import read_list, take_back
from zwornik.directory.choices import MembershipKind, OrganisationKind


class Command(BaseCommand):
    """Reads a list of organisations, or takes an import back."""

    help = (
        "Read a list of organisations from CSV or XLSX, or take an import back. Exit status: 0 if "
        "all is well, 1 if there are problems, 2 if the file or an option cannot be used."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the words after `import`."""
        words = parser.add_subparsers(
            dest="word", required=True, parser_class=argparse.ArgumentParser
        )
        _add_reading(words.add_parser("organisations", help="read a list of organisations"))
        undo = words.add_parser("undo", help="take an import back")
        undo.add_argument("batch", type=int, help="number of the import, told when it was made")
        _add_common(undo)

    def handle(self, *_arguments: Any, **options: Any) -> None:
        """Read, or take back, with messages in the language asked for."""
        with translation.override(options["language"]):
            if options["word"] == "undo":
                take_back(options, self.stdout.write)
            else:
                read_list(options, self.stdout.write)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="CSV or XLSX file")
    parser.add_argument("--dry-run", action="store_true", help="only say what would happen")
    parser.add_argument(
        "--skip-bad-rows", action="store_true", help="leave rows with problems out, read the others"
    )
    parser.add_argument(
        "--mapping",
        nargs="+",
        action="extend",
        default=[],
        metavar="COLUMN=FIELD",
        help="what a column (its heading or letter) holds; an empty FIELD leaves it out",
    )
    parser.add_argument("--bad-rows", type=Path, help="write the rows with problems to this XLSX")
    parser.add_argument("--sheet", help="sheet of the workbook (the first with a table)")
    parser.add_argument(
        "--standing",
        choices=[*MembershipKind.values, "none"],
        default="member",
        help="how organisations stand to the cluster whose rows do not say (member)",
    )
    parser.add_argument(
        "--kind",
        choices=OrganisationKind.values,
        default="",
        help="what organisations are of which neither the row nor the name tells",
    )
    parser.add_argument(
        "--same",
        type=int,
        nargs="+",
        action="extend",
        default=[],
        metavar="ROW",
        help="rows that are the organisation they look like; others are recorded apart",
    )
    _add_common(parser)


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", choices=["pl", "en"], default="en", help="of messages (en)")
    parser.add_argument(
        "--as", dest="account", metavar="EMAIL", help="account in whose name the trail is kept"
    )
