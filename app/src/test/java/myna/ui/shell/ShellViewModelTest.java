package myna.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import myna.ui.common.FileChoosers.Sort;
import myna.ui.common.Notice;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {
  private final ShellViewModel model = new ShellViewModel();
  private final List<Page> takers = new ArrayList<>();

  @Test
  void droppedFilesGoToThePageThatKnowsThem() {
    model.drop(List.of(Path.of("a.epub")), features());
    assertThat(model.pageProperty().get()).isEqualTo(Page.NARRATE);
  }

  @Test
  void theShownPageIsAskedFirst() {
    model.pageProperty().set(Page.NARRATE);
    model.drop(List.of(Path.of("a.txt")), features());
    assertThat(takers).containsExactly(Page.NARRATE);
    takers.clear();
    model.pageProperty().set(Page.SPEAK);
    model.drop(List.of(Path.of("a.txt")), features());
    assertThat(takers).containsExactly(Page.SPEAK);
  }

  @Test
  void filesOfSeveralFormatsGoToAPageEach() {
    List<Feature> features =
        List.of(taking(Page.VOICES, Sort.VOICE), taking(Page.NARRATE, Sort.BOOK));
    model.drop(List.of(Path.of("a.epub"), Path.of("b.mynavoice"), Path.of("c.EPUB")), features);
    assertThat(takers).containsExactlyInAnyOrder(Page.VOICES, Page.NARRATE);
    assertThat(model.notices()).isEmpty();
  }

  @Test
  void whatNobodyKnowsAmongOthersIsToldOf() {
    model.drop(List.of(Path.of("a.epub"), Path.of("a.exe")), features());
    assertThat(takers).containsExactly(Page.NARRATE);
    assertThat(model.notices()).containsExactly(Notice.warning("shell.drop.unknown"));
  }

  @Test
  void nobodysFileIsToldOf() {
    model.drop(List.of(Path.of("a.exe")), features());
    assertThat(model.notices()).containsExactly(Notice.warning("shell.drop.unknown"));
  }

  @Test
  void aNoticeIsToldOnceAndTheOldestGoesFirst() {
    for (int i = 0; i < 6; i++) {
      model.accept(Notice.success("files.AUDIO", i));
      model.accept(Notice.success("files.AUDIO", i));
    }
    assertThat(model.notices())
        .hasSize(ShellViewModel.MOST_NOTICES)
        .last()
        .isEqualTo(Notice.success("files.AUDIO", 5));
  }

  @Test
  void objectionsOfAllPagesAreHeard() {
    Feature busy =
        new Feature(Page.VOICES, kit -> null, Feature.Reception.NONE, () -> Optional.of("a"));
    Feature free =
        new Feature(Page.SPEAK, kit -> null, Feature.Reception.NONE, Feature.Departure.FREE);
    assertThat(model.objections(List.of(busy, free))).containsExactly("a");
  }

  private List<Feature> features() {
    return List.of(taking(Page.SPEAK, Sort.TEXT), taking(Page.NARRATE, Sort.BOOK));
  }

  private Feature taking(Page page, Sort sort) {
    return new Feature(
        page,
        kit -> null,
        files -> files.stream().allMatch(sort::matches) && takers.add(page),
        Feature.Departure.FREE);
  }
}
