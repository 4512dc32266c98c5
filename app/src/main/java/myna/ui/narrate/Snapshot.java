package myna.ui.narrate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import myna.narration.Estimate;
import myna.narration.Narration;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import myna.narration.project.ChapterEntry;
import myna.narration.project.LineEntry;
import myna.narration.project.Project;
import myna.narration.project.ProjectSettings;
import myna.narration.speakers.People;

/**
 * A book as it is at a moment.
 *
 * @param chapters all of them
 * @param chapter whose lines these are; -1 where there is none
 * @param lines of that chapter
 * @param cast with what else was chosen
 * @param estimate of what is spoken
 */
record Snapshot(
    Metadata metadata,
    List<ChapterEntry> chapters,
    long chapter,
    List<LineEntry> lines,
    Casting cast,
    Estimate estimate) {
  /**
   * Who speaks.
   *
   * @param settings of the project
   * @param speakers names that the text gives speech to, with how often
   * @param people those of them who are people of the story, and can be one with others
   */
  record Casting(ProjectSettings settings, Map<String, Integer> speakers, Set<String> people) {}

  /**
   * Reads a book; blocks.
   *
   * @param wanted the chapter whose lines are to be read; another where it is gone
   */
  static Snapshot of(Narration narration, long wanted, Optional<Map<String, Integer>> speakers)
      throws NarrationException {
    Project project = narration.project();
    List<ChapterEntry> chapters = project.chapters();
    long chapter =
        chapters.stream()
            .map(ChapterEntry::id)
            .filter(id -> id == wanted)
            .findFirst()
            .orElseGet(() -> first(chapters));
    List<LineEntry> lines = chapter < 0 ? List.of() : project.lines(chapter);
    Map<String, Integer> names = speakers.isPresent() ? speakers.get() : narration.speakers();
    return new Snapshot(
        project.metadata(),
        chapters,
        chapter,
        lines,
        new Casting(project.settings(), names, people(project, names)),
        narration.estimate());
  }

  private static Set<String> people(Project project, Map<String, Integer> names)
      throws NarrationException {
    People people = project.people();
    return names.keySet().stream()
        .filter(name -> people.find(name).isPresent())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static long first(List<ChapterEntry> chapters) {
    return chapters.stream()
        .filter(ChapterEntry::included)
        .findFirst()
        .or(() -> chapters.stream().findFirst())
        .map(ChapterEntry::id)
        .orElse(-1L);
  }
}
