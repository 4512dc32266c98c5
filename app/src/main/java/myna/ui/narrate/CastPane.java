package myna.ui.narrate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import myna.narration.project.ProjectSettings;
import myna.narration.script.Cast;
import myna.speech.Knob;
import myna.speech.Quality;
import myna.speech.SpeechOptions;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;
import myna.voice.Voice;

/** Who speaks what, how well, and which parts of the book are spoken. */
final class CastPane extends ScrollPane {
  private final BookModel book;
  private final ObservableList<Voice> voices;
  private final ViewKit kit;
  private final VBox content = new VBox();
  private Snapshot.Casting shown;

  CastPane(BookModel book, ObservableList<Voice> voices, ViewKit kit) {
    this.book = book;
    this.voices = voices;
    this.kit = kit;
    content.getStyleClass().add("cast");
    setContent(content);
    setFitToWidth(true);
    setFocusTraversable(false);
  }

  /** Follows the book until the subscription ends. */
  Subscription follow() {
    ListChangeListener<Voice> change = any -> rebuild();
    voices.addListener(change);
    return Subscription.combine(
        book.snapshotProperty().subscribe(this::show), () -> voices.removeListener(change));
  }

  private void show(Snapshot snapshot) {
    if (!snapshot.cast().equals(shown)) {
      shown = snapshot.cast();
      rebuild();
    }
  }

  private void rebuild() {
    Cast cast = shown.settings().cast();
    VoiceRows rows = new VoiceRows(voices, kit);
    VBox roles = new VBox();
    roles.getStyleClass().add("card");
    roles
        .getChildren()
        .addAll(
            rows.role(
                "narrator",
                kit.text("narrate.cast.narrator"),
                cast.narrator(),
                false,
                voice -> book.cast(now -> now.withNarrator(voice))),
            rows.role(
                "quotations",
                kit.text("narrate.cast.quotations"),
                cast.quotations(),
                true,
                voice -> book.cast(now -> now.withQuotations(voice))));
    for (Map.Entry<String, Integer> speaker : speakers(cast).entrySet()) {
      String name = speaker.getKey();
      HBox row =
          rows.role(
              "speaker",
              speaker.getValue() == 0
                  ? name
                  : kit.text("narrate.cast.speaker", name, speaker.getValue()),
              cast.speakers().getOrDefault(name, ""),
              true,
              voice -> book.cast(now -> now.withSpeaker(name, voice)));
      if (shown.people().contains(name) && shown.people().size() > 1) {
        row.getChildren().add(sameAs(name));
      }
      roles.getChildren().add(row);
    }
    content
        .getChildren()
        .setAll(
            Nodes.label(kit.text("narrate.cast.voices"), "heading"),
            roles,
            Nodes.label(kit.text("narrate.cast.manner"), "heading"),
            manner(),
            Nodes.label(kit.text("narrate.cast.parts"), "heading"),
            parts());
  }

  /** Those who have a voice, and those whom the text seems to name. */
  private Map<String, Integer> speakers(Cast cast) {
    Map<String, Integer> all = new LinkedHashMap<>(shown.speakers());
    cast.speakers().keySet().forEach(name -> all.putIfAbsent(name, 0));
    return all;
  }

  /** Two names of one person can be made one. */
  private MenuButton sameAs(String name) {
    MenuButton menu = new MenuButton(kit.text("narrate.cast.same"));
    menu.setId("cast-same");
    menu.setAccessibleText(kit.text("narrate.cast.same.named", name));
    for (String other : shown.people()) {
      if (!other.equals(name)) {
        MenuItem item = new MenuItem(other);
        item.setOnAction(event -> book.edit(editor -> editor.mergePeople(name, other)));
        menu.getItems().add(item);
      }
    }
    return menu;
  }

  private Node manner() {
    SpeechOptions options = SpeechOptions.parse(shown.settings().speech());
    int usual = book.usualSteps();
    String steps = options.value(Knob.STEPS).orElse(Integer.toString(usual));
    String takes = options.value(Knob.BEST).orElse("1");
    ComboBox<Quality> quality = new ComboBox<>();
    quality.setId("cast-quality");
    quality.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Quality item) {
            return item == null
                ? kit.text("speak.steps", Integer.valueOf(steps), Integer.valueOf(takes))
                : name(item);
          }

          @Override
          public Quality fromString(String text) {
            throw new UnsupportedOperationException("the box is not editable");
          }
        });
    quality.getItems().setAll(Quality.values());
    for (Quality each : Quality.values()) {
      if (steps.equals(Integer.toString(each.steps(usual)))
          && takes.equals(Integer.toString(each.takes()))) {
        quality.setValue(each);
      }
    }
    quality.setAccessibleText(kit.text("speak.quality"));
    quality.setOnAction(
        event -> {
          Quality picked = quality.getValue();
          options(
              before ->
                  before.with(Knob.STEPS, picked.steps(usual)).with(Knob.BEST, picked.takes()));
        });
    CheckBox verify = new CheckBox(kit.text("speak.verify"));
    verify.setId("cast-verify");
    verify.setSelected(!options.value(Knob.VERIFY).equals(Optional.of("false")));
    verify.setOnAction(event -> options(before -> before.with(Knob.VERIFY, verify.isSelected())));
    VBox card = new VBox(VoiceRows.setting(kit.text("speak.quality"), quality), row(verify));
    card.getStyleClass().add("card");
    return card;
  }

  private String name(Quality quality) {
    return kit.messages().of("quality", quality);
  }

  private void options(UnaryOperator<SpeechOptions> change) {
    book.settings(
        settings ->
            settings.withSpeech(change.apply(SpeechOptions.parse(settings.speech())).toString()));
  }

  private Node parts() {
    ProjectSettings settings = shown.settings();
    VBox card =
        new VBox(
            row(
                part(
                    "front",
                    settings.frontMatter(),
                    (s, on) ->
                        new ProjectSettings(
                            s.cast(), s.reading(), on, s.backMatter(), s.speech()))),
            row(
                part(
                    "back",
                    settings.backMatter(),
                    (s, on) ->
                        new ProjectSettings(
                            s.cast(), s.reading(), s.frontMatter(), on, s.speech()))));
    card.getStyleClass().add("card");
    return card;
  }

  private interface Switch {
    ProjectSettings set(ProjectSettings settings, boolean on);
  }

  private CheckBox part(String name, boolean on, Switch change) {
    CheckBox box = new CheckBox(kit.text("narrate.parts." + name));
    box.setId("parts-" + name);
    box.setSelected(on);
    box.setOnAction(event -> book.settings(settings -> change.set(settings, box.isSelected())));
    return box;
  }

  private static HBox row(Node node) {
    HBox row = Nodes.row(8, node);
    row.getStyleClass().add("setting");
    return row;
  }
}
