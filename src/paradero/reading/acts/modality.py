"""Whether an act is told as done, planned, conditional or hypothetical, as done or not done, and with what hedge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paradero.model.statement import Polarity
from paradero.reading.acts.implied import came_so, had, is_prospective, is_unable, presupposed, that_be, was_able
from paradero.reading.acts.senses import is_inherent, is_negated

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
        leaning: the stance that a trained model is sure of, which counts where no word says another; else empty.
    """

    modality: str = "actual"
    polarity: Polarity = "positive"
    hedge: str = ""
    stance: str = ""
    leaning: str = ""


HEDGES = frozenset("alleged allegedly reportedly suspected apparently purported so-called supposed presumed".split())
_WILL = frozenset("will 'll shall wo".split())
_WOULD = frozenset("would could may might can ca".split())
_MUST = frozenset("must should".split())
_NOBODY = frozenset("no nobody none neither".split())
_DEMANDING = frozenset(
    """demand urge call ask order request require insist press appeal beg plead want petition seek instruct
    tell""".split()
)
_OFFERING = frozenset("offer promise pledge propose vow undertake volunteer".split())
_PLANNING = frozenset("plan agree intend prepare expect schedule decide aim hope be threaten due set arrange".split())
_WANTING = frozenset("want need order demand like".split())
# What a noun of an act may hang on before it has happened: "a warrant for the arrest", "an attempt at escape".
_PROSPECTS = frozenset(
    """warrant request order bid plan plans call calls demand demands application proposal prospect risk threat fear
    hope hopes deadline deal date list""".split()
)
# "Is said to have been moved", "are believed to be held": told at second hand, by nobody named.
_HEARSAY = frozenset("say believe think report rumour understand presume suppose allege".split())
_OPENING = frozenset("open begin start resume".split())
_HAPPENING = frozenset("take happen materialise materialize occur be have go come follow".split())
# "Managed to arrest them" tells that they were arrested (Karttunen, "Implicative Verbs", Language 47, 1971).
_IMPLYING = frozenset("manage get force make allow begin start".split())
_FORBIDDING = frozenset("fail refuse decline forbid bar stop prevent deny".split())
_ORDERING = frozenset("order tell instruct".split())


def mood(sentence: Sentence, trigger: Trigger, roles: Roles) -> Mood:
    """Read the mood of a trigger off its verb group and the verb above it."""
    lead = _lead(sentence, trigger.chunk)
    chunk, above = sentence.chunks[lead], _above(sentence, lead)
    modality, stance = _modality(sentence, trigger, chunk, above)
    return Mood(modality, _polarity(chunk, above, roles, trigger, sentence), _hedge(sentence, trigger, roles), stance)


def _lead(sentence: Sentence, k: int) -> int:
    """The verb group whose "to" a bare verb shares: "to keep a watch and detain them"."""
    shared = sentence.shared_infinitive(k)
    return shared if shared is not None else k


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
    if telling is not None and "'d" in {w.replace("’", "'") for w in words} and not had(telling):
        words.add("would")
    bases = {v.base for v in above.head.verbs} if above is not None else set()
    if bases & _DEMANDING or _wanted(sentence, trigger) or _commanded(sentence, trigger.chunk):
        return "planned", "demands"
    if bases & _OFFERING:
        return "planned", "offers"
    if that_be(sentence, trigger.chunk):
        return "planned", "demands"
    asked = _is_question(sentence) and not presupposed(sentence, trigger.chunk)
    supposed = "hypothetical" if asked else _after_if(sentence, trigger)
    if supposed:
        return supposed, ""
    if words & (_WILL | _WOULD) and _has_if(sentence):
        return "conditional", ""
    if (chunk.infinitive and above is not None and above.passive and bases & _HEARSAY) or _reported(sentence, trigger):
        return "conditional", ""
    if chunk.infinitive and (bases & _FORBIDDING or came_so(sentence, trigger.chunk, above)):
        return "actual", ""  # "failed to arrest": told as not done, and done with
    after = _verb_after(sentence, trigger) if chunk.kind == "NP" else None
    if chunk.kind == "NP" and (_prospect(sentence, trigger) or bases & {"await"} or is_prospective(chunk)):
        return "planned", ""
    if after is not None and after.has("must", "should"):
        return "planned", "demands"
    if after is not None and after.passive and {v.base for v in after.head.verbs} & _DEMANDING:
        return "planned", "" if {v.base for v in after.head.verbs} & _ORDERING else "demands"
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
    if chunk.infinitive and not (bases & _IMPLYING or was_able(sentence, trigger.chunk)):
        return "planned", ""
    return "actual", ""


