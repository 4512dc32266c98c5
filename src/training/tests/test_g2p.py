"""The network for unknown words as a pack holds it."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from myna_training import g2p, graphs

SETTINGS = g2p.Settings(width=32, layers=2)


class StoredBytes(unittest.TestCase):
    def test_the_stored_weights_are_the_rounded_ones(self) -> None:
        torch.manual_seed(1)
        model = g2p.Model(SETTINGS).eval()
        graphs.round_to_bytes(model)
        with tempfile.TemporaryDirectory() as folder:
            exporter = graphs.Exporter(Path(folder))
            inputs = {"letters": g2p.encode("myna")[None]}
            exporter.graph("g2p", g2p.Graph(model), inputs, ["log_probs"], {"letters": {1: "N"}}, store=graphs.store_bytes)
            graph = onnx.load(Path(folder) / "g2p.onnx").graph
        stored = {initializer.name: numpy_helper.to_array(initializer) for initializer in graph.initializer}
        large = [n for n, p in model.named_parameters() if p.numel() > graphs.SMALL and p.dim() > 1]
        self.assertTrue(large)
        for name in large:
            key = f"model.{name}"
            values = stored[f"{key}.bytes"].astype(np.float32)
            scale = stored[f"{key}.scale"].reshape(-1, *[1] * (values.ndim - 1))
            np.testing.assert_allclose(values * scale, model.get_parameter(name).detach().numpy(), rtol=1e-5, atol=1e-8)

    def test_a_word_is_aligned_letter_by_letter(self) -> None:
        words, sounds = ["cat", "tack", "act", "tax"], [["K", "AE1", "T"], ["T", "AE1", "K"], ["AE1", "K", "T"], ["T", "AE1", "K", "S"]]
        self.assertEqual(g2p.align(words, sounds)[0], [1, 1, 1])
        self.assertEqual(sum(g2p.align(words, sounds)[3]), 4)


if __name__ == "__main__":
    unittest.main()
