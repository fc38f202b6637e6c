from __future__ import annotations

import pytest

from paradero.text.en.clauses import Sentence


def analysed(text: str) -> Sentence:
    return Sentence(text, 0, len(text))


def verb(sentence: Sentence, word: str) -> int:
    return next(k for k in sentence.verb_groups if sentence.chunks[k].head.text == word)


@pytest.mark.parametrize(
    ("text", "word", "subject"),
    [
        ("The army freed ten men.", "freed", "The army"),  # plain
        ("Olga Petrova, the deputy minister, confirmed the list.", "confirmed", "Olga Petrova"),  # over an apposition
        ("The men, who had been held since May, flew home.", "flew", "The men"),  # over a relative clause
        ("The men, who had been held since May, flew home.", "held", "The men"),  # the relative pronoun stands for them
        ("Forty prisoners held in the north were freed.", "freed", "Forty prisoners"),  # over a reduced participle
        ("Forty prisoners held in the north were freed.", "held", "Forty prisoners"),  # and of the participle itself
        ("They flew to Accra and were met by doctors.", "met", "They"),  # shared after "and"
        ("Two of them refused to leave.", "leave", "Two of them"),  # "to" takes it from the verb before
        ("The court asked the police to free the boy.", "free", "the police"),  # or from the object before
        ("In March Chad expelled nine aid workers.", "expelled", "Chad"),  # a fronted time is no subject
        ("Relatives of many of the sailors and their lawyers deny it.", "deny",
         "Relatives of many of the sailors and their lawyers"),  # joined, with what hangs on them
        ("The ministry said the guards had fled, calling it a mutiny.", "calling", "The ministry"),  # a gerund
    ],
)  # fmt: skip
def test_subjects(text: str, word: str, subject: str) -> None:
    sentence = analysed(text)
    found = sentence.subject(verb(sentence, word))
    assert found is not None
    assert sentence.words_of(found) == subject


@pytest.mark.parametrize(
    ("text", "word", "objects"),
    [
        ("The army freed ten men on Friday.", "freed", ["ten men"]),  # plain
        ("It holds activists and union leaders in camps.", "holds", ["activists and union leaders"]),  # joined
        ("They handed the consul two sailors.", "handed", ["the consul", "two sailors"]),  # two objects
        ("Ten men were freed.", "freed", []),  # none in the passive
        ("He praised the release of nine of the sailors.", "praised", ["the release of nine of the sailors"]),
    ],
)
def test_objects(text: str, word: str, objects: list[str]) -> None:
    sentence = analysed(text)
    assert [sentence.words_of(o) for o in sentence.objects(verb(sentence, word))] == objects


def test_a_clause_without_an_object_hangs_on_the_noun_before_it() -> None:
    sentence = analysed("He named the sailors that the militia had kept in a barn for years.")
    found = sentence.relative_object(verb(sentence, "kept"))
    assert found is not None
    assert sentence.words_of(found) == "the sailors"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Ten men were moved from Tula to Omsk by rail.", "moved", [("from", "Tula"), ("to", "Omsk"), ("by", "rail")]),
        ("They were freed in return for nine spies.", "freed", [("in return for", "nine spies")]),  # one sense
        ("He was held on charges of theft.", "held", [("on charges of", "theft")]),
        ("Ten men held since May had been freed.", "held", [("since", "May")]),  # but not "since May", a time
        ("She was freed as people sang in Accra.", "freed", []),  # "as" opens a clause here
    ],
)
def test_prepositional_phrases(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    sentence = analysed(text)
    found = sentence.prepositional(verb(sentence, word))
    assert [(p.preposition, sentence.words_of(p.phrase)) for p in found] == expected


@pytest.mark.parametrize(
    ("text", "word", "features"),
    [
        ("They had not been freed.", "freed", {"passive", "negated", "finite"}),
        ("those freed in Mali", "freed", {"reduced", "finite"}),
        ("He offered to free them.", "free", {"infinitive"}),
        ("They left, carrying flags.", "carrying", {"gerund"}),
    ],
)
def test_features_of_verb_groups(text: str, word: str, features: set[str]) -> None:
    sentence = analysed(text)
    chunk = sentence.chunks[verb(sentence, word)]
    names = ("passive", "negated", "finite", "reduced", "infinitive", "gerund")
    assert {name for name in names if getattr(chunk, name)} == features
