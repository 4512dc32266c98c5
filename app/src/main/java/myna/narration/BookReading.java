package myna.narration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import myna.engine.PackLease;
import myna.files.AtomicFile;
import myna.narration.book.Book;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.script.ScriptWriter;
import myna.text.Notice;
import myna.text.TextException;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.text.UserLexicon;

/**
 * How the text of a project is read: its language, and the lexicons that are kept with it, those of
 * the user before that of the book.
 */
final class BookReading implements BookProject.Writers {
  private static final String FOLDER = "lexicons";
  private static final String OF_BOOK = "book.tsv";

  private final Path folder;
  private final PackLease pack;
  private final List<UserLexicon> lexicons;
  private final String identity;

  private BookReading(Path folder, PackLease pack, List<UserLexicon> lexicons, String identity) {
    this.folder = folder;
    this.pack = pack;
    this.lexicons = lexicons;
    this.identity = identity;
  }

  /** Reads the lexicons that a project has, or those that it is to have from now on. */
  static BookReading of(NarrationOrder order, PackLease pack) throws NarrationException {
    Path folder = order.folder().resolve(FOLDER);
    List<Path> given = order.lexicons();
    try {
      StringBuilder hashes = new StringBuilder(" " + pack.identity());
      List<UserLexicon> lexicons = new ArrayList<>();
      for (Path file : given.isEmpty() ? kept(folder) : given) {
        lexicons.add(UserLexicon.read(file));
        hashes.append(' ').append(hash(file));
      }
      if (!given.isEmpty()) {
        keep(folder, given);
      }
      return new BookReading(folder, pack, lexicons, hashes.toString());
    } catch (TextException e) {
      throw new NarrationException(Reason.MALFORMED, e.getMessage(), e);
    } catch (IOException e) {
      throw new NarrationException(
          Reason.UNWRITABLE, "the lexicons cannot be kept in " + folder, e);
    }
  }

  private static List<Path> kept(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.endsWith(OF_BOOK))
          .sorted()
          .toList();
    }
  }

  private static void keep(Path folder, List<Path> given) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (Path file : given) {
      contents.add(Files.readAllBytes(file));
    }
    Files.createDirectories(folder);
    for (Path old : kept(folder)) {
      Files.delete(old);
    }
    for (int i = 0; i < contents.size(); i++) {
      byte[] bytes = contents.get(i);
      String name = "%02d-%s".formatted(i + 1, given.get(i).getFileName());
      AtomicFile.write(folder.resolve(name), part -> Files.write(part, bytes));
    }
  }

  private static String hash(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** Keeps what the book says of its words with the project, in place of what an older one said. */
  @Override
  public void learn(Book book) throws NarrationException {
    Path file = folder.resolve(OF_BOOK);
    try {
      if (book.pronunciations().isEmpty()) {
        Files.deleteIfExists(file);
        return;
      }
      Files.createDirectories(folder);
      List<String> lines = book.pronunciations().stream().map(UserLexicon.Entry::line).toList();
      AtomicFile.write(file, part -> Files.write(part, lines));
    } catch (IOException e) {
      throw new NarrationException(Reason.UNWRITABLE, file + " cannot be written", e);
    }
  }

  /** The script writer of a book in a language. */
  @Override
  public ScriptWriter writer(Set<String> speakers, String language) throws NarrationException {
    Locale wanted = language.toLowerCase(Locale.ROOT).startsWith("en-gb") ? Locale.UK : Locale.US;
    Path own = folder.resolve(OF_BOOK);
    try {
      String all = Files.exists(own) ? identity + ' ' + hash(own) : identity;
      return new ScriptWriter(frontEnd(wanted), speakers, wanted.toLanguageTag() + all);
    } catch (IOException e) {
      throw new NarrationException(Reason.UNREADABLE, own + " cannot be read", e);
    }
  }

  /**
   * What the reader of a book should know before it is narrated.
   *
   * @param language of the book, a BCP 47 tag or ""
   * @param text the beginning of it
   */
  List<Notice> notices(String language, String text) throws NarrationException {
    List<Notice> notices = new ArrayList<>();
    Notice.ofLanguage(language, pack.languages()).ifPresent(notices::add);
    for (Notice notice : frontEnd(Locale.US).notices(text)) {
      if (notices.stream().noneMatch(one -> one.kind() == notice.kind())) {
        notices.add(notice);
      }
    }
    return notices;
  }

  private TextFrontEnd frontEnd(Locale wanted) throws NarrationException {
    List<UserLexicon> all = new ArrayList<>(lexicons);
    Path own = folder.resolve(OF_BOOK);
    try {
      if (Files.exists(own)) {
        all.add(UserLexicon.read(own));
      }
    } catch (TextException e) {
      throw new NarrationException(Reason.MALFORMED, e.getMessage(), e);
    }
    return pack.frontEnd(TextSettings.DEFAULT.withLocale(wanted).withLexicons(all));
  }
}
