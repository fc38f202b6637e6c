"""Whether an act is told as done, planned, conditional or hypothetical, as done or not done, and with what hedge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paradero.model.statement import Polarity

if TYPE_CHECKING:
    from paradero.reading.acts.roles import Roles
    from paradero.reading.acts.triggers import Trigger
    from paradero.text.en.clauses import Sentence
    from paradero.text.en.phrases import Chunk


@dataclass(frozen=True, slots=True)
class Mood:
    """How an act is told.

    Attributes:
        modality: code of the vocabulary ``modalities``.
        polarity: negative for "were not freed", "nobody was charged".
        hedge: the words by which the teller holds back ("alleged", "reportedly"); empty when none.
        stance: ``demands`` or ``offers`` when the verb above the act is one ("demanded their release"); else empty.
    """

    modality: str = "actual"
    polarity: Polarity = "positive"
    hedge: str = ""
    stance: str = ""


_HEDGES = frozenset("alleged allegedly reportedly suspected apparently purported so-called supposed presumed".split())
_WILL = frozenset("will 'll shall wo".split())
_WOULD = frozenset("would could may might can ca 'd".split())
_MUST = frozenset("must should".split())
_NOBODY = frozenset("no nobody none neither".split())
_DEMANDING = frozenset(
    """demand urge call ask order request require insist press appeal beg plead want petition seek instruct
    tell""".split()
)
_OFFERING = frozenset("offer promise pledge propose vow undertake volunteer".split())
_PLANNING = frozenset("plan agree intend prepare expect schedule decide aim hope be threaten due set arrange".split())
# "Managed to arrest them" tells that they were arrested (Karttunen, "Implicative Verbs", Language 47, 1971).
_IMPLYING = frozenset("manage get force make allow begin start".split())
_FORBIDDING = frozenset("fail refuse decline forbid bar stop prevent deny".split())


def mood(sentence: Sentence, trigger: Trigger, roles: Roles) -> Mood:
    """Read the mood of a trigger off its verb group and the verb above it."""
    lead = _lead(sentence, trigger.chunk)
    chunk, above = sentence.chunks[lead], _above(sentence, lead)
    modality, stance = _modality(sentence, trigger, chunk, above)
    polarity = _polarity(chunk, above, roles, trigger)
    if _not_one(sentence, roles):
        polarity = "negative"
    return Mood(modality, polarity, _hedge(sentence, trigger, roles), stance)


def _lead(sentence: Sentence, k: int) -> int:
    """The verb group whose "to" a bare verb shares: "to keep a watch and detain them"."""
    chunks = sentence.chunks
    bare = chunks[k].kind == "VG" and len(chunks[k].words) == 1 and chunks[k].words[0].is_form("base")
    if not bare or not k or chunks[k - 1].kind != "CC":
        return k
    before = next((i for i in reversed(sentence.verb_groups) if i < k), None)
    return before if before is not None and chunks[before].infinitive else k


def _not_one(sentence: Sentence, roles: Roles) -> bool:
    """Whether nobody is concerned: "not a single one of them", "not one of the accused"."""
    who = roles.spans.get("who")
    before = [w.lower for w in sentence.words if who is not None and w.end <= who[0]]
    inside = [w.lower for w in sentence.words if who is not None and who[0] <= w.start < who[1]]
    return before[-1:] == ["not"] and (inside[:1] == ["one"] or inside[:2] == ["a", "single"])


def _above(sentence: Sentence, lead: int) -> Chunk | None:
    """The verb that governs an infinitive or a noun: "offered" in "offered to free", "demanded" in "demanded the
    release".
    """
    chunk = sentence.chunks[lead]
    if chunk.kind == "VG" and not chunk.infinitive and chunk.words[0].lower != "be":
        return None
    k = lead - 1
    while k >= 0 and sentence.chunks[k].kind in ("NP", "ADV", "QUOTE", "ADJ", "PREP", "SUB") and lead - k < 6:
        k -= 1
    return sentence.chunks[k] if k >= 0 and sentence.chunks[k].kind == "VG" else None


def _modality(sentence: Sentence, trigger: Trigger, chunk: Chunk, above: Chunk | None) -> tuple[str, str]:
    telling = chunk if chunk.kind == "VG" else _light(sentence, trigger)
    words = {w.lower for w in telling.words} if telling is not None else set()
    bases = {v.base for v in above.head.verbs} if above is not None else set()
    if bases & _DEMANDING:
        return "planned", "demands"
    if bases & _OFFERING:
        return "planned", "offers"
    if _after_if(sentence, trigger):
        return "hypothetical", ""
    if words & (_WILL | _WOULD) and _has_if(sentence):
        return "conditional", ""
    after = _verb_after(sentence, trigger) if chunk.kind == "NP" else None
    if after is not None and after.has("must", "should"):
        return "planned", "demands"
    if after is not None and _plans(after):
        return "planned", ""
    if after is not None and after.has("would", "could"):
        return "hypothetical", ""
    if words & _WILL or (chunk.kind == "VG" and _is_to(chunk)) or (chunk.infinitive and bases & _PLANNING):
        return "planned", ""
    if words & _MUST or _has_to(chunk):
        return "planned", "demands"
    if words & _WOULD:
        return "planned" if "would" in words else "hypothetical", ""
    if chunk.infinitive and not (bases & _IMPLYING or _was_able(sentence, trigger.chunk)):
        return "planned", ""
    return "actual", ""


def _light(sentence: Sentence, trigger: Trigger) -> Chunk | None:
    """The verb that a noun stands right behind, as its object: "will make arrests"."""
    before = sentence.chunks[trigger.chunk - 1] if trigger.chunk else None
    return before if before is not None and before.kind == "VG" else None


def _has_to(chunk: Chunk) -> bool:
    """ "Has to be freed"; "had to" tells that it came so."""
    words = [w.lower for w in chunk.words] if chunk.kind == "VG" else []
    return words[:1] in (["have"], ["has"]) and "to" in words[1:]


def _was_able(sentence: Sentence, k: int) -> bool:
    """Whether the chunk before an infinitive says that it came so: "was able to arrest them", and not "is able"."""
    before = [w.lower for chunk in sentence.chunks[max(0, k - 2) : k] for w in chunk.words]
    return before[-1:] == ["able"] and bool({"was", "were", "been"} & set(before))


def _has_if(sentence: Sentence) -> bool:
    return any(c.kind == "SUB" and c.words[0].lower in ("if", "unless") for c in sentence.chunks)


def _verb_after(sentence: Sentence, trigger: Trigger) -> Chunk | None:
    """The verb whose subject the noun is, or stands in: "the release is due", "the use of detention must end"."""
    after = next((i for i in sentence.verb_groups if i > trigger.chunk), None)
    if after is None or any(c.kind in ("REL", "CC", "PUNCT") for c in sentence.chunks[trigger.chunk : after]):
        return None
    return sentence.chunks[after]


def _plans(chunk: Chunk) -> bool:
    planned = {v.base for v in chunk.head.verbs} & {"plan", "schedule", "expect", "prepare"}
    return bool(planned) or chunk.has("will", "shall") or _is_to(chunk)


def _is_to(chunk: Chunk) -> bool:
    """ "are to be freed", "is to be deported"."""
    lowers = [w.lower for w in chunk.words]
    return "to" in lowers[1:] and lowers[0] in ("is", "are", "was", "were", "be")


def _after_if(sentence: Sentence, trigger: Trigger) -> bool:
    for k in range(trigger.chunk - 1, -1, -1):
        chunk = sentence.chunks[k]
        if chunk.kind == "SUB" and chunk.words[0].lower in ("if", "unless", "whether"):
            return True
        if [w.lower for c in sentence.chunks[k - 1 : k + 1] for w in c.words] == ["in", "case"]:
            return True
        if chunk.kind in ("VG", "SUB") or chunk.words[0].text in (",", ";"):
            return False
    return False


def _polarity(chunk: Chunk, above: Chunk | None, roles: Roles, trigger: Trigger) -> Polarity:
    heads = [roles.heads[r] for r in ("who", "by") if r in roles.heads]
    nobody = any(w.lower in _NOBODY for head in heads for w in head.words[:2])
    refused = above is not None and bool({v.base for v in above.head.verbs} & _FORBIDDING) and trigger.act != "refused"
    negated = chunk.negated if chunk.kind == "VG" else chunk.words[0].lower == "no"
    above_negated = above is not None and above.negated
    no = nobody or refused or negated or above_negated
    if trigger.act.startswith("denied_") and trigger.pattern.kind == "subject":
        no = not no  # "were not given a chance" is the right denied, told as it is
    return "negative" if no else "positive"


def _hedge(sentence: Sentence, trigger: Trigger, roles: Roles) -> str:
    chunk = sentence.chunks[trigger.chunk]
    who = roles.heads.get("who")
    near = [*(who.words if who is not None else ()), *chunk.words]
    before = sentence.chunks[trigger.chunk - 1].words if trigger.chunk else ()
    return next((w.text for w in (*near, *before) if w.lower in _HEDGES), "")
