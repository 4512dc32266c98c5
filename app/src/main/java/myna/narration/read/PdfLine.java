package myna.narration.read;

/**
 * A line of a column of a page. Lengths are in points, from the page's upper left corner.
 *
 * @param text of the line
 * @param box where it stands
 * @param size of its letters
 * @param page index from 0
 * @param column 0 where the page has one column or the line goes across all, else 1 or 2
 */
record PdfLine(String text, Box box, double size, int page, int column) {
  /**
   * A place on a page.
   *
   * @param left edge
   * @param right edge
   * @param y of the baseline
   * @param pageHeight of the whole page
   */
  record Box(double left, double right, double y, double pageHeight) {
    Box union(Box other) {
      return new Box(Math.min(left, other.left), Math.max(right, other.right), y, pageHeight);
    }
  }

  PdfLine inColumn(int changed) {
    return new PdfLine(text, box, size, page, changed);
  }

  /** The same with a word or line of the same baseline to its right. */
  PdfLine with(PdfLine next) {
    double larger = Math.max(size, next.size);
    return new PdfLine(text + " " + next.text, box.union(next.box), larger, page, column);
  }

  /** Whether another stands on the same baseline. */
  boolean isLevelWith(PdfLine other) {
    return page == other.page && Math.abs(box.y - other.box.y) < 0.4 * Math.max(size, other.size);
  }
}
