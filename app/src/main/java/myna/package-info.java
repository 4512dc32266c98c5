/**
 * Myna: an offline studio that speaks any text in any voice heard once.
 *
 * <p>This package holds {@link myna.Main} alone, which wires the houses together. The houses, top
 * to bottom; dependencies only point down, and a test checks that:
 *
 * <pre>
 * ui  cli           the studio; the commands
 * server            OpenAI's interface and assistants' tools, for programs of the same machine
 * narration         books to audiobooks
 *                   -- below here the library, myna.speech --
 * delivery          sentences to a file or a stream, with watermark and subtitles
 * engine            packs lent and shared
 * onnx              model packs and devices, behind the interfaces of speech, resgen, codec, text
 * speech            text and voice to samples and word timings
 * resgen            the sampler
 * codec             tokens to waveform and back
 * watermark         the inaudible watermark of synthetic speech
 * voice             the voice library
 * text  audio       what is read; what is heard
 * files  jobs       files that appear whole; progress and cancellation: known to all
 * </pre>
 *
 * <p>Letters for shapes, everywhere: B batch, C channels or width, D depths of the codec, K mixture
 * components, L frames, N phonemes, R reference frames, T samples, V codes per codebook, d latent
 * width.
 */
package myna;
