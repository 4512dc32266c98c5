package myna.ui.shell;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The pages of the studio, in the order of the navigation. */
public enum Page {
  SPEAK,
  VOICES,
  NARRATE,
  HISTORY,
  SETTINGS;

  Ikon icon() {
    return switch (this) {
      case SPEAK -> MaterialDesignM.MESSAGE_TEXT_OUTLINE;
      case VOICES -> MaterialDesignA.ACCOUNT_VOICE;
      case NARRATE -> MaterialDesignB.BOOK_OPEN_PAGE_VARIANT_OUTLINE;
      case HISTORY -> MaterialDesignH.HISTORY;
      case SETTINGS -> MaterialDesignC.COG_OUTLINE;
    };
  }
}
