"""The reader: one MiniLM encoder with a head per task, and the losses that train it.

Heads are linear so that one pass over a window gives everything, and pairs (content and source, trigger and role) are
scored afterwards from projections, in numpy, only where they are needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as fn
from transformers import BertModel

from paradero.reading.engines.encoder import KINDS, START
from training.data import ACTS, MODALITIES, POLARITIES, ROLES, STANCES, TAGS, Event, piece_span, tag_numbers

if TYPE_CHECKING:
    from pathlib import Path

    from paradero.reading.engines.encoder import Window
    from training.data import Article

LINK = 64
"""Width of a projection that links are scored by: content for cue, cue, content for source, source, cue for source."""

ROLE = 128
DISTANCES = 19
"""Signed distance from the trigger in steps of powers of two (see `distance_number`)."""

TRIGGERS = 1 + len(ACTS)
WIDTHS = (len(TAGS), TRIGGERS, len(STANCES), len(MODALITIES), len(POLARITIES))
IGNORED = -100


class Reader(nn.Module):
    """Encoder and heads; gives (tags, links, roles) for each piece of each window."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        # No dropout on attention: on a CPU drawing it costs a fifth of the time and keeps the fused kernel away.
        settings: dict[str, Any] = {"add_pooling_layer": False, "attn_implementation": "sdpa"}
        self.encoder = BertModel.from_pretrained(base, attention_probs_dropout_prob=0.0, **settings)
        width = self.encoder.config.hidden_size
        kinds = nn.Embedding(KINDS, width)
        kinds.weight.data = self.encoder.embeddings.token_type_embeddings.weight.data[:1].repeat(KINDS, 1)
        self.encoder.embeddings.token_type_embeddings = kinds
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(width, sum(WIDTHS))
        self.links = nn.Linear(width, 5 * LINK)
        self.roles = nn.Linear(width, 2 * ROLE)
        self.distance = nn.Embedding(DISTANCES, ROLE)
        nn.init.zeros_(self.distance.weight)
        self.role = nn.Linear(ROLE, 1 + len(ROLES))

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        hidden = self.encoder(input_ids=ids, token_type_ids=kinds, attention_mask=mask).last_hidden_state
        hidden = self.dropout(hidden)
        return self.tags(hidden), self.links(hidden), self.roles(hidden)


def distance_number(offsets: Tensor) -> Tensor:
    """Number the signed distances: 0, then 1, 2-3, 4-7 ... 128 and more, on either side."""
    steps = torch.floor(torch.log2(offsets.abs().clamp(min=1).float())).long().clamp(max=8) + 1
    return torch.where(offsets > 0, 9 + steps, torch.where(offsets < 0, steps, 0)).clamp(max=DISTANCES - 1)


@dataclass(frozen=True, slots=True)
class Example:
    """One window with its labels; every index counts from the mark at its start."""

    ids: np.ndarray[Any, Any]
    kinds: np.ndarray[Any, Any]
    tags: np.ndarray[Any, Any]
    contents: list[tuple[int, int]]
    cues: list[tuple[int, int]]
    sources: list[tuple[int, int]]
    links: list[tuple[int, int]]
    cue_sources: list[int]
    triggers: np.ndarray[Any, Any] | None
    events: list[tuple[tuple[int, int], tuple[int, int, int], np.ndarray[Any, Any]]]

    def __len__(self) -> int:
        return len(self.ids)


def example(article: Article, window: Window) -> Example:
    """Cut an article's annotation to a window."""
    pieces, part = article.pieces, slice(window.start, window.end)
    ids = np.concatenate(([START], pieces.ids[part]))
    kinds = np.concatenate(([0], pieces.kinds[part]))
    tags = np.concatenate(([IGNORED], tag_numbers(article)[part]))
    links = _links(article, window, tags)
    if article.events is None:
        return Example(ids, kinds, tags, *links, None, [])
    return Example(ids, kinds, tags, *links, *_events(article, window, len(ids)))


def _inside(article: Article, window: Window, span: tuple[int, int]) -> tuple[int, int] | None:
    first, last = piece_span(article.pieces, span)
    whole = window.start <= first < last <= window.end
    return (first - window.start + 1, last - window.start + 1) if whole else None


def _links(article: Article, window: Window, tags: np.ndarray[Any, Any]) -> tuple[Any, ...]:
    contents: list[tuple[int, int]] = []
    pairs: list[tuple[int, int]] = []
    cues: list[tuple[int, int]] = []
    sources: list[tuple[int, int]] = []
    cue_sources: list[int] = []
    for said in article.said:
        cue = _inside(article, window, said.cue[0]) if said.cue else None
        source = _inside(article, window, said.source[0]) if said.source else None
        if source and source not in sources:
            sources.append(source)
        number = sources.index(source) if source else -1
        if cue and cue not in cues:
            cues.append(cue)
            cue_sources.append(number)
        for span in said.content:
            content = _inside(article, window, span)
            # A content that lies within another one is not tagged, so no reader will ever ask where it belongs.
            if content and tags[content[0]] == 5:
                contents.append(content)
                pairs.append((cues.index(cue) if cue else -1, number))
    return contents, cues, sources, pairs, cue_sources


