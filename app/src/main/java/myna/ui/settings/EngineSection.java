package myna.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.Choices;
import myna.ui.common.FileChoosers.Sort;
import myna.ui.common.Nodes;
import myna.ui.common.Question;
import myna.ui.common.ViewKit;
import myna.ui.settings.EngineModel.Pack;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Device, threads and model packs. */
final class EngineSection extends VBox {
  private static final long MEGABYTE = 1_000_000;

  private final EngineModel model;
  private final ViewKit kit;
  private final Label running = Nodes.paragraph("", "muted", "small");
  private final VBox packs = new VBox();

  EngineSection(SettingsViewModel settings, EngineModel model, ViewKit kit) {
    this.model = model;
    this.kit = kit;
    getStyleClass().add("card");
    List<Integer> threads = new ArrayList<>();
    for (int n = 0; n <= Runtime.getRuntime().availableProcessors(); n++) {
      threads.add(n);
    }
    var device =
        Choices.of(
            List.of(Settings.Device.values()),
            d -> kit.messages().of("device", d),
            settings.deviceProperty());
    device.setId("device");
    var count =
        Choices.of(threads, n -> kit.text("settings.threads.count", n), settings.threadsProperty());
    count.setId("threads");
    packs.getStyleClass().add("packs");
    getChildren()
        .addAll(
            new SettingRow(kit, "settings.device", device),
            running,
            new SettingRow(kit, "settings.threads", count),
            Nodes.label(kit.text("settings.packs"), "overline"),
            packs,
            buttons());
  }

  /** Follows the model until the subscription ends. */
  Subscription follow() {
    ListChangeListener<Pack> change = any -> showPacks();
    model.packs().addListener(change);
    showPacks();
    return Subscription.combine(
        model.runningProperty().subscribe(this::showRunning),
        () -> model.packs().removeListener(change));
  }

  private void showRunning(EngineModel.Running found) {
    if (found == null) {
      running.setText(kit.text("settings.device.looking"));
      return;
    }
    String device =
        found
            .device()
            .map(name -> kit.text("settings.device.runs." + name))
            .orElse(kit.text("settings.device.none"));
    String cuda =
        found.cudaMissing().map(why -> kit.text("settings.device.nocuda", why)).orElse("");
    running.setText((device + " " + cuda).strip());
  }

  private void showPacks() {
    packs.getChildren().clear();
    ToggleGroup group = new ToggleGroup();
    for (Pack pack : model.packs()) {
      packs.getChildren().add(row(pack, group));
    }
    if (model.packs().isEmpty()) {
      packs.getChildren().add(Nodes.paragraph(kit.text("settings.packs.none"), "muted"));
    }
  }

  private Node row(Pack pack, ToggleGroup group) {
    RadioButton use = new RadioButton(pack.name() + " " + pack.manifest().version());
    use.setToggleGroup(group);
    use.setSelected(model.isInUse(pack));
    use.setOnAction(event -> model.use(pack));
    Label about =
        Nodes.paragraph(
            kit.text(
                "settings.packs.about",
                String.join(", ", pack.manifest().languages()),
                pack.manifest().training().hours(),
                pack.bytes() / MEGABYTE,
                pack.manifest().licence()),
            "muted",
            "small");
    VBox words = Nodes.column(2, use, about);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row =
        Nodes.row(
            6,
            words,
            Nodes.iconButton(
                MaterialDesignI.INFORMATION_OUTLINE,
                kit.text("settings.packs.details", pack.name()),
                () -> model.card(pack, card -> show(pack, card))),
            Nodes.iconButton(
                MaterialDesignS.SHIELD_CHECK_OUTLINE,
                kit.text("settings.packs.verify", pack.name()),
                () -> model.verify(pack)));
    if (pack.imported()) {
      row.getChildren()
          .add(
              Nodes.iconButton(
                  MaterialDesignT.TRASH_CAN_OUTLINE,
                  kit.text("settings.packs.remove", pack.name()),
                  () -> ask(pack)));
    }
    row.getStyleClass().add("setting");
    return row;
  }

  private HBox buttons() {
    Button take =
        Nodes.button(
            MaterialDesignI.IMPORT,
            kit.text("settings.packs.import"),
            () -> kit.files().open(Sort.PACK).stream().findFirst().ifPresent(model::take));
    take.setId("import-pack");
    take.disableProperty().bind(model.busyProperty());
    HBox row = Nodes.row(10, take);
    row.getStyleClass().add("setting");
    return row;
  }

  private void show(Pack pack, String card) {
    TextArea area = new TextArea(card);
    area.setEditable(false);
    area.setWrapText(true);
    area.setPrefSize(720, 460);
    area.setAccessibleText(kit.text("settings.packs.details", pack.name()));
    kit.dialogs().show(pack.name(), area);
  }

  private void ask(Pack pack) {
    kit.dialogs()
        .ask(
            new Question(
                kit.text("settings.packs.remove.title", pack.name()),
                kit.text("settings.packs.remove.text"),
                kit.text("settings.packs.remove.yes"),
                true),
            () -> model.remove(pack));
  }
}
