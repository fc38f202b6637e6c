"""Returning: whom a statement says to be given in return for others, and whether they are people. A pure function."""

from __future__ import annotations

import re

from paradero.ledger.claims import Claim
from paradero.ledger.people_words import NUMBER, Whom, said, whom_of
from paradero.ledger.phrases import phrase
from paradero.ledger.sentence import sentence_of
from paradero.model import Figure, Mention, Statement
from paradero.model.naming import Naming

_LEAD = 4  # characters before a number that counts all of whom words are about: "the ten"
_SENTENCE = 160  # characters before a statement that may belong to its sentence


def counterpart(claim: Claim, mention: Mention, naming: Naming) -> Claim:
    """Return what a statement says of those given in return."""
    words = said(mention)
    counted = _counted(words)
    figure = counted or (Figure(None, None, written="") if claim.figure is None else None)
    return Claim(
        f"{claim.id}#return",
        claim.statement,
        claim.document,
        claim.speaker,
        "exchanged",
        claim.state,
        claim.party,
        mention.start if mention.start is not None else claim.start,
        claim.said_on,
        claim.stance,
        claim.modality,
        claim.negative,
        whom=Whom.of_words(words, naming, mention.start, mention.end),
        figure=figure,
        when=claim.when,
        returns=claim.id,
        rules=() if counted is None else ("counted_in_the_words",),
        words=words,
    )


def given_for(returned: Claim, one: Statement, text: str, naming: Naming) -> bool:
    """Tell whether words that a reader took for those given in return are people given in return for people.

    They are where the sentence has a word of exchange, or where both are told by a name or a noun for people: "three
    captives for ninety prisoners", and not "renewed for fifteen and then for forty-five days".
    """
    whom = returned.whom
    if whom is None or not whom.human:
        return False
    if one.act == "exchanged" or one.span.row is not None or phrase("exchanging").search(sentence_of(one, text).words):
        return True
    given = whom_of(one, naming)
    both = () if given is None else (given, whom)
    return bool(both) and all(each.names or each.peoples or naming.tells_people(each.label) for each in both)


def for_people(one: Statement, naming: Naming) -> bool:
    """Tell whether what is given in return can be people; also where nobody tells what it is."""
    return one.in_return_for is None or Whom.of_words(said(one.in_return_for), naming).human


def in_return(one: Statement, text: str = "") -> bool:
    """Tell whether the words of a statement, or those before it in its sentence, say that it is in return."""
    if one.span.row is not None:
        return False
    behind = text[max(0, one.span.start - _SENTENCE) : one.span.start] if text else one.span.prefix
    before = re.split(r"[.!?”\n]", behind)[-1]
    return bool(phrase("in_return").search(f"{before}{one.span.exact}"))


def _counted(words: str) -> Figure | None:
    """Return how many words for people say that they are: "150 prisoners"; None where they begin with no number."""
    if not any(one.isdigit() for one in words) and not NUMBER.search(words):
        return None
    from paradero.text.en.numbers import figures

    told = [one for one in figures(words) if one.kind == "count" and one.value is not None and not one.is_whole]
    if not told or told[0].start > _LEAD:
        return None
    first = told[0]
    return Figure(first.operator, first.value, "persons", "", first.high, first.written, whole=first.whole)
