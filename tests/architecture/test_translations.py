"""Everything a person reads is there in Polish and in English."""

import importlib.util
import re
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).parents[2]
spec = importlib.util.spec_from_file_location("messages", ROOT / "tools" / "messages.py")
messages = importlib.util.module_from_spec(spec)
spec.loader.exec_module(messages)


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_text_is_translated(language):
    path = messages.LOCALES / language / "LC_MESSAGES" / "django.po"
    entries = {(e.msgctxt, e.msgid): e for e in polib.pofile(str(path))}
    wanted = {(context, singular) for context, singular, _plural in messages.texts()}
    assert wanted - set(entries) == set()
    assert [e.msgid for e in entries.values() if not e.translated()] == []


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_translation_keeps_its_placeholders(language):
    path = messages.LOCALES / language / "LC_MESSAGES" / "django.po"
    marks = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
    wrong = []
    for entry in polib.pofile(str(path)):
        wanted = set(marks.findall(entry.msgid)) | set(marks.findall(entry.msgid_plural))
        texts = [entry.msgstr, *entry.msgstr_plural.values()]
        wrong += [text for text in texts if not set(marks.findall(text)) <= wanted]
    assert wrong == []
