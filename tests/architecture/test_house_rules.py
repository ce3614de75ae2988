"""The rules of the house that no off-the-shelf linter knows."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "zwornik"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CODE = [p for p in sorted(SOURCE.rglob("*.py")) if "migrations" not in p.parts]
DOORS = [p for p in CODE if p.relative_to(SOURCE).parts[0] in {"web", "api"}]
TEMPLATES = sorted((SOURCE / "web" / "templates").rglob("*.html"))
LAYERS = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
FLOOR = {r.strip(" ()"): -depth for depth, line in enumerate(LAYERS) for r in line.split("|")}
MAX_LINES = 400
MAX_TEMPLATE_LINES = 100
JUNK_DRAWERS = {"utils", "helpers", "misc", "common", "tools", "lib", "base"}


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", CODE, ids=named)
def test_file_is_short_and_well_named(path):
    assert len(path.read_text("utf-8").splitlines()) <= MAX_LINES
    assert path.stem not in JUNK_DRAWERS
    assert path.parent.name not in JUNK_DRAWERS


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_template_is_short(path):
    assert len(path.read_text("utf-8").splitlines()) <= MAX_TEMPLATE_LINES


@pytest.mark.parametrize("path", CODE, ids=named)
def test_module_says_what_it_is_for(path):
    if path.name in {"apps.py", "urls.py"}:
        return
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_foreign_keys_point_down():
    upward = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in FLOOR
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model._meta.app_label in FLOOR
        if FLOOR[field.related_model._meta.app_label] > FLOOR[model._meta.app_label]
    ]
    assert upward == []


@pytest.mark.parametrize("path", DOORS, ids=named)
def test_doors_never_touch_managers(path):
    managers = [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "save", "delete"}
    ]
    assert managers == []


@pytest.mark.parametrize("path", CODE, ids=named)
def test_a_room_asks_only_for_its_own_jobs(path):
    room = path.relative_to(SOURCE).parts[0]
    foreign = [
        node.args[0].value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "enqueue"
        if isinstance(node.args[0], ast.Constant)
        if not node.args[0].value.startswith(f"{room}.")
    ]
    assert foreign == []


def test_every_job_that_is_asked_for_exists():
    from zwornik.jobs.registry import JOBS

    asked = {
        node.args[0].value
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "enqueue"
        if isinstance(node.args[0], ast.Constant)
    }
    assert asked <= set(JOBS)


def test_every_scheduled_job_exists():
    from zwornik.jobs.registry import JOBS
    from zwornik.jobs.schedule import SCHEDULE

    assert {daily.name for daily in SCHEDULE} <= set(JOBS)


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_blocktranslate_is_trimmed(path):
    tags = re.findall(r"{%\s*blocktranslate[^%]*%}", path.read_text("utf-8"))
    assert [tag for tag in tags if "trimmed" not in tag] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_template_has_no_inline_style_or_script(path):
    text = path.read_text("utf-8")
    assert not re.search(r"\sstyle=\"|\son[a-z]+=\"", text)
    assert not re.search(r"<script(?![^>]*\b(src=|type=\"application/json\"))", text)


def test_no_migration_is_pending(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


UNTRACKED = {
    "core.Cluster": None,
    "directory.ImportRow": "holds the trail of an import itself",
    "matching.MatchRun": "computed, never typed",
    "matching.Match": "computed, never typed",
    "jobs.ScheduledJob": "bookkeeping of the worker",
}


def test_every_record_leaves_a_trail():
    listed = {
        entry if isinstance(entry, str) else entry["model"]
        for entry in settings.AUDITLOG_INCLUDE_TRACKING_MODELS
    }
    records = {m._meta.label for m in apps.get_models() if m._meta.app_label in FLOOR}
    excused = {label for label, reason in UNTRACKED.items() if reason}
    assert records - listed - excused == set()
    assert listed - records == set()


def test_every_constraint_of_a_record_is_named_by_its_fact():
    wrong = [
        constraint.name
        for model in apps.get_models()
        if model._meta.app_label in FLOOR
        for constraint in model._meta.constraints
        if not constraint.name.startswith(f"{model._meta.app_label}_{model._meta.model_name}_")
    ]
    assert wrong == []


def test_every_setting_is_documented():
    text = (SOURCE / "project" / "settings.py").read_text("utf-8") + (ROOT / "run").read_text(
        "utf-8"
    )
    read = set(re.findall(r"\b(ZWORNIK_[A-Z_]+|DATABASE_URL)\b", text))
    page = (ROOT / "docs" / "administrator" / "settings.md").read_text("utf-8")
    assert {name for name in read if f"`{name}`" not in page} == set()


def test_every_command_is_documented():
    commands = [p.stem for p in SOURCE.rglob("management/commands/*.py") if p.stem != "__init__"]
    page = (ROOT / "docs" / "administrator" / "commands.md").read_text("utf-8")
    assert [name for name in commands if f"`zwornik {name}" not in page] == []


def test_every_record_is_documented():
    pages = "".join(p.read_text("utf-8") for p in (ROOT / "docs" / "developer").glob("records*.md"))
    records = {m.__name__ for m in apps.get_models() if m._meta.app_label in FLOOR}
    assert {name for name in records if f"`{name}`" not in pages} == set()


def test_nothing_of_the_public_data_is_in_the_project():
    suffixes = {".gz", ".geojson", ".topojson", ".parquet"}
    vendor = SOURCE / "web" / "static" / "vendor"
    kept = [
        p for p in (ROOT / "src").rglob("*") if p.suffix in suffixes and vendor not in p.parents
    ]
    assert kept == []
