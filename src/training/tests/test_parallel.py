"""Two processes that train together do what one does with both their batches."""

import os
import socket
from pathlib import Path

import pytest
import torch
import torch.multiprocessing as processes
from torch import nn

from myna_training import parallel
from myna_training.quantizer import ResidualQuantizer

COUNT = 2


def data() -> torch.Tensor:
    return torch.randn(COUNT, 64, 8, generator=torch.Generator().manual_seed(1))


def step(model: nn.Linear, batch: torch.Tensor) -> None:
    model.zero_grad()
    (model(batch) ** 2).mean().backward()
    parallel.average_gradients(model.parameters())
    with torch.no_grad():
        for parameter in model.parameters():
            parameter -= 0.1 * parameter.grad


def quantizer() -> ResidualQuantizer:
    return ResidualQuantizer(depth=2, codes=16, width=8)


def work(rank: int, folder: str) -> None:
    os.environ.update(
        RANK=str(rank), LOCAL_RANK=str(rank), WORLD_SIZE=str(COUNT), MASTER_ADDR="127.0.0.1", MASTER_PORT=Path(folder, "port").read_text()
    )
    assert parallel.join()[:2] == (rank, COUNT)
    torch.manual_seed(rank)
    model, codes = nn.Linear(8, 4), quantizer()
    parallel.share(model, codes)
    for _ in range(3):
        step(model, data()[rank])
        codes.learn(data()[rank])
    decided = parallel.agreed(rank == 0, torch.device("cpu"))
    torch.save({"model": model.state_dict(), "codes": codes.state_dict(), "decided": decided}, Path(folder, f"{rank}.pt"))
    parallel.leave()
    assert not parallel.several()


@pytest.fixture
def unused_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def results(tmp_path: Path, unused_port: int) -> list[dict]:
    (tmp_path / "port").write_text(str(unused_port))
    processes.spawn(work, (str(tmp_path),), nprocs=COUNT)
    return [torch.load(tmp_path / f"{rank}.pt") for rank in range(COUNT)]


def test_processes_agree_and_equal_one_with_all_batches(results):
    first, second = results
    for part in ("model", "codes"):
        for name, value in first[part].items():
            assert torch.equal(value, second[part][name]), f"{part}.{name}"
    assert first["decided"] and second["decided"]
    torch.manual_seed(0)
    alone = nn.Linear(8, 4)
    for _ in range(3):
        step(alone, data().reshape(-1, 8))
    assert torch.allclose(alone.weight, first["model"]["weight"], atol=1e-6)


def test_alone_nothing_changes():
    model = nn.Linear(2, 2)
    before = model.weight.clone()
    parallel.share(model)
    parallel.average_gradients(model.parameters())
    assert torch.equal(model.weight, before) and model.weight.grad is None
    assert not parallel.several() and parallel.agreed(True, torch.device("cpu"))
