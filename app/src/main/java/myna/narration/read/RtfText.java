package myna.narration.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import myna.jobs.Cancellation;
import myna.narration.read.RtfState.Destination;
import myna.narration.read.RtfTokens.Token;

/** Reads the tokens of an RTF file into a page. */
final class RtfText {
  private static final int DEEPEST = 500;

  private static final Set<String> SILENT =
      Set.of(
          "colortbl",
          "pict",
          "object",
          "header",
          "headerl",
          "headerr",
          "headerf",
          "footer",
          "footerl",
          "footerr",
          "footerf",
          "annotation",
          "atnid",
          "atnauthor",
          "tc",
          "xe",
          "pntext",
          "listtext",
          "nonshppict",
          "listtable",
          "listoverridetable",
          "revtbl",
          "rxe",
          "private",
          "ftnsep",
          "ftnsepc",
          "aftnsep",
          "aftnsepc",
          "fldtype",
          "datafield");

  private static final Set<String> INFO = Set.of("title", "author", "creatim", "doccomm");

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("emdash", "—"),
          Map.entry("endash", "–"),
          Map.entry("lquote", "‘"),
          Map.entry("rquote", "’"),
          Map.entry("ldblquote", "“"),
          Map.entry("rdblquote", "”"),
          Map.entry("bullet", "•"),
          Map.entry("emspace", " "),
          Map.entry("enspace", " "),
          Map.entry("tab", " "),
          Map.entry("~", " "),
          Map.entry("_", "-"));

  private final RtfPage page;
  private final RtfFonts fonts = new RtfFonts();
  private final Deque<RtfState> outer = new ArrayDeque<>();
  private final ByteArrayOutputStream letters = new ByteArrayOutputStream();
  private final StringBuilder field = new StringBuilder();
  private RtfState state = new RtfState();
  private int skipped;
  private boolean optional;

  RtfText(RtfPage page) {
    this.page = page;
  }

  /** Reads everything. */
  RtfPage read(RtfTokens tokens, Cancellation cancellation) throws IOException {
    for (Optional<Token> next = tokens.next(); next.isPresent(); next = tokens.next()) {
      switch (next.get()) {
        case Token.Letter(byte code) -> letter(code);
        case Token.Open() -> {
          cancellation.check();
          open();
        }
        case Token.Close() -> close();
        case Token.Control(String name, Optional<Integer> value) -> {
          writeLetters();
          control(name, value);
        }
      }
    }
    writeLetters();
    page.endParagraph(new RtfState());
    return page;
  }

  private void open() throws IOException {
    writeLetters();
    skipped = 0;
    optional = false;
    if (outer.size() >= DEEPEST) {
      throw new IOException("groups are nested deeper than in any document");
    }
    outer.push(state);
    state = state.copy();
  }

  private void close() {
    writeLetters();
    skipped = 0;
    if (!outer.isEmpty()) {
      state = outer.pop();
    }
  }

  private void letter(byte code) {
    if (skipped > 0) {
      skipped--;
    } else {
      letters.write(code);
    }
  }

  /** Letters of two bytes may stand apart in the file, so they are decoded together. */
  private void writeLetters() {
    if (letters.size() > 0) {
      Charset charset = fonts.of(state.font);
      write(letters.toString(charset));
      letters.reset();
    }
  }

  private void write(String text) {
    switch (state.destination) {
      case BODY -> {
        if (!state.hidden) {
          page.text(text, state);
        }
      }
      case NOTE -> page.note(text);
      case STYLES -> page.styleName(state.style, text);
      case INFO -> page.info(state.info, text);
      case FIELD -> field.append(text);
      case FONTS, NONE -> {}
    }
  }

  private void control(String name, Optional<Integer> value) {
    if (skipped > 0) {
      skipped--;
      return;
    }
    if (name.equals("*")) {
      optional = true;
      return;
    }
    boolean unknownIsSilent = optional;
    optional = false;
    if (!destination(name) && unknownIsSilent) {
      state.destination = Destination.NONE;
    }
    switch (name) {
      case "ansicpg" -> value.ifPresent(fonts::codePage);
      case "mac" -> fonts.codePage(10_000);
      case "f" -> state.font = value.orElse(0);
      case "fcharset" -> fonts.charset(state.font, value.orElse(0));
      case "u" -> unicode(value.orElse((int) ' '));
      case "uc" -> state.substitutes = Math.max(0, value.orElse(1));
      case "yr" -> write(" " + value.orElse(0) + " ");
      default -> form(name, value);
    }
  }

  /** Where the text of the group goes from here on, if the word says so. */
  private boolean destination(String name) {
    Destination before = state.destination;
    if (before == Destination.NONE) {
      return true;
    }
    if (SILENT.contains(name)) {
      state.destination = Destination.NONE;
    } else if (INFO.contains(name) && before == Destination.INFO) {
      state.info = name;
    } else {
      switch (name) {
        case "info" -> state.destination = Destination.INFO;
        case "fonttbl" -> state.destination = Destination.FONTS;
        case "stylesheet" -> state.destination = Destination.STYLES;
        case "fldinst" -> {
          field.setLength(0);
          state.destination = Destination.FIELD;
        }
        case "fldrslt" ->
            state.destination = DocxText.isUnspoken(field) ? Destination.NONE : before;
        case "footnote" -> {
          if (before == Destination.BODY) {
            page.startNote();
          }
          state.destination = before == Destination.BODY ? Destination.NOTE : before;
        }
        default -> {
          return false;
        }
      }
    }
    return true;
  }

  /** The substitutes behind it are for readers that do not know it. */
  private void unicode(int value) {
    write(Character.toString((char) value));
    skipped = state.substitutes;
  }

  private void form(String name, Optional<Integer> value) {
    boolean on = value.orElse(1) != 0;
    switch (name) {
      case "b" -> state.bold = on;
      case "v", "deleted" -> state.hidden = on;
      case "super" -> state.raised = on;
      case "nosupersub", "sub" -> state.raised = false;
      case "fs" -> state.halfPoints = value.orElse(state.halfPoints);
      case "plain" -> state.plain();
      case "pard" -> state.paragraph();
      case "s" -> state.style = value.orElse(0);
      case "outlinelevel" -> state.outline = Math.clamp(value.orElse(-1) + 1L, 0, 6);
      case "qc" -> state.centred = true;
      case "ql", "qr", "qj" -> state.centred = false;
      case "intbl" -> state.inTable = true;
      default -> place(name);
    }
  }

  private void place(String name) {
    if (SIGNS.containsKey(name)) {
      write(SIGNS.get(name));
    } else if (state.destination == Destination.NOTE && name.equals("par")) {
      page.note(" ");
    } else if (state.destination == Destination.BODY) {
      switch (name) {
        case "par" -> page.endParagraph(state);
        case "line" -> page.breakLine();
        case "page", "pagebb", "sect" -> page.breakPage();
        case "cell" -> page.endCell();
        case "row" -> page.endRow();
        default -> {}
      }
    }
  }
}
