package myna.voice;

import java.util.List;
import myna.voice.Finding.Aspect;

/**
 * What the check of a clip found out.
 *
 * @param seconds the clip's duration
 * @param findings one per aspect, in the order of {@link Aspect}
 */
public record ClipReport(double seconds, List<Finding> findings) {
  /** The worst grade of all. */
  public Grade overall() {
    Grade worst = Grade.GOOD;
    for (Finding finding : findings) {
      worst = worst.worse(finding.grade());
    }
    return worst;
  }

  /** What was found out about one aspect. */
  public Finding of(Aspect aspect) {
    return findings.stream()
        .filter(finding -> finding.aspect() == aspect)
        .findFirst()
        .orElseThrow();
  }
}