def _commanded(sentence: Sentence, k: int) -> bool:
    """ "Send them back", "they ask: let the men go": a bare verb with an object, no subject, and nothing before it."""
    chunks = sentence.chunks
    words = [w for w in chunks[k].words if w.lower not in ("do", "not", "don't", "n't", "please")]
    bare = chunks[k].kind == "VG" and len(words) == 1 and words[0].is_form("base") and not chunks[k].infinitive
    followed = k + 1 < len(chunks) and chunks[k + 1].kind == "NP"
    if not bare or not followed or sentence.subject(k) is not None:
        return False
    before = chunks[k - 1] if k else None
    if before is not None and before.kind == "CC":
        return not any(sentence.subject(i) for i in sentence.verb_groups if i < k)
    return before is None or before.kind == "QUOTE" or before.words[0].lower in (":", ";", "—", "please")


def _wanted(sentence: Sentence, trigger: Trigger) -> bool:
    """ "Want the driver extradited", "demanded that the army free them": an act that somebody wants done."""
    chunks, k = sentence.chunks, trigger.chunk
    if chunks[k].kind != "VG" or chunks[k].infinitive:
        return False
    subject = sentence.subject(k)
    before = subject.first - 1 if subject is not None and subject.first < k else -1
    if before >= 0 and chunks[before].kind == "VG":
        return chunks[k].reduced and any(v.base in _WANTING for v in chunks[before].head.verbs)
    that = before > 0 and sentence.is_word(before, "that") and chunks[before - 1].kind == "VG"
    subjunctive = chunks[k].words[0].lower == "be" or chunks[k].head.is_form("base")
    return that and subjunctive and any(v.base in _DEMANDING for v in chunks[before - 1].head.verbs)


def _prospect(sentence: Sentence, trigger: Trigger) -> bool:
    chunks, k = sentence.chunks, trigger.chunk
    if k < 2 or chunks[k - 1].kind != "PREP" or chunks[k - 1].words[0].lower not in ("for", "of", "to"):
        return False
    return chunks[k - 2].kind == "NP" and chunks[k - 2].head.lower in _PROSPECTS


def _reported(sentence: Sentence, trigger: Trigger) -> bool:
    """ "Four were reported killed"."""
    before = sentence.chunks[trigger.chunk - 1] if trigger.chunk else None
    told = before is not None and before.kind == "VG" and before.passive
    return told and before is not None and any(v.base in ("report", "believe", "presume") for v in before.head.verbs)


def _light(sentence: Sentence, trigger: Trigger) -> Chunk | None:
    """The verb that a noun stands right behind, as its object: "will make arrests"."""
    before = sentence.chunks[trigger.chunk - 1] if trigger.chunk else None
    return before if before is not None and before.kind == "VG" else None


def _has_to(chunk: Chunk) -> bool:
    """ "Has to be freed"; "had to" tells that it came so."""
    words = [w.lower for w in chunk.words] if chunk.kind == "VG" else []
    return words[:2] in (["have", "to"], ["has", "to"])


def _has_if(sentence: Sentence) -> bool:
    inverted = len(sentence.chunks) > 1 and sentence.chunks[1].kind == "NP" and sentence.is_word(0, "had", "should")
    return inverted or any(c.kind == "SUB" and c.words[0].lower in ("if", "unless") for c in sentence.chunks)


def _verb_after(sentence: Sentence, trigger: Trigger) -> Chunk | None:
    """The verb whose subject the noun is, or stands in: "the release is due", "the use of detention must end"."""
    after = next((i for i in sentence.verb_groups if i > trigger.chunk), None)
    if after is None or any(c.kind in ("REL", "CC", "PUNCT") for c in sentence.chunks[trigger.chunk : after]):
        return None
    return sentence.chunks[after]


