"""English abbreviations written with a full stop, sorted by what the stop may mean.

All are in lower case and without the last stop.
"""

from __future__ import annotations

from paradero.text.wordlist import listed

# A name follows; the stop never ends a sentence. Only with a capital: "the rep." and "fell ill." are plain words.
TITLES = frozenset(
    listed(
        """
    mr mrs ms messrs mx dr prof rev fr sr st ste mt ft hon gen col lt maj capt cpl sgt pte pvt adm cmdr cdr
    brig supt insp det const sen rep gov pres amb sec dep asst atty maj-gen lt-gen brig-gen lt-col cllr ald
    spc msgr
    """
    )
)

# A further word follows, whatever the case.
INNER = frozenset(listed("v vs viz cf e.g i.e eg ie al ca approx"))

# The stop belongs to the abbreviation when a figure follows ("No. 5", "Aug. 10"), else it ends the sentence.
BEFORE_NUMBER = frozenset(
    listed(
        """
    no nos nr art arts para paras sect sec ch chap fig figs vol p pp pt app jan feb mar apr jun jul aug sep
    sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    """
    )
)

# The stop belongs to the abbreviation and may end the sentence as well: the next word decides.
EITHER = frozenset(
    listed(
        """
    u.s u.n u.k e.u u.s.a u.s.s.r u.a.e d.c n.y l.a d.d.c a.m p.m am pm b.c a.d etc est jr ph.d m.d b.a m.a
    j.d
    """
    )
)

# The same, but only with a capital: "Ill." is a state, "ill." is not.
EITHER_CAPITAL = frozenset(
    listed(
        """
    inc ltd co corp bros dept univ esq ave blvd rd calif ariz fla tex mass conn ill wash va md pa ga ala ark
    colo ind kan ky la mich minn miss mo mont neb nev okla ore tenn wis wyo ont que
    """
    )
)

# Words that rarely come second in a name; after an abbreviation they begin a new sentence.
STARTERS = frozenset(
    listed(
        """
    the a an he she it they we i you his her its their our my your this that these those there here in on at
    by for from with without after before since until when while where who what why how if as but and or nor
    yet so then now today yesterday tomorrow meanwhile however nobody none all both some many most more
    several another others one two three four five six seven eight nine ten no not at last later earlier
    under over among according asked
    """
    )
)
