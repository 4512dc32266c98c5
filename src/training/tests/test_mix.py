"""The mean of two models."""

import torch

from myna_training.mix import mixed


def test_weights_are_mixed_by_their_share():
    first = {"weight": torch.tensor([1.0, 2.0]), "count": torch.tensor(3)}
    second = {"weight": torch.tensor([3.0, 6.0]), "count": torch.tensor(5)}
    result = mixed(first, second, 0.25)
    assert result["weight"].tolist() == [1.5, 3.0] and int(result["count"]) == 3
