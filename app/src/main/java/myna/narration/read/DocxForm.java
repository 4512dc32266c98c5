package myna.narration.read;

import myna.narration.read.FormHeadings.Form;

/**
 * The form of the paragraph of a Word document that is read: its style, and what its runs change.
 */
final class DocxForm {
  private final DocxStyles styles;
  private final FormMeter meter = new FormMeter();
  private DocxStyles.Look look;
  private double size;
  private boolean bold;
  private boolean raised;

  DocxForm(DocxStyles styles) {
    this.styles = styles;
    startParagraph("");
  }

  /** A paragraph begins, or its style is told. */
  void startParagraph(String style) {
    look = styles.look(style);
    meter.centre(Boolean.TRUE.equals(look.centred()));
    if (Boolean.TRUE.equals(look.onTop())) {
      meter.breakPage();
    }
    startRun();
  }

  /** A run begins, which looks as its paragraph does until it says otherwise. */
  void startRun() {
    size = look.size() == null ? 0 : look.size();
    bold = Boolean.TRUE.equals(look.bold());
    raised = false;
  }

  /** Whether the run is raised. */
  boolean isRaised() {
    return raised;
  }

  /**
   * A property of the run, or of the paragraph.
   *
   * @param value of its attribute, often ""
   */
  void change(String property, String value) {
    switch (property) {
      case "sz" -> size = value.matches("\\d{1,4}") ? DocxStyles.points(value) : size;
      case "b" -> bold = DocxStyles.isOn(value);
      case "vertAlign" -> raised = value.equals("superscript");
      case "jc" -> meter.centre(value.equals("center"));
      case "pageBreakBefore" -> {
        if (DocxStyles.isOn(value)) {
          meter.breakPage();
        }
      }
      default -> {}
    }
  }

  /** A new page begins. */
  void breakPage() {
    meter.breakPage();
  }

  void add(String text) {
    meter.add(text, size, bold);
  }

  Form take() {
    return meter.take();
  }
}
