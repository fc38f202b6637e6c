"""Measure a set of model files on what is kept for tuning: PolNeAR dev and the reports held out of training.

    python -m training.evaluate --model DIR

The reports in `dev` are never read here; they are for one check at the very end, by the project's own gate.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.reading.measure import Score, content_score, relation_score, total
from paradero.reading.engines.classifier import DATA, Classifier, Trigger
from paradero.reading.linker import Attribution
from training.data import Article, Event, read_polnear, read_reports
from training.train import ROOT, open_tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def attribution_figures(classifier: Classifier, articles: Sequence[Article]) -> dict[str, Any]:
    """Score attributions: headline, the same with any source, the laxer measure, contents word by word, and speed."""
    began = time.process_time()
    read = [classifier.attributions(article.text) for article in articles]
    seconds = time.process_time() - began
    gold = [[Attribution(s.source, s.cue, s.content) for s in article.said] for article in articles]
    cases = [(a.text, g, p) for a, g, p in zip(articles, gold, read, strict=True)]
    words = sum(len(a.text.split()) for a in articles)
    return {
        "relation": total(map(relation_score, cases)),
        "any source": total(relation_score(case, ignore_source=True) for case in cases),
        "half of gold": total(relation_score(case, lax=True) for case in cases),
        "content words": total(map(content_score, cases)),
        "words per second": round(words / seconds),
    }


def overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Say whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def merged(events: Iterable[Event]) -> list[Event]:
    """One event for each trigger, with the codes and roles of all statements it tells."""
    found: dict[tuple[int, int], Event] = {}
    for event in events:
        first = found.get(event.trigger)
        if first is None:
            found[event.trigger] = event
        else:
            acts, roles = (*first.acts, *event.acts), (*first.roles, *event.roles)
            found[event.trigger] = Event(event.trigger, acts, first.stance, first.modality, first.polarity, roles)
    return list(found.values())


def pairs(gold: Sequence[Event], read: Sequence[Trigger]) -> list[tuple[Event, Trigger]]:
    """Pair gold and read triggers that overlap, one to one."""
    left, result = list(read), []
    for event in gold:
        for trigger in left:
            if overlap(event.trigger, (trigger.start, trigger.end)):
                result.append((event, trigger))
                left.remove(trigger)
                break
    return result


def role_scores(gold: Sequence[Event], met: Sequence[tuple[Event, Trigger]], roles: Sequence[str]) -> Score:
    """Score roles over triggers that met: the likeliest words of a role must overlap gold words of it."""
    right = given = wanted = 0
    for event, trigger in met:
        for role in roles:
            want = [span for name, span in event.roles if name == role]
            best = trigger.roles.get(role, ())[:1]
            wanted += bool(want)
            given += bool(best)
            right += any(overlap(span, (b.start, b.end)) for span in want for b in best)
    return Score(right, given, wanted)


def trigger_figures(classifier: Classifier, articles: Sequence[Article]) -> dict[str, Any]:
    """Score triggers (any act, an act among those accepted), then how it is said and roles over those that met."""
    every: list[tuple[list[Event], Sequence[Trigger]]] = []
    for article in articles:
        every.append((merged(article.events or ()), classifier.triggers(article.text)))
    met = [pair for gold, read in every for pair in pairs(gold, read)]
    given, wanted = sum(len(r) for _, r in every), sum(len(g) for g, _ in every)
    gold = [event for events, _ in every for event in events]
    names = sorted({role for event in gold for role, _ in event.roles})
    figures: dict[str, Any] = {
        "trigger, any act": Score(len(met), given, wanted),
        "trigger, an act accepted": Score(sum(t.act.code in e.acts for e, t in met), given, wanted),
        "trigger, first act": Score(sum(t.act.code == e.acts[0] for e, t in met), given, wanted),
        "stance": round(sum(t.stance.code == e.stance for e, t in met) / max(1, len(met)), 3),
        "modality": round(sum(t.modality.code == e.modality for e, t in met) / max(1, len(met)), 3),
        "polarity": round(sum(t.polarity.code == e.polarity for e, t in met) / max(1, len(met)), 3),
        "roles": role_scores(gold, met, names),
    }
    return figures | {f"role {role}": role_scores(gold, met, [role]) for role in names}


def show(title: str, figures: dict[str, Any]) -> None:
    """Print figures, one a line."""
    print(title)
    for name, value in figures.items():
        if isinstance(value, Score):
            value = f"P {value.precision:.3f} R {value.recall:.3f} F {value.f:.3f} ({value.wanted})"
        print(f"  {name:26} {value}")


def main() -> None:
    """Print the figures of one set of model files."""
    parser = argparse.ArgumentParser(description="Measure a set of model files on what is kept for tuning.")
    data = ROOT.parent / "shared" / "data"
    parser.add_argument("--model", type=Path, default=DATA)
    parser.add_argument("--polnear", type=Path, default=data / "polnear")
    parser.add_argument("--reports", type=Path, default=data / "custody_reports")
    options = parser.parse_args()
    classifier, tokenizer = Classifier(options.model), open_tokenizer(options.model)
    classifier.attributions("Opened before the clock starts.")
    kept = read_reports(options.reports / "train" / "en", tokenizer, tuning=True)
    show("PolNeAR dev, attributions", attribution_figures(classifier, read_polnear(options.polnear / "dev", tokenizer)))
    show("reports kept for tuning, attributions", attribution_figures(classifier, kept))
    show("reports kept for tuning, triggers", trigger_figures(classifier, kept))


if __name__ == "__main__":
    main()
