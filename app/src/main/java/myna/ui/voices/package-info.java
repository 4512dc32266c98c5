/**
 * The voices page: the library, and making a voice of a recording or a file.
 *
 * <p>What lives here: list and details of voices, recording, trimming, check and consent, reading
 * aloud and adapting to it. What may not: how voices are stored or clips judged; that is {@link
 * myna.voice}.
 *
 * <p>Data flow: microphone or file -> {@code ClipDraft} (trim, check, consent) -> voice library ->
 * list and details.
 *
 * <p>Tips and traps: another process may change the library, so what is shown is read anew after
 * each change. A recording that is not yet saved is what closing the window would lose.
 */
package myna.ui.voices;
