"""Which candidates are acts of custody that the text tells: by rules, and by the model's opinion where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.model.vocabulary import term
from paradero.reading.acts import kinds
from paradero.reading.acts.fitting import denies
from paradero.reading.acts.lexicon import nouns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.reading.acts.roles import Roles
    from paradero.reading.acts.scene import Candidate, Scene
    from paradero.reading.acts.triggers import Trigger
    from paradero.text.en.phrases import Chunk

# Shares of the model's opinion, set on the 29 reports kept for tuning (bench/reading/reports.py): what the rules take
# counts unless the model finds next to nothing in it, an everyday word sooner than a term of custody; from CERTAIN on
# the rules are not asked; words that no list knows need more. Vetoes from 0.06 down make no difference there; they are
# this low because the model finds little in plain sentences that stand alone, which would be lost.
VETO = 0.0003
VETO_WEAK = 0.005
CERTAIN = 0.85
ALONE = 0.9

# Acts whose subject is as often a party, "Malvaria", as a person, "Adnan".
_BY_PARTIES = frozenset({"deal", "refusal"})


def told(scene: Scene) -> list[Candidate]:
    """Return the candidates of a sentence that count and are statements of their own, in order."""
    kept = [c for c in scene.candidates if _counts(scene, c)]
    return [c for c in kept if not _carried(scene, c, kept)]


def _counts(scene: Scene, candidate: Candidate) -> bool:
    view, trigger = candidate.view, candidate.trigger
    if view is None:
        return _by_rule(scene, trigger, candidate.roles)
    if _travels_in_office(candidate):
        return False
    if _looks_like_custody(scene, candidate) or _agrees_on_else(scene, trigger):
        return False
    if not candidate.listed:
        return view.told >= ALONE
    if view.told >= CERTAIN:
        return True
    return view.told >= (VETO_WEAK if trigger.pattern.weak else VETO) and _by_rule(scene, trigger, candidate.roles)


def _looks_like_custody(scene: Scene, candidate: Candidate) -> bool:
    """Whether everyday words only look like being taken or held.

    The model has read reports on custody only: elsewhere "hiding" and "present" look to it like being held, and "took
    shelter" like an arrest.
    """
    trigger, who = candidate.trigger, candidate.roles.heads.get("who")
    listed = candidate.listed and not trigger.pattern.weak
    if listed or term("acts", trigger.act).family not in ("custody", "taking"):
        return False
    place = who is not None and trigger.pattern.kind == "verbs" and _is_bare_place(candidate, who)
    return not scene.about_custody or place or (who is not None and kinds.is_people(who) is False)


def _is_bare_place(candidate: Candidate, who: Chunk) -> bool:
    """ "Stormed the hostel"; "a convent of eleven" and what drives about stand for the people in them."""
    ends_so = candidate.roles.spans["who"][1] == who.end
    return ends_so and who.head.lower in nouns("places") - nouns("vehicle")


def _agrees_on_else(scene: Scene, trigger: Trigger) -> bool:
    """ "Agreed terms with the striker": what is agreed is no deal, no event of custody and has nobody in it."""
    sentence = scene.sentence
    if not any(v.base == "agree" for v in sentence.chunks[trigger.chunk].head.verbs):
        return False
    objects = sentence.objects(trigger.chunk)[:1]
    objects = tuple(o for o in objects if not any(o.start < e and s < o.end for s, e in scene.times))
    inside = [c for o in objects for c in sentence.chunks[o.first : o.last + 1] if c.kind == "NP"]
    of_custody = nouns("event") | nouns("bases")
    return bool(inside) and not any(kinds.is_people(c) is True or c.head.lower in of_custody for c in inside)


def _travels_in_office(candidate: Candidate) -> bool:
    who = candidate.roles.heads.get("who")
    moves = term("acts", candidate.trigger.act).family == "move"
    return moves and who is not None and kinds.is_official(who) and not kinds.is_custody_noun(who)


def _by_rule(scene: Scene, trigger: Trigger, roles: Roles) -> bool:
    who = roles.heads.get("who")
    people = kinds.is_people(who) if who is not None else None
    if people is None and term("acts", trigger.act).family not in _BY_PARTIES and _is_bare_name(scene, roles):
        people = True
    if trigger.pattern.weak:
        return scene.about_custody and _weak(trigger, roles, people)
    if people is False:
        return False
    if trigger.pattern.kind != "nouns":
        return who is not None or "by" in roles.spans or scene.about_custody
    if trigger.act == "accused":
        return bool(roles.spans.keys() & {"who", "accusation"})
    return scene.about_custody or bool(roles.spans.keys() & {"who", "from"})


def _is_bare_name(scene: Scene, roles: Roles) -> bool:
    """ "Adnan is home": one capitalised word that no list of places and bodies knows is a person's name."""
    who = roles.heads.get("who")
    if who is None or who.head.tag != "NAME" or len(who.words) > 1:
        return False
    return not any(n.start < who.end and who.start < n.end for n in scene.names)


