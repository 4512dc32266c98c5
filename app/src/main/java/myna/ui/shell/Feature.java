package myna.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import myna.ui.common.PageView;
import myna.ui.common.ViewKit;

/**
 * A page and what the window must know of it.
 *
 * @param page its place in the navigation
 * @param view builds it
 * @param reception takes files dropped on the window
 * @param departure asked before the window closes
 */
public record Feature(
    Page page, Function<ViewKit, PageView> view, Reception reception, Departure departure) {

  /** Takes files. */
  @FunctionalInterface
  public interface Reception {
    /** Whether these files are for this page; if so, it has taken them. */
    boolean take(List<Path> files);

    /** Takes nothing. */
    Reception NONE = files -> false;
  }

  /** What stands in the way of closing. */
  @FunctionalInterface
  public interface Departure {
    /** The key of a sentence that says what would be lost, or empty. */
    Optional<String> objection();

    /** Nothing stands in the way. */
    Departure FREE = Optional::empty;
  }
}