def _plans(chunk: Chunk) -> bool:
    bases = {v.base for v in chunk.head.verbs}
    opening = bool(bases & _OPENING) and chunk.head.is_form("base", "s") and len(chunk.words) == 1
    planned = bool(bases & {"plan", "schedule", "expect", "prepare"})
    return planned or opening or chunk.has("will", "shall") or _is_to(chunk)


def _is_to(chunk: Chunk) -> bool:
    """ "are to be freed", "is to be deported"."""
    lowers = [w.lower for w in chunk.words]
    return "to" in lowers[1:] and lowers[0] in ("is", "are", "was", "were", "be")


def _is_question(sentence: Sentence) -> bool:
    return sentence.text[sentence.start : sentence.end].rstrip("\"'”’ ").endswith("?")


def _after_if(sentence: Sentence, trigger: Trigger) -> str:
    """The modality of a clause that a condition or an open question opens; empty for any other."""
    for k in range(trigger.chunk - 1, -1, -1):
        chunk = sentence.chunks[k]
        if chunk.kind == "SUB" and chunk.words[0].lower in ("if", "unless"):
            return "conditional"
        if chunk.kind == "SUB" and chunk.words[0].lower == "whether":
            return "hypothetical"
        if [w.lower for c in sentence.chunks[k - 1 : k + 1] for w in c.words] == ["in", "case"]:
            return "conditional"
        if chunk.kind in ("VG", "SUB") or chunk.words[0].text in (",", ";"):
            return ""
    return ""


def _polarity(chunk: Chunk, above: Chunk | None, roles: Roles, trigger: Trigger, sentence: Sentence) -> Polarity:
    heads = [roles.heads[r] for r in ("who", "by") if r in roles.heads]
    nobody = any(w.lower in _NOBODY for head in heads for w in head.words[:2])
    refused = above is not None and _forbids(above, chunk) and trigger.act != "refused"
    above_negated = above is not None and above.negated
    no = (
        nobody
        or refused
        or above_negated
        or is_unable(sentence, trigger.chunk)
        or _negated(sentence, trigger, chunk)
        or _not_one(sentence, heads)
    )
    if trigger.pattern.turned:
        no = not no  # "were not given a chance" is the right denied, told as it is
    return "negative" if no else "positive"


def _forbids(above: Chunk, chunk: Chunk) -> bool:
    """ "Failed to arrest", "was refused a hearing"; who denies charges has been charged."""
    bases = {v.base for v in above.head.verbs} & _FORBIDDING
    return bool(bases) and not (chunk.kind == "NP" and bases == {"deny"} and not above.passive)


def _negated(sentence: Sentence, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether the clause of the act holds a negation: in its verb, in its words, or in the verb behind its noun."""
    kind = trigger.pattern.kind
    if kind == "nouns":
        after = _verb_after(sentence, trigger)
        happened = after is not None and any(v.base in _HAPPENING for v in after.head.verbs)
        held_back = trigger.pattern.words[0] != "no" and chunk.words[0].lower == "no"
        return held_back or (after is not None and happened and after.negated)
    if kind == "states":
        before = sentence.chunks[trigger.chunk - 1] if trigger.chunk else chunk
        if trigger.pattern.words[0] in ("not", "no"):
            return False  # "not been seen": the words are the act
        return trigger.pattern.words == ("without", "charge") or any(
            c.kind == "VG" and c.negated for c in (chunk, before)
        )
    return not is_inherent(trigger.pattern) and is_negated(sentence, trigger.chunk, trigger.end)


def _not_one(sentence: Sentence, heads: list[Chunk]) -> bool:
    """ "Not one of the men", "not all the bodies": the negation stands before the people."""
    before = [sentence.chunks[k - 1] for h in heads if (k := sentence.chunks.index(h)) > 0]
    return any(c.words[-1].lower == "not" for c in before if c.kind != "PUNCT")


def _hedge(sentence: Sentence, trigger: Trigger, roles: Roles) -> str:
    chunk = sentence.chunks[trigger.chunk]
    who = roles.heads.get("who")
    near = [*(who.words if who is not None else ()), *chunk.words]
    before = sentence.chunks[trigger.chunk - 1].words if trigger.chunk else ()
    return next((w.text for w in (*near, *before) if w.lower in HEDGES), "")
