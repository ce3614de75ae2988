"""`zwornik match rank` and `zwornik match evaluate`: the matcher on files and on judged pairs."""

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from zwornik.cli.evaluation import evaluate_demonstration
from zwornik.matching.rankfile import RankFileError, rank_files


class Command(BaseCommand):
    """Ranks profiles for queries given as files, and measures how good the ranking is."""

    help = "Rank profiles for queries given as JSON lines, or measure the matcher on judged pairs."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the words after `match`."""
        words = parser.add_subparsers(
            dest="word", required=True, parser_class=argparse.ArgumentParser
        )
        rank = words.add_parser("rank", help="write a TREC run: the best profiles for each query")
        rank.add_argument("--queries", type=Path, required=True, help="JSON lines: id, title, text")
        rank.add_argument(
            "--profiles", type=Path, required=True, help="JSON lines: id, title, text"
        )
        rank.add_argument("--out", type=Path, required=True, help="run file to write")
        rank.add_argument("--top", type=int, default=100, help="profiles for each query (100)")
        rank.add_argument("--tag", default="zwornik", help="name of the run in its last column")
        words.add_parser("evaluate", help="measure on the demonstration's judged pairs")

    def handle(self, *_arguments: Any, **options: Any) -> None:
        """Do what the word says."""
        if options["word"] == "evaluate":
            self.stdout.write(evaluate_demonstration())
            return
        if options["top"] < 1:
            raise CommandError("--top: at least 1 profile for each query", returncode=2)
        if options["tag"].split() != [options["tag"]]:
            raise CommandError("--tag: one word, without white space", returncode=2)
        try:
            report = rank_files(
                options["queries"],
                options["profiles"],
                options["out"],
                top=options["top"],
                tag=options["tag"],
            )
        except (RankFileError, OSError) as error:
            raise CommandError(str(error), returncode=2) from error
        self.stdout.write(str(report))
