"""The graphs that are exported compute what was trained."""

import torch

from myna_training import config as configs
from myna_training.generator import Myna
from myna_training.serving import GeneratorGraph, ReferenceGraph


def test_the_served_generator_is_the_trained_one():
    torch.manual_seed(12)
    settings = configs.load("small")
    model = Myna(settings).eval()
    for parameter in model.generator.parameters():  # what begins as nothing has to say something
        parameter.data += 0.02 * torch.randn_like(parameter)
    frames, latent, guidance = 11, settings.codec.latent, torch.tensor([1.5])
    visible, text = torch.randn(2, frames, latent), torch.randn(2, frames, settings.generator.text_width)
    depth = torch.randint(0, settings.codec.depth + 1, (1, frames)).expand(2, -1)
    reference = torch.randn(1, 23, latent)
    with torch.no_grad():  # a reference that speaks very loudly is none of the unconditional row's business
        model.reference.memory.weight[: len(model.reference.memory.weight) // 2] *= 300
    with torch.no_grad():
        keys, values, style = model.reference(reference)
        h = model.generator.features(visible, depth, text, keys, values, style, torch.tensor([1.0, 0.0]))
        memory = ReferenceGraph(model)(reference)
        served = GeneratorGraph(model)
        for rows, wanted in ((1, h[:1]), (2, h[:1] + guidance * (h[:1] - h[1:]))):
            conditional = torch.tensor([1.0, 0.0])[:rows]
            found = served(visible[:rows], depth[:rows], text[:rows], memory[2], conditional, guidance, *memory[0], *memory[1])
            for a, b in zip(found, model.generator.head(wanted, depth[:1])):
                torch.testing.assert_close(a, b, atol=1e-4, rtol=1e-4)
