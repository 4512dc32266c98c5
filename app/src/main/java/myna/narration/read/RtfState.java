package myna.narration.read;

/** What holds within a group of an RTF file; a group inside begins with a copy. */
final class RtfState {
  /** What is done with the text of a group. */
  enum Destination {
    /** It is read. */
    BODY,
    /** It is the text of a note. */
    NOTE,
    /** It names a font. */
    FONTS,
    /** It names a style. */
    STYLES,
    /** It says something about the document. */
    INFO,
    /** It tells what a field shows. */
    FIELD,
    /** It is passed over. */
    NONE
  }

  private static final int USUAL_HALF_POINTS = 24;

  Destination destination = Destination.BODY;
  String info = "";
  int font;
  int halfPoints = USUAL_HALF_POINTS;
  boolean bold;
  boolean raised;
  boolean hidden;
  int style;
  int outline;
  boolean centred;
  boolean inTable;
  int substitutes = 1; // letters behind \\u for readers that do not know it

  RtfState copy() {
    RtfState copy = new RtfState();
    copy.destination = destination;
    copy.info = info;
    copy.font = font;
    copy.halfPoints = halfPoints;
    copy.bold = bold;
    copy.raised = raised;
    copy.hidden = hidden;
    copy.style = style;
    copy.outline = outline;
    copy.centred = centred;
    copy.inTable = inTable;
    copy.substitutes = substitutes;
    return copy;
  }

  /** Letters look as usual again. */
  void plain() {
    halfPoints = USUAL_HALF_POINTS;
    bold = false;
    raised = false;
    hidden = false;
  }

  /** Paragraphs look as usual again. */
  void paragraph() {
    style = 0;
    outline = 0;
    centred = false;
    inTable = false;
  }
}
