"""Turn the shipped files back into a checkpoint, to go on from when reports are added.

    python -m training.restore --base DIR_OF_THE_BASE_WEIGHTS --out FILE

What int8 rounded away is not in the files: the first steps of training make it good. Names and shapes are those of
`export.py`, which this undoes.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.export import PREFIX, ROOT
from training.model import Reader

_QKV = ("query", "key", "value")


def restored(data: Path) -> dict[str, torch.Tensor]:
    """Give the weights of a model by their names in `Reader`.

    Args:
        data: folder with `reader.onnx` and `reader.npz`.
    """
    stored = {i.name: numpy_helper.to_array(i) for i in onnx.load(data / "reader.onnx").graph.initializer}
    weights = {f"{PREFIX}.embeddings.word_embeddings.weight": stored["pieces_int8"] * stored["pieces_scale"]}
    for name in stored:
        if name.endswith(".weight_quantized"):
            weights |= _linear(name.removesuffix(".weight_quantized"), stored)
        elif name.endswith(".qkv.bias"):
            weights |= _thirds(name.removesuffix(".qkv.bias"), "bias", stored[name])
        elif name.endswith((".weight", ".bias")):
            heads = name.split(".")[0] != PREFIX and name.endswith(".weight")
            weights[name] = stored[name].T if heads else stored[name]
    last = np.load(data / "reader.npz")
    weights |= {"distance.weight": last["distance"], "role.weight": last["role_weight"], "role.bias": last["role_bias"]}
    return {name: torch.tensor(value, dtype=torch.float32) for name, value in weights.items()}


def _linear(layer: str, stored: dict[str, np.ndarray[Any, Any]]) -> dict[str, np.ndarray[Any, Any]]:
    rows = stored[f"{layer}.weight_quantized"].astype(np.float32)
    rows = (rows - stored[f"{layer}.weight_zero_point"]) * stored[f"{layer}.weight_scale"]
    if layer.endswith(".qkv"):
        return _thirds(layer.removesuffix(".qkv"), "weight", rows.T)
    return {f"{layer}.weight": rows.T}


def _thirds(layer: str, part: str, values: np.ndarray[Any, Any]) -> dict[str, np.ndarray[Any, Any]]:
    thirds = np.split(values, len(_QKV))
    return {f"{layer}.attention.self.{name}.{part}": third for name, third in zip(_QKV, thirds, strict=True)}


def main() -> None:
    """Write the checkpoint, after making sure that it fits the model."""
    parser = argparse.ArgumentParser(description="Turn the shipped files back into a checkpoint.")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=ROOT / "src" / "paradero" / "reading" / "data")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    weights = restored(options.data)
    model = Reader(options.base)
    model.load_state_dict(weights | {k: v for k, v in model.state_dict().items() if k.endswith("position_ids")})
    options.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), options.out)


if __name__ == "__main__":
    main()
