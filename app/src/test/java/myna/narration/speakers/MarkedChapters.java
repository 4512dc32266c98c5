package myna.narration.speakers;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.narration.book.Block;

/**
 * Chapters of a novel whose speakers were marked by hand.
 *
 * @param chapters the blocks of each
 * @param speakers of all quotations in their order; "-" where nobody speaks
 */
record MarkedChapters(List<List<Block>> chapters, List<String> speakers) {
  private static final Pattern MARK = Pattern.compile("\\{([^}]*)}(?=“)");

  static MarkedChapters read(String name) throws IOException, URISyntaxException {
    Path file =
        Path.of(
            MarkedChapters.class.getResource("/myna/narration/speakers/" + name + ".txt").toURI());
    List<List<Block>> chapters = new ArrayList<>();
    List<String> speakers = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(";")) {
        continue;
      }
      Matcher mark = MARK.matcher(line);
      while (mark.find()) {
        speakers.add(mark.group(1));
      }
      String text = MARK.matcher(line).replaceAll("");
      if (text.startsWith("# ")) {
        chapters.add(new ArrayList<>());
        chapters.getLast().add(Block.heading(text.substring(2)));
      } else if (text.startsWith("## ")) {
        chapters.getLast().add(Block.heading(text.substring(3)));
      } else {
        chapters.getLast().add(Block.paragraph(text));
      }
    }
    return new MarkedChapters(chapters, speakers);
  }

  List<Block> blocks() {
    return chapters.stream().flatMap(List::stream).toList();
  }
}
