package myna.provenance;

import java.time.Instant;
import java.util.Optional;

/**
 * What a manifest says of speech.
 *
 * @param version of Myna
 * @param pack that spoke, by name and version, if that is known
 * @param watermark whether the sound carries Myna's inaudible mark
 * @param when it was written
 */
record Facts(String version, Optional<String> pack, boolean watermark, Instant when) {}
