"""One written form for texts that differ only in case, compatibility forms or diacritics."""

import unicodedata
from functools import lru_cache

# letters that Unicode does not decompose into a letter and a mark
_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_BROKEN = dict.fromkeys(range(0xD800, 0xE000))  # halves of characters, left by a bad conversion
_DROPPED = _INVISIBLE | _BROKEN


def normalised(text: str) -> str:
    """Return a text in NFKC without soft hyphens, zero-width and broken characters.

    Examples
    --------
    >>> normalised("m² bio\u00admasy")
    'm2 biomasy'
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", text).translate(_DROPPED)


@lru_cache(maxsize=1 << 18)
def fold(word: str) -> str:
    """Return a word without case and diacritics, ``ł`` included.

    Parameters
    ----------
    word : str
        A word or a short text in any script.

    Returns
    -------
    str
        Case-folded, decomposed, marks removed; scripts without case or marks are unchanged.

    Examples
    --------
    >>> fold("Żółć"), fold("ŁÓDŹ"), fold("Straße")
    ('zolc', 'lodz', 'strasse')
    """
    folded = word.casefold()
    if folded.isascii():
        return folded
    decomposed = unicodedata.normalize("NFKD", folded.translate(_UNDECOMPOSED))
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))