def _weak(trigger: Trigger, roles: Roles, people: bool | None) -> bool:
    """An everyday word counts for people who are no officials; a movement of them also needs a place or a holder."""
    who = roles.heads.get("who")
    deal = term("acts", trigger.act).family == "deal" and bool(roles.spans.keys() & {"to", "in_return_for"})
    if trigger.pattern.kind == "nouns" or deal:
        return people is not False
    if who is None or people is not True or kinds.is_official(who):
        return False
    moved = trigger.pattern.kind == "subject" and term("acts", trigger.act).family == "move"
    return not moved or bool(roles.spans.keys() & {"from", "to", "at"}) or kinds.is_custody_noun(who)


def _carried(scene: Scene, candidate: Candidate, kept: Sequence[Candidate]) -> bool:
    """Whether the words are no statement of their own.

    A deal named as the basis of another act, an accusation that spells out another, and a participle or a relative
    clause that only says which people another act is about, and where.
    """
    trigger = candidate.trigger
    for other in kept:
        if other is candidate:
            continue
        inside = {r for r, (s, e) in other.roles.spans.items() if s <= trigger.start and trigger.end <= e}
        if "accusation" in inside or (inside - {"who"} and trigger.pattern.kind == "nouns"):
            return True
    return _is_told_by_subject(scene, candidate, kept) or _only_says_which(scene, candidate, kept)


def _is_told_by_subject(scene: Scene, candidate: Candidate, kept: Sequence[Candidate]) -> bool:
    """Whether a verb that only the model finds repeats its subject: of "no judge heard them" two words tell it."""
    sentence, k = scene.sentence, candidate.trigger.chunk
    if candidate.listed or sentence.chunks[k].kind != "VG" or denies(sentence, k):
        return False
    subject = sentence.subject(k)
    told_by = [c.trigger for c in kept if c.listed and c.trigger.pattern.kind == "nouns"]
    family = term("acts", candidate.trigger.act).family
    return subject is not None and any(
        subject.start <= t.start < subject.end and term("acts", t.act).family == family for t in told_by
    )


def _only_says_which(scene: Scene, candidate: Candidate, kept: Sequence[Candidate]) -> bool:
    trigger, mine = candidate.trigger, candidate.roles
    if mine.spans.keys() - {"who", "at"} or "who" not in mine.spans or _dated(scene, trigger):
        return False
    hosts = [c for c in kept if c is not candidate and _names_which(scene, candidate, c)]
    if hosts and trigger.act == "held" and "at" in mine.spans:
        nearest = min(hosts, key=lambda host: abs(host.trigger.start - trigger.start)).roles
        if not nearest.spans.keys() & {"at", "from"}:
            nearest.put("at", mine.spans["at"])
    return bool(hosts)


def _names_which(scene: Scene, candidate: Candidate, other: Candidate) -> bool:
    """A participle right behind the people of another act, or "who were held in ..." behind those of a noun."""
    trigger, chunks = candidate.trigger, scene.sentence.chunks
    who = candidate.roles.spans["who"]
    same = other.roles.spans.get("who", (-1, 0))[0] == who[0]
    if chunks[trigger.chunk].reduced and trigger.pattern.kind == "verbs":
        set_off = "," in scene.sentence.text[who[1] : trigger.start] and trigger.act != "held"
        adjacent = who[1] <= trigger.start <= who[1] + 3 and not set_off
        law = term("acts", other.trigger.act).family == "law"
        return same and adjacent and other.trigger.start != trigger.start and not law
    relative = trigger.chunk > 0 and chunks[trigger.chunk - 1].kind == "REL"
    return same and relative and trigger.act == "held" and other.trigger.pattern.kind == "nouns"


def _dated(scene: Scene, trigger: Trigger) -> bool:
    return any(0 <= start - trigger.end < 40 for start, _ in scene.times)
