"""From a raw text to clauses of words: markup and emoji out, numbers kept with their units."""

import html
import re

from zwornik.methods.text.folding import normalised

Clause = list[str]

_UNITS = (
    r"%|‰|°\s?[CF]|"
    r"[kmcdnµμu]?m|[kmµμun]?g|[mµμudnh]?[lL]|[kMGT]?Wh?|[km]?V|[mµμk]?A|[kMGT]?Hz|[kMGh]?Pa|m?bar|"
    r"[kM]?Da|[mµμunkM]?mol|[mµμn]M|[kM]?bp|[kMGT]B|[kM]?J|[kM]?N|[mµμn]?s|min|h|rpm|pp[mb]|"
    r"m[23]|cm[23]|ha|km2|PLN|EUR|USD|zł"
)
_LONGEST_WORD = 100  # a sequence or a code; dictionaries need not see all of it
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
_SUBSCRIPT = re.compile(r"</?sub>", re.IGNORECASE)  # CO<sub>2</sub> is one word
_HIDDEN_START = re.compile(r"<!--|<(?:script|style)\b[^<>]{0,2000}>", re.IGNORECASE)
_HIDDEN_END = re.compile(r"-->|</(?:script|style)\s*>", re.IGNORECASE)
_BLOCK_END = re.compile(r"</?(?:p|br|li|ul|ol|div|td|tr|th|h\d)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;:!?()\[\]{}<>\"„”“«»|•·\n\r\t…]+|[.,](?!\d)|\s[-–—]+\s|—")
_WORD = re.compile(
    rf"\d+(?:[.,]\d+)*\s?(?:{_UNITS})(?![^\W_]|-[^\W_])"  # a measure: 5 mm, 0,5 ml, 37 °C
    r"|\d+(?:[.,]\d+)+"  # a number with a decimal mark
    r"|[A-Z][&+][A-Z](?![^\W_])"  # R&D, B+R
    r"|[^\W_]+(?:[-‐‑–'’][^\W_]+){0,7}"  # a word, possibly hyphenated
)


def _without_hidden(text: str) -> str:
    """Drop comments, scripts and style sheets; one that is never closed keeps its words."""
    shown, *hidden = _HIDDEN_START.split(text)
    return shown + "".join(" " + _HIDDEN_END.split(part, maxsplit=1)[-1] for part in hidden)


def _without_markup(text: str) -> str:
    if "<" in text:
        text = _TAG.sub(
            lambda tag: " . " if _BLOCK_END.match(tag[0]) else " ",
            _SUBSCRIPT.sub("", _without_hidden(text)),
        )
    return html.unescape(text) if "&" in text else text


def _as_term(word: str) -> str:
    if word.isalnum():
        return word
    if word[0].isdigit():
        return re.sub(r"\s", "", word).replace(",", ".").replace("μ", "µ")
    return word.replace("‐", "-").replace("‑", "-").replace("–", "-").replace("’", "'")


def clauses(text: str) -> list[Clause]:
    """Split a text into clauses of words, in the order written.

    A clause ends at punctuation, so that no multiword term is found across it. Hyphenated words,
    abbreviations and CamelCase stay whole; a number is joined to its unit and gets a decimal point;
    a word of more than 100 letters is cut there.

    Parameters
    ----------
    text : str
        Any text, also empty, with or without markup and character references.

    Returns
    -------
    list of list of str
        Words as written; symbols and emoji are left out.

    Examples
    --------
    >>> clauses("Czujnik <b>pH</b> (0,5 ml), high-throughput 🧪 mRNA.")
    [['Czujnik', 'pH'], ['0.5ml'], ['high-throughput', 'mRNA']]
    >>> clauses("")
    []
    """
    plain = normalised(_without_markup(text))
    found = (
        [_as_term(word[:_LONGEST_WORD]) for word in _WORD.findall(part)]
        for part in _CLAUSE_END.split(plain)
    )
    return [clause for clause in found if clause]


def parts_of(word: str) -> list[str]:
    """Return the parts of a hyphenated word, or the word alone.

    Examples
    --------
    >>> parts_of("high-throughput"), parts_of("PCR")
    (['high', 'throughput'], ['PCR'])
    """
    return [part for part in word.split("-") if part]
