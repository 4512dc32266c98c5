"""Training of Myna's models: prepare -> codec -> aligner -> generator -> export -> evaluate.

Shapes in this package: B batch, L codec frames, D depths, V codes per codebook, d latent width, T samples, N phonemes.
"""
