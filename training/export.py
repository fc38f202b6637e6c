"""Turn a checkpoint into the shipped files: `reader.onnx` (int8), `reader.json` (what its numbers mean), `reader.npz`.

    python -m training.export --base DIR_OF_THE_BASE_WEIGHTS --checkpoint FILE --out DIR

Encoder layers are int8 with a scale per output channel. The table of word pieces is int8 with a scale per piece, which
costs 120 kB and loses nothing measurable (one scale for the whole table does). Heads stay as they are: they are small.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.data import ACTS, MODALITIES, POLARITIES, ROLES, STANCES, TAGS
from training.model import LINK, ROLE, Reader

ROOT = Path(__file__).resolve().parent.parent

OPSET = 17
FUSED = "com.microsoft"
"""Domain of the runtime's own operators: attention as one operation, and its activation."""


class Graph:
    """An ONNX graph in the making: one method per layer, each giving the name of its result."""

    def __init__(self, weights: dict[str, Any]) -> None:
        self._weights = {name: value.detach().numpy() for name, value in weights.items()}
        self.nodes: list[Any] = []
        self.initializers: list[Any] = []

    def constant(self, name: str, values: np.ndarray[Any, Any] | None = None) -> str:
        """Store a weight of the checkpoint, or other values, under a name."""
        values = self._weights[name] if values is None else values
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, kind: str, inputs: list[str], result: str, domain: str = "", **settings: Any) -> str:
        """Add one operation."""
        self.nodes.append(helper.make_node(kind, inputs, [result], name=result, domain=domain, **settings))
        return result

    def linear(self, values: str, layer: str) -> str:
        """Multiply by the weights of a linear layer and add its bias."""
        weight = self.constant(f"{layer}.weight", self._weights[f"{layer}.weight"].T)
        result = self.node("MatMul", [values, weight], f"{layer}.product")
        return self.node("Add", [result, self.constant(f"{layer}.bias")], f"{layer}.sum")

    def norm(self, values: str, layer: str, epsilon: float) -> str:
        """Bring each row to zero mean and unit variance, then scale and shift it."""
        operands = [values, self.constant(f"{layer}.weight"), self.constant(f"{layer}.bias")]
        return self.node("LayerNormalization", operands, layer, epsilon=epsilon)

    def embeddings(self, epsilon: float) -> str:
        """Sum the vectors of piece, kind and place."""
        names = {part: self.constant(f"{PREFIX}.embeddings.{part}_embeddings.weight") for part in PARTS}
        piece = self.node("Gather", [names["word"], "ids"], "piece")
        kind = self.node("Gather", [names["token_type"], "kinds"], "kind")
        one = self.constant("one", np.array([1], dtype=np.int64))
        zero = self.constant("zero", np.array([0], dtype=np.int64))
        shape = self.node("Shape", ["ids"], "shape")
        length = self.node("Slice", [shape, one, self.constant("two", np.array([2], dtype=np.int64))], "length")
        place = self.node("Slice", [names["position"], zero, length], "place")
        total = self.node("Add", [self.node("Add", [piece, kind], "piece_kind"), place], "embedded")
        return self.norm(total, f"{PREFIX}.embeddings.LayerNorm", epsilon)

    def layer(self, values: str, number: int, heads: int, epsilon: float) -> str:
        """One layer of the encoder."""
        at = f"{PREFIX}.encoder.layer.{number}"
        parts = [f"{at}.attention.self.{part}" for part in ("query", "key", "value")]
        weight = np.concatenate([self._weights[f"{part}.weight"] for part in parts]).T
        bias = np.concatenate([self._weights[f"{part}.bias"] for part in parts])
        operands = [values, self.constant(f"{at}.qkv.weight", weight), self.constant(f"{at}.qkv.bias", bias)]
        seen = self.node("Attention", operands, f"{at}.attention", FUSED, num_heads=heads)
        seen = self.linear(seen, f"{at}.attention.output.dense")
        middle = self.node("Add", [seen, values], f"{at}.attended")
        middle = self.norm(middle, f"{at}.attention.output.LayerNorm", epsilon)
        wide = self.node("Gelu", [self.linear(middle, f"{at}.intermediate.dense")], f"{at}.active", FUSED)
        both = self.node("Add", [self.linear(wide, f"{at}.output.dense"), middle], f"{at}.thought")
        return self.norm(both, f"{at}.output.LayerNorm", epsilon)


PREFIX = "encoder"
PARTS = ("word", "token_type", "position")
HEADS = ("tags", "links", "roles")


def load(base: Path, checkpoint: Path) -> Reader:
    """Open a checkpoint."""
    model = Reader(base)
    model.load_state_dict(torch.load(checkpoint, weights_only=True))
    return model.eval()


