package myna.narration.project;

import myna.script.Take;

/**
 * A take in the store.
 *
 * @param key hash of everything that decides on its sound
 * @param take what is known of it
 * @param loudness of the whole in LUFS; negative infinity for silence
 */
public record StoredTake(String key, Take take, double loudness) {}
