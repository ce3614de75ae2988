"""English words to stems in which British, American and Greek-plural spellings meet."""

import re
from functools import cache

from Stemmer import Stemmer

from zwornik.methods.text.folding import fold

_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations|able)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})yz(?=(?:e|ed|es|er|ers|ing)$)"), "ys"),
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|less|al|ant)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{2})tre(?=s?$)"), "ter"),
    (re.compile(r"(?<=fib)re(?=s?$)"), "er"),
    (re.compile(r"ae(?=[a-z]{2})"), "e"),
    (re.compile(r"^oe|(?<=f)oe(?=t)|(?<=rrh)oe(?=a)|(?<=c)oe(?=li)"), "e"),
    (re.compile(r"(?<=[a-z]{2})ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"(?<=[a-z]{2})ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=alumin)ium$"), "um"),
    (re.compile(r"(?<=progra)mme(?=s?$)"), "m"),
    (re.compile(r"^sulph"), "sulf"),
)


@cache
def _stemmer() -> Stemmer:
    return Stemmer("english", 0)


@cache
def stem(word: str) -> str:
    """Return the Snowball stem of an English word, spelling variants united.

    Parameters
    ----------
    word : str
        A word in any case; words with digits come back folded but unstemmed.

    Returns
    -------
    str
        Folded stem.

    References
    ----------
    .. [1] Porter, M. F. (2001). Snowball: a language for stemming algorithms.

    Examples
    --------
    >>> stem("tumours") == stem("tumor"), stem("analyses") == stem("Analysis")
    (True, True)
    >>> stem("purified") == stem("purification"), stem("CO2")
    (True, 'co2')
    """
    folded = fold(word).removesuffix("'s").replace("'", "")
    if not folded.isalpha() or not folded.isascii():
        return folded
    for pattern, spelling in _SPELLINGS:
        folded = pattern.sub(spelling, folded)
    if folded.endswith("sis") and len(folded) > 5:
        return folded[:-2]
    stemmed: str = _stemmer().stemWord(folded)
    return stemmed[:-1] if stemmed.endswith("ifi") else stemmed