def to_onnx(model: Reader, path: Path) -> None:
    """Write the model as ONNX in fp32.

    The graph is written here, operation by operation, so that it has the runtime's fused operators (a tracing exporter
    and a pattern-matching optimiser leave most of them out) and does not depend on the version of either.
    """
    graph, settings = Graph(model.state_dict()), model.encoder.config
    values = graph.embeddings(settings.layer_norm_eps)
    for number in range(settings.num_hidden_layers):
        values = graph.layer(values, number, settings.num_attention_heads, settings.layer_norm_eps)
    for head in HEADS:
        graph.node("Identity", [graph.linear(values, head)], head)
    shapes = {"ids": onnx.TensorProto.INT64, "kinds": onnx.TensorProto.INT64}
    inputs = [helper.make_tensor_value_info(name, kind, [1, "length"]) for name, kind in shapes.items()]
    outputs = [helper.make_tensor_value_info(head, onnx.TensorProto.FLOAT, None) for head in HEADS]
    body = helper.make_graph(graph.nodes, "reader", inputs, outputs, graph.initializers)
    domains = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)]
    onnx.save(helper.make_model(body, opset_imports=domains, ir_version=8), path)


def quantise(source: Path, target: Path) -> None:
    """Make the encoder layers int8, then the table of word pieces."""
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul", "Attention"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=[f"{layer}.product" for layer in HEADS],
        # The fused nodes have no standard shape inference.
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    model = onnx.load(target)
    quantise_table(model)
    onnx.save(model, target)


def quantise_table(model: Any) -> None:
    """Store the largest table as int8 with a scale per row, and multiply after looking up."""
    graph = model.graph
    table = max(graph.initializer, key=lambda item: np.prod(item.dims))
    values = numpy_helper.to_array(table)
    scale = (np.abs(values).max(axis=1, keepdims=True) / 127).clip(1e-9).astype(np.float32)
    rows = np.rint(values / scale).astype(np.int8)
    position, gather = next((i, n) for i, n in enumerate(graph.node) if table.name in n.input)
    graph.initializer.remove(table)
    graph.initializer.append(numpy_helper.from_array(rows, "pieces_int8"))
    graph.initializer.append(numpy_helper.from_array(scale, "pieces_scale"))
    ids, result = gather.input[1], gather.output[0]
    nodes = [
        helper.make_node("Gather", ["pieces_int8", ids], ["pieces_rows"], name="pieces_rows"),
        helper.make_node("Cast", ["pieces_rows"], ["pieces_float"], name="pieces_float", to=onnx.TensorProto.FLOAT),
        helper.make_node("Gather", ["pieces_scale", ids], ["pieces_scales"], name="pieces_scales"),
        helper.make_node("Mul", ["pieces_float", "pieces_scales"], [result], name="pieces_table"),
    ]
    graph.node.remove(gather)
    for offset, node in enumerate(nodes):
        graph.node.insert(position + offset, node)


def write_words(model: Reader, folder: Path) -> None:
    """Write what the numbers of the model mean, and the last layer of roles, which is applied outside it."""
    words = {
        "tags": TAGS,
        "acts": ACTS,
        "stances": STANCES,
        "modalities": MODALITIES,
        "polarities": POLARITIES,
        "roles": ROLES,
        "link_width": LINK,
        "role_width": ROLE,
    }
    (folder / "reader.json").write_text(json.dumps(words, indent=1) + "\n", encoding="utf-8")
    arrays = {
        "distance": model.distance.weight.detach().numpy(),
        "role_weight": model.role.weight.detach().numpy(),
        "role_bias": model.role.bias.detach().numpy(),
    }
    np.savez(folder / "reader.npz", **arrays)


def main() -> None:
    """Write every file in a folder beside the target, then move each into place."""
    parser = argparse.ArgumentParser(description="Turn a checkpoint into the files that are shipped.")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "paradero" / "reading" / "data")
    parser.add_argument("--fp32", action="store_true", help="leave the weights as they are, to compare")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    model = load(options.base, options.checkpoint)
    with tempfile.TemporaryDirectory(dir=options.out.parent) as name:
        folder = Path(name)
        to_onnx(model, folder / "whole.onnx")
        if options.fp32:
            (folder / "whole.onnx").rename(folder / "reader.onnx")
        else:
            quantise(folder / "whole.onnx", folder / "reader.onnx")
        write_words(model, folder)
        shutil.copy(options.base / "tokenizer.json", folder)
        for file in ("reader.onnx", "reader.json", "reader.npz", "tokenizer.json"):
            (folder / file).replace(options.out / file)


if __name__ == "__main__":
    main()
