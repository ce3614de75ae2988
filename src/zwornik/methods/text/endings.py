"""Rules of Polish endings: lemmas of words that no dictionary knows, nominal forms of verbs."""

import re

# ending of the lemma, then the endings that its other cases have
_PARADIGMS = """
cja cji cję cją cje cjom cjami cjach
zja zji zję zją zje zjom zjami zjach
sja sji sję sją sje sjom sjami sjach
ia ii ię ią iom iami iach
ość ości ością ościom ościami ościach
anie ania aniu aniem ań aniom aniami aniach
enie enia eniu eniem eń eniom eniami eniach
cie cia ciu ciem
izm izmu izmowi izmem izmie izmy izmów
owy owego owemu owym owych owymi ową owej owa owe owo
ny nego nemu nym nych nymi ną nej na ne no
ski skiego skiemu skim skich skimi ską skiej ska skie sko
cki ckiego ckiemu ckim ckich ckimi cką ckiej cka ckie cko
ika iki ikę iką ice ik ikom ikami ikach
yka yki ykę yką yce yk ykom ykami ykach
- ami ach owi ów om em u y ie a i ę ą e o ego emu ej ym ych ymi im ich imi
"""
_LEMMA_ENDING = {
    ending: "" if lemma == "-" else lemma
    for lemma, *endings in map(str.split, _PARADIGMS.strip().splitlines())
    for ending in (lemma, *endings)
}
_LONGEST_ENDING = max(map(len, _LEMMA_ENDING))
_SHORTEST_STEM = 3
_GERUND = re.compile(r"(?<=[nc])i(?:e|a|u|em|om|ami|ach)$|(?<=[aey])ń$")
_PARTICIPLE = re.compile(r"(?<=[ntc])(?:ego|emu|ym|ych|ymi|ą|ej|y|a|e|i)$")


def guessed_lemma(form: str) -> str:
    """Guess the lemma of a lower-case word form from its ending.

    All forms of one word should meet in one lemma; that the lemma is the right one matters less.

    Examples
    --------
    >>> guessed_lemma("enkapsulacji"), guessed_lemma("biodrukowaniem")
    ('enkapsulacja', 'biodrukowanie')
    """
    if not form.isalpha():
        return form
    for start in range(max(_SHORTEST_STEM, len(form) - _LONGEST_ENDING), len(form)):
        lemma_ending = _LEMMA_ENDING.get(form[start:])
        if lemma_ending is not None:
            return form[:start] + lemma_ending
    return form


def noun_of_gerund(form: str) -> str:
    """Return the nominative of a verbal noun from any of its forms.

    Examples
    --------
    >>> noun_of_gerund("zakwaszaniem"), noun_of_gerund("badań"), noun_of_gerund("użyciu")
    ('zakwaszanie', 'badanie', 'użycie')
    """
    if form.endswith("ń"):
        return form[:-1] + "nie"
    return _GERUND.sub("ie", form)


def masculine_of_participle(form: str) -> str:
    """Return the masculine nominative of a participle from any of its forms.

    Examples
    --------
    >>> masculine_of_participle("modyfikowanych"), masculine_of_participle("czyszczącą")
    ('modyfikowany', 'czyszczący')
    """
    return _PARTICIPLE.sub("y", form)