def _events(article: Article, window: Window, length: int) -> tuple[Any, list[Any]]:
    soft = np.zeros((length, TRIGGERS), dtype=np.float32)
    soft[:, 0] = 1
    merged: dict[tuple[int, int], list[Event]] = {}
    for event in sorted(article.events or (), key=lambda e: e.trigger[0] - e.trigger[1]):
        if place := _inside(article, window, event.trigger):
            merged.setdefault(place, []).append(event)
    rows = []
    for place, events in merged.items():
        soft[place[0] : place[1]] = _act_weights(events)
        how = events[0]
        says = (STANCES.index(how.stance), MODALITIES.index(how.modality), POLARITIES.index(how.polarity))
        rows.append((place, says, _role_numbers(article, window, events, length)))
    return soft, rows


def _act_weights(events: list[Event]) -> np.ndarray[Any, Any]:
    """Three quarters of the weight for the codes given, one quarter for those that are as good."""
    row = np.zeros(TRIGGERS, dtype=np.float32)
    for event in events:
        row[1 + ACTS.index(event.acts[0])] += 3
        for code in event.acts[1:]:
            row[1 + ACTS.index(code)] += 1 / (len(event.acts) - 1)
    weights: np.ndarray[Any, Any] = row / row.sum()
    return weights


def _role_numbers(article: Article, window: Window, events: list[Event], length: int) -> np.ndarray[Any, Any]:
    numbers = np.zeros(length, dtype=np.int64)
    for event in events:
        for role, span in event.roles:
            if (place := _inside(article, window, span)) and not numbers[place[0] : place[1]].any():
                numbers[place[0] : place[1]] = 1 + ROLES.index(role)
    return numbers


def collate(examples: list[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pad windows to one length; gives ids, kinds, mask, tags."""
    length = max(map(len, examples))

    def padded(rows: list[np.ndarray[Any, Any]], fill: int) -> Tensor:
        table = np.full((len(rows), length), fill, dtype=np.int64)
        for line, row in zip(table, rows, strict=True):
            line[: len(row)] = row
        return torch.from_numpy(table)

    mask = padded([np.ones(len(e), dtype=np.int64) for e in examples], 0)
    ids, kinds = padded([e.ids for e in examples], 0), padded([e.kinds for e in examples], 0)
    return ids, kinds, mask, padded([e.tags for e in examples], IGNORED)


def losses(model: Reader, examples: list[Example]) -> dict[str, Tensor]:
    """Give the loss of each task over a batch; a task with nothing to learn from in it is left out."""
    ids, kinds, mask, gold = collate(examples)
    tags, links, roles = model(ids, kinds, mask)
    tags, acts, *says = tags.split(WIDTHS, dim=-1)
    found = {"tags": fn.cross_entropy(tags.flatten(0, 1), gold.flatten(), ignore_index=IGNORED)}
    parts: dict[str, list[Tensor]] = {"links": [], "acts": [], "says": [], "roles": []}
    for row, item in enumerate(examples):
        parts["links"] += link_losses(links[row], item)
        if item.triggers is not None:
            parts["acts"].append(fn.cross_entropy(acts[row, : len(item)], torch.from_numpy(item.triggers)))
        for place, numbers, role_gold in item.events:
            at = slice(*place)
            for scores, number in zip(says, numbers, strict=True):
                want = torch.full((place[1] - place[0],), number)
                parts["says"].append(fn.cross_entropy(scores[row, at], want))
            parts["roles"].append(role_loss(model, roles[row, : len(item)], place, torch.from_numpy(role_gold)))
    return found | {name: torch.stack(values).mean() for name, values in parts.items() if values}


def averages(rows: Tensor, spans: list[tuple[int, int]]) -> Tensor:
    """Average the rows of each span."""
    return torch.stack([rows[first:last].mean(0) for first, last in spans])


def link_losses(rows: Tensor, item: Example) -> list[Tensor]:
    """Let each content choose its cue and source, and each cue its source, among all in the window or none."""
    for_cue, cue, for_source, source, cue_source = rows.split(LINK, dim=-1)
    asked: list[tuple[Tensor, Any, Tensor, Any, list[int]]] = []
    if item.contents and item.cues:
        asked.append((for_cue, item.contents, cue, item.cues, [a for a, _ in item.links]))
    if item.contents and item.sources:
        asked.append((for_source, item.contents, source, item.sources, [b for _, b in item.links]))
    if item.cues and item.sources:
        asked.append((cue_source, item.cues, source, item.sources, item.cue_sources))
    result = []
    for left, left_spans, right, right_spans, gold in asked:
        scores = averages(left, left_spans) @ averages(right, right_spans).T / LINK**0.5
        scores = torch.cat([scores, torch.zeros(len(scores), 1)], dim=1)
        want = torch.tensor([g if g >= 0 else len(right_spans) for g in gold])
        result.append(fn.cross_entropy(scores, want))
    return result


def role_loss(model: Reader, rows: Tensor, place: tuple[int, int], gold: Tensor) -> Tensor:
    """Tag every piece of the window with its role for one trigger."""
    ask, answer = rows.split(ROLE, dim=-1)
    offsets = torch.arange(len(rows)) - place[0]
    hidden = fn.relu(ask[place[0] : place[1]].mean(0) + answer + model.distance(distance_number(offsets)))
    loss = fn.cross_entropy(model.role(hidden), gold, reduction="sum")
    # Nearly every piece has no role: dividing by those that have one keeps them from being drowned.
    return loss / ((gold > 0).sum() + 10)
