package myna.ui.voices;

import myna.ui.common.ViewKit;
import myna.voice.Finding;

/** What the check of a clip found out, in the language of the user. */
final class Findings {
  private Findings() {}

  /** One sentence: what was found, and what to do if that is not good. */
  static String sentence(Finding finding, ViewKit kit) {
    return Double.isNaN(finding.value())
        ? kit.text("check.unknown")
        : kit.text(
            "check." + finding.aspect().name() + "." + finding.grade().name(), finding.value());
  }
}
