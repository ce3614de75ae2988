"""Content of records: icons of fields, texts in paragraphs, the sentence that stands first."""

import re

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from zwornik.core.bilingual import in_language, reader_language, written_language
from zwornik.web.templatetags.zwornik import fields_by_code, typo

register = template.Library()
# a full stop after three letters or fewer is more likely an abbreviation (ok., np., r.)
SENTENCE_END = re.compile(
    r"(?:(?<=\w{4}[.!?])|(?<=[0-9%)”\"][.!?]))(?<!prof\.)(?<!approx\.)\s+(?=[A-ZĄĆĘŁŃÓŚŹŻ0-9„“])"
)
LONGEST_LEAD = 240


@register.filter
def field_icon(code: str) -> str:
    """Name the icon of a field."""
    field = fields_by_code().get(code)
    return field.icon if field else "stack-2"


def first_sentences(text: str, limit: int = LONGEST_LEAD) -> str:
    """Return the first sentence, and those after it that fit with it into the limit."""
    sentences = SENTENCE_END.split(" ".join(text.split()))
    kept = sentences[0]
    for sentence in sentences[1:]:
        if len(kept) + len(sentence) + 1 > limit:
            break
        kept = f"{kept} {sentence}"
    return kept


@register.filter
def lead(record: object, name: str) -> SafeString:
    """Show the first sentences of a bilingual text, marked with its language if foreign."""
    return _marked(first_sentences(in_language(record, name)), record, name)


@register.filter
def first_sentence(record: object, name: str) -> SafeString:
    """Show the first sentence of a bilingual text, marked with its language if foreign."""
    return _marked(first_sentences(in_language(record, name), 0), record, name)


@register.filter
def said_plain(record: object, name: str) -> str:
    """Write a bilingual field without marks, for attributes and titles."""
    return in_language(record, name)


@register.filter
def said_paragraphs(record: object, name: str) -> SafeString:
    """Show a bilingual text by paragraphs, each marked with its language if foreign."""
    parts = re.split(r"\n\s*\n", in_language(record, name).strip())
    paragraphs = [_marked(" ".join(part.split()), record, name) for part in parts if part.strip()]
    return format_html_join("", "<p>{}</p>", ((paragraph,) for paragraph in paragraphs))


def _marked(text: str, record: object, name: str) -> SafeString:
    language = written_language(record, name)
    if not text or language == reader_language():
        return format_html("{}", typo(text))
    return format_html('<span lang="{}">{}</span>', language, typo(text))


@register.filter
def unbroken(code: str) -> str:
    """Write a code such as T-0087 with a hyphen at which no line breaks."""
    return code.replace("-", "\u2011")
