package myna.ui.narrate;

import java.nio.file.Path;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.narration.script.Cast;
import myna.ui.common.FileChoosers.Sort;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;
import myna.voice.Voice;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Open subtitles: their cues, who speaks them, the film, and what is being made below. */
final class DubPane extends BorderPane {
  private final DubModel model;
  private final ObservableList<Voice> voices;
  private final ViewKit kit;
  private final VBox roles = new VBox();
  private final Label film = Nodes.paragraph("", "muted");
  private final Button noFilm;
  private final Subscription following;

  DubPane(NarrateViewModel page, DubModel model, ViewKit kit) {
    this.model = model;
    this.voices = page.voices();
    this.kit = kit;
    noFilm =
        Nodes.iconButton(
            MaterialDesignC.CLOSE,
            kit.text("narrate.dub.film.none"),
            () -> model.film(Optional.empty()));
    noFilm.setId("dub-no-film");
    Button back =
        Nodes.iconButton(MaterialDesignA.ARROW_LEFT, kit.text("narrate.back"), page::leaveDubbing);
    back.setId("leave-dubbing");
    setTop(head(back));
    CueTable cues = new CueTable(model, kit);
    BorderPane body = new BorderPane(cues);
    body.getStyleClass().add("dub-body");
    body.setRight(choices());
    setCenter(body);
    DubDock dock = new DubDock(model, kit);
    setBottom(dock);
    ListChangeListener<Voice> change = any -> showRoles();
    voices.addListener(change);
    following =
        Subscription.combine(
            dock.follow(),
            model.madeProperty().subscribe(cues::show),
            model.filmProperty().subscribe(this::showFilm),
            model.busyProperty().subscribe(back::setDisable),
            () -> voices.removeListener(change));
    showRoles();
  }

  void release() {
    following.unsubscribe();
  }

  private HBox head(Button back) {
    VBox words =
        Nodes.column(
            0,
            Nodes.label(String.valueOf(model.file().getFileName()), "page-title"),
            Nodes.label(kit.text("narrate.dub.about", model.cues().size()), "muted"));
    words.setMinWidth(0);
    HBox head = Nodes.row(12, back, words);
    head.getStyleClass().add("page-head");
    return head;
  }

  private ScrollPane choices() {
    roles.getStyleClass().add("card");
    Button choose =
        Nodes.button(
            kit.text("narrate.dub.film.choose"),
            () -> kit.files().open(Sort.FILM).stream().findFirst().ifPresent(this::mix));
    choose.setId("dub-film");
    VBox card = Nodes.column(10, film, Nodes.row(8, choose, noFilm));
    card.getStyleClass().add("card");
    VBox content =
        new VBox(
            Nodes.label(kit.text("narrate.cast.voices"), "heading"),
            roles,
            Nodes.label(kit.text("narrate.dub.film"), "heading"),
            card);
    content.getStyleClass().add("cast");
    ScrollPane scroll = new ScrollPane(content);
    scroll.getStyleClass().add("dub-choices");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.disableProperty().bind(model.busyProperty());
    return scroll;
  }

  private void mix(Path chosen) {
    model.film(Optional.of(chosen));
  }

  private void showFilm(Optional<Path> chosen) {
    film.setText(
        chosen
            .map(file -> file.getFileName().toString())
            .orElse(kit.text("narrate.dub.film.text")));
    Nodes.show(noFilm, chosen.isPresent());
  }

  private void showRoles() {
    Cast cast = model.cast();
    VoiceRows rows = new VoiceRows(voices, kit);
    roles
        .getChildren()
        .setAll(
            rows.role(
                "narrator",
                kit.text("narrate.cast.narrator"),
                cast.narrator(),
                false,
                voice -> model.cast(now -> now.withNarrator(voice))));
    for (String name : model.people()) {
      roles
          .getChildren()
          .add(
              rows.role(
                  "speaker",
                  name,
                  cast.speakers().getOrDefault(name, ""),
                  true,
                  voice -> model.cast(now -> now.withSpeaker(name, voice))));
    }
  }
}
