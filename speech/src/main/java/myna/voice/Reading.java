package myna.voice;

import myna.audio.Audio;

/**
 * Something that was read aloud, to adapt a model to the reader.
 *
 * @param text what was read
 * @param audio of any rate
 */
public record Reading(String text, Audio audio) {}
