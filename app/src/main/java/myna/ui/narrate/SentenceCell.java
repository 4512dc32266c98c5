package myna.ui.narrate;

import javafx.util.Subscription;
import myna.narration.book.Block;
import myna.narration.project.LineEntry;
import myna.ui.common.SpokenCell;
import myna.ui.common.ViewKit;

/** A sentence in the list: what it says, and how it stands. */
final class SentenceCell extends SpokenCell<LineEntry> {
  private final BookModel book;

  SentenceCell(BookModel book, ViewKit kit) {
    super(kit, 6);
    this.book = book;
  }

  @Override
  protected String words(LineEntry line) {
    return line.line().text();
  }

  @Override
  protected boolean isHeading(LineEntry line) {
    return line.place().kind() == Block.Kind.HEADING;
  }

  @Override
  protected Subscription follow(LineEntry line) {
    show(
        false,
        line.take()
            .map(
                stored ->
                    new Chosen(
                        stored.take().length().seconds(),
                        line.choice().retake() + 1,
                        line.choice().retakes() + 1,
                        stored.take().doubtfulWords())));
    return book.heardProperty()
        .subscribe(heard -> hear(heard.isPresent() && heard.getAsLong() == line.id()));
  }
}
