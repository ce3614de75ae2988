"""Bring the translation files up to date with the texts of the code and the templates.

New texts are added empty, vanished ones are removed; `tests/architecture` refuses empty ones.
Templates are read as Django reads them, and no gettext program is needed.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import polib
from babel.messages.extract import extract
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/zwornik"
LOCALES = SOURCE / "web/locale"
KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip
PLURALS = {
    "pl": "nplurals=4; plural=(n==1 ? 0 : (n%10>=2 && n%10<=4) && (n%100<12 || n%100>14) ? 1 : "
    "n!=1 && (n%10>=0 && n%10<=1) || (n%10>=5 && n%10<=9) || (n%100>=12 && n%100<=14) ? 2 : 3);",
    "en": "nplurals=2; plural=(n != 1);",
}
FORMS = {"pl": 4, "en": 2}
Key = tuple[str | None, str, str | None]


def texts() -> dict[Key, list[str]]:
    """Return every text that people read: (context, singular, plural) with where it stands."""
    found: dict[Key, list[str]] = {}
    for path in sorted(SOURCE.rglob("*")):
        if path.suffix in {".py", ".html", ".txt"} and "locale" not in path.parts:
            for line, key in _texts_of(path):
                found.setdefault(key, []).append(f"{path.relative_to(ROOT)}:{line}")
    return found


def _texts_of(path: Path) -> Iterator[tuple[int, Key]]:
    source = path.read_text("utf-8")
    method = "python"
    if path.suffix != ".py":
        if "{%" not in source:
            return
        source, method = templatize(source), "javascript"
    for line, message, _comments, context in extract(method, io.BytesIO(source.encode()), KEYWORDS):
        singular, plural = message if isinstance(message, tuple) else (message, None)
        if singular:
            yield line, (context, singular, plural)


def update(language: str) -> tuple[int, int]:
    """Rewrite the file of a language; return how many texts there are and how many are empty."""
    path = LOCALES / language / "LC_MESSAGES" / "django.po"
    old = {(e.msgctxt, e.msgid): e for e in polib.pofile(str(path))} if path.exists() else {}
    new = polib.POFile(wrapwidth=100)
    new.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    for (context, singular, plural), _places in sorted(texts().items(), key=_order):
        new.append(_entry(context, singular, plural, old.get((context, singular)), language))
    path.parent.mkdir(parents=True, exist_ok=True)
    new.save(str(path))
    return len(new), sum(not e.translated() for e in new)


def _order(item: tuple[Key, list[str]]) -> tuple[str, str]:
    (context, singular, _plural), _places = item
    return (singular, context or "")


def _entry(
    context: str | None, singular: str, plural: str | None, old: polib.POEntry | None, language: str
) -> polib.POEntry:
    entry = polib.POEntry(msgid=singular, msgctxt=context)
    entry.flags = ["python-format"] if "%(" in singular else []
    if plural is None:
        own = singular if language == "en" else ""
        entry.msgstr = old.msgstr if old and old.msgstr else own
        return entry
    entry.msgid_plural = plural
    own_forms = {0: singular, 1: plural} if language == "en" else {}
    blank = dict.fromkeys(range(FORMS[language]), "")
    kept = old.msgstr_plural if old and old.msgstr_plural else {}
    entry.msgstr_plural = {**blank, **own_forms, **{int(k): v for k, v in kept.items() if v}}
    return entry


def main() -> int:
    """Update both languages and say how much is left to translate."""
    if not settings.configured:
        settings.configure(USE_I18N=True)
    for language in ("pl", "en"):
        count, empty = update(language)
        print(f"{language}: {count} texts, {empty} without a translation")
    return 0


if __name__ == "__main__":
    sys.exit(main())
