"""tokens: refits the codebooks of a trained codec to all clips, brings its latents to unit variance, and writes every clip's tokens.

From here on encoder and codebooks are fixed: the generator learns these tokens, and only the decoder may still be trained. With `--fixed` they
are so already, as a pack has them, and only the tokens are written.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from . import config as configs
from .aligner import batches, padded
from .codec import Codec
from .files import replace_atomically, save_checkpoint
from .prepare import Corpus
from .run import autocast


def load_codec(path: Path, settings: configs.Config, device: torch.device) -> Codec:
    """The codec of a checkpoint, ready for inference."""
    codec = Codec(settings)
    codec.load_state_dict(torch.load(path, map_location=device)["model"])
    return codec.to(device).eval()


@torch.no_grad()
def rescale(codec: Codec, factor: float) -> None:
    """Multiplies the latents and codebooks by `factor` and undoes it in the decoder's first layer."""
    codec.encoder.project.weight.mul_(factor)
    codec.encoder.project.bias.mul_(factor)
    codec.quantizer.codebooks.mul_(factor)
    codec.decoder.stem.convolution.weight.div_(factor)


def freeze(codec: Codec, latents: Tensor, sample: Tensor) -> Tensor:
    """Fits codec and codebooks to a sample [M, d] of the latents [N, d]; returns the latents as the codec gives them from then on."""
    scale = float(torch.sqrt(sample.var(0).mean()))
    rescale(codec, 1 / scale)
    left = codec.quantizer.fit(sample / scale, iterations=6)
    print("variance left after each depth: " + " ".join(f"{share:.4f}" for share in left), flush=True)
    return latents / scale


def frame_offsets(corpus: Corpus, frame: int) -> np.ndarray:
    """Where the frames of clip i start in tokens.npy: [clips + 1]."""
    return np.concatenate([[0], np.cumsum([-(-c.length // frame) for c in corpus.clips])])


def sums(codebooks: Tensor, codes: Tensor) -> Tensor:
    """Running sums over the depths: codebooks [D, V, d], codes int64 [..., D] -> [..., D + 1, d]; entry v is the sum of v visible tokens."""
    vectors = torch.stack([codebooks[j][codes[..., j]] for j in range(codebooks.shape[0])], dim=-2)
    return torch.cat([torch.zeros_like(vectors[..., :1, :]), torch.cumsum(vectors, dim=-2)], dim=-2)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="tokens", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare")
    parser.add_argument("--codec", type=Path, required=True, help="run folder of the codec")
    parser.add_argument("--fixed", action="store_true", help="leave frozen.pt as restore wrote it, and only write the tokens")
    parser.add_argument("--config", default="small")
    options = parser.parse_args(arguments)
    settings = configs.load(options.config)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    corpus = Corpus(options.data)
    codec = load_codec(options.codec / ("frozen.pt" if options.fixed else "final.pt"), settings, device)
    frame = settings.audio.frame
    offsets = frame_offsets(corpus, frame)
    lengths = np.array([c.length / settings.audio.sample_rate for c in corpus.clips])
    latents = torch.zeros(int(offsets[-1]), settings.codec.latent)
    for group in batches(lengths, 240.0, np.random.default_rng(0)):
        samples, frames = padded(corpus, [corpus.clips[i] for i in group], frame)
        with torch.no_grad(), autocast(device):
            encoded = codec.encoder(samples.to(device)).cpu()
        for row, index in enumerate(group):
            latents[offsets[index] : offsets[index + 1]] = encoded[row, : frames[row]]
    if not options.fixed:
        trained = np.concatenate([np.arange(offsets[i], offsets[i + 1]) for i, c in enumerate(corpus.clips) if c.split != "dev"])
        sample = latents[np.random.default_rng(settings.seed).choice(trained, min(len(trained), 300_000), replace=False)].to(device)
        latents = freeze(codec, latents, sample)
        save_checkpoint(options.codec / "frozen.pt", {"model": codec.state_dict()})
    tokens = torch.cat([codec.quantizer.encode(part.to(device)).cpu() for part in latents.split(65536)]).numpy().astype(np.uint16)
    with replace_atomically(options.codec / "tokens.npy") as temporary, open(temporary, "wb") as file:
        np.save(file, tokens)
    for depth in range(settings.codec.depth):
        share = np.bincount(tokens[:, depth], minlength=settings.codec.codes) / len(tokens)
        entropy = -(share[share > 0] * np.log2(share[share > 0])).sum()
        print(f"depth {depth + 1}: {np.mean(share > 0):.3f} of the codes used, {entropy:.2f} bit", flush=True)
