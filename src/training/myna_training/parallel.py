"""Data parallelism: processes started by torchrun train one model, each on batches of its own, and average their gradients.

Without torchrun every function does nothing. Gradients are averaged by hand instead of by torch's DistributedDataParallel, because the
trainers call parts of their models one by one and Muon wants whole matrices.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

import torch
import torch.distributed as dist
from torch import Tensor, nn

SEED_DISTANCE = 1_000_003


def join() -> tuple[int, int, torch.device]:
    """Joins the other processes: this one's number, how many there are, and its device (NCCL between GPUs, gloo between CPUs)."""
    count = int(os.environ.get("WORLD_SIZE", "1"))
    cuda = torch.cuda.is_available()
    local = int(os.environ.get("LOCAL_RANK", "0"))
    device = torch.device("cuda", local) if cuda else torch.device("cpu")
    if cuda:
        torch.cuda.set_device(device)
    if count > 1 and not dist.is_initialized():
        dist.init_process_group("nccl" if cuda else "gloo")
    return (dist.get_rank() if count > 1 else 0), count, device


def leave() -> None:
    """Parts from the other processes once all have come so far. A process that ends while its threads may still talk to the others is aborted
    now and then."""
    if dist.is_available() and dist.is_initialized():
        dist.barrier()
        dist.destroy_process_group()


def several() -> bool:
    """Whether there are other processes."""
    return dist.is_available() and dist.is_initialized() and dist.get_world_size() > 1


def add(*tensors: Tensor) -> None:
    """Puts the sum over all processes into each tensor."""
    if several():
        for tensor in tensors:
            dist.all_reduce(tensor)


def copy_from_first(*tensors: Tensor) -> None:
    """Puts what process 0 has into each tensor."""
    if several():
        for tensor in tensors:
            dist.broadcast(tensor, 0)


def share(*modules: nn.Module) -> None:
    """Gives the modules of all processes the parameters and buffers of process 0."""
    for module in modules:
        with torch.no_grad():
            copy_from_first(*(t.data for t in [*module.parameters(), *module.buffers()]))


def average_gradients(parameters: Iterable[nn.Parameter]) -> None:
    """Replaces each gradient by its mean over all processes, in one message; a missing one counts as zero."""
    if not several():
        return
    trained = [p for p in parameters if p.requires_grad]
    flat = torch.cat([(torch.zeros_like(p) if p.grad is None else p.grad).reshape(-1).float() for p in trained])
    dist.all_reduce(flat)
    flat /= dist.get_world_size()
    for parameter, part in zip(trained, flat.split([p.numel() for p in trained])):
        parameter.grad = part.view_as(parameter).to(parameter.dtype)


def agreed(answer: bool, device: torch.device) -> bool:
    """The answer of process 0."""
    if not several():
        return answer
    flag = torch.tensor([int(answer)], device=device)
    dist.broadcast(flag, 0)
    return bool(flag.item())
