package myna.ui.speak;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import myna.text.Problem;
import myna.text.Span;
import myna.ui.common.Nodes;
import myna.ui.common.PageView;
import myna.ui.common.Shortcut;
import myna.ui.common.ViewKit;
import myna.ui.speak.TextEditor.Decoration;
import myna.ui.speak.TextEditor.Style;
import myna.voice.Voice;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** The speak page: text, sentences, and what plays. */
public final class SpeakView extends PageView {
  private static final Pattern MARK =
      Pattern.compile("\\[/?[a-z]{2,12}(?: [^\\[\\]\\n]{1,200})?\\]");

  private final SpeakViewModel model;
  private final ViewKit kit;
  private final TextEditor editor = new TextEditor();
  private final Label problem = Nodes.paragraph("", "small");
  private final HBox problemBar;
  private final NoVoice noVoice;

  /** The page of a model. */
  public SpeakView(SpeakViewModel model, ViewKit kit) {
    this.model = model;
    this.kit = kit;
    getStyleClass().add("speak");
    noVoice = new NoVoice(model, kit);
    TextArea area = editor.area();
    area.setId("text");
    area.setPromptText(kit.text("speak.prompt"));
    area.setAccessibleText(kit.text("speak.text"));
    area.textProperty().bindBidirectional(model.textProperty());
    problemBar = Nodes.row(10, new FontIcon(MaterialDesignA.ALERT_OUTLINE), problem);
    problemBar.getStyleClass().add("problem-bar");
    setTop(head());
    setCenter(body());
    Dock dock = new Dock(model, kit);
    setBottom(dock);
    keep(dock.follow());
    keep(model.problemsProperty().subscribe(this::showProblems));
    keep(model.currentWordProperty().subscribe(this::decorate));
    keep(model.currentLineProperty().subscribe(this::decorate));
    keep(model.textProperty().subscribe(this::decorate));
    ListChangeListener<Voice> voices = any -> showVoices();
    model.tools().voices().addListener(voices);
    keep(() -> model.tools().voices().removeListener(voices));
    showVoices();
    addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
  }

  private HBox head() {
    VoiceBox voice = new VoiceBox(model, kit);
    QualityBar quality = new QualityBar(model, kit);
    keep(quality.follow());
    Button export =
        Nodes.button(
            MaterialDesignE.EXPORT_VARIANT,
            kit.text("speak.export"),
            () -> new ExportPanel(model.exporter(), kit).show());
    export.setId("export");
    export.disableProperty().bind(model.exporter().runningProperty());
    HBox head =
        Nodes.row(
            12,
            Nodes.label(kit.text("page.SPEAK"), "page-title"),
            Nodes.spring(),
            voice,
            quality,
            new InsertMenu(model, editor.area(), kit),
            export);
    head.getStyleClass().add("page-head");
    return head;
  }

  private BorderPane body() {
    LinesPane lines = new LinesPane(model, kit);
    keep(lines.follow());
    VBox.setVgrow(editor, Priority.ALWAYS);
    VBox text = new VBox(noVoice, editor, problemBar);
    text.getStyleClass().add("text-column");
    BorderPane body = new BorderPane(text);
    body.setRight(lines);
    body.getStyleClass().add("speak-body");
    return body;
  }

  private void showVoices() {
    Nodes.show(noVoice, model.tools().voices().isEmpty());
  }

  private void showProblems(List<Problem> problems) {
    Nodes.show(problemBar, !problems.isEmpty());
    if (!problems.isEmpty()) {
      Problem first = problems.getFirst();
      problem.setText(
          kit.text("speak.problem." + first.kind().name(), span(first), problems.size() - 1));
    }
    decorate();
  }

  private String span(Problem first) {
    String text = model.textProperty().get();
    return first.source().end() <= text.length() ? first.source().of(text) : "";
  }

  private void decorate() {
    List<Decoration> decorations = new ArrayList<>();
    if (model.currentLineProperty().get() != null) {
      Span line = model.currentLineProperty().get().sentence().source();
      decorations.add(new Decoration(line, Style.LINE));
    }
    if (model.currentWordProperty().get() != null) {
      decorations.add(new Decoration(model.currentWordProperty().get(), Style.WORD));
    }
    MARK.matcher(model.textProperty().get())
        .results()
        .map(mark -> new Decoration(new Span(mark.start(), mark.end()), Style.MARK))
        .forEach(decorations::add);
    model.problemsProperty().get().stream()
        .map(each -> new Decoration(each.source(), Style.PROBLEM))
        .forEach(decorations::add);
    editor.decorationsProperty().set(decorations);
  }

  private void shortcut(KeyEvent event) {
    if (Shortcut.SPEAK.keys().match(event)) {
      model.playFromText(0);
    } else if (Shortcut.SPEAK_HERE.keys().match(event)) {
      model.playFromText(editor.area().getCaretPosition());
    } else if (Shortcut.PAUSE.keys().match(event)) {
      model.togglePlay();
    } else if (Shortcut.STOP.keys().match(event)) {
      model.stop();
    } else if (Shortcut.EXPORT.keys().match(event)) {
      new ExportPanel(model.exporter(), kit).show();
    } else {
      return;
    }
    event.consume();
  }
}
