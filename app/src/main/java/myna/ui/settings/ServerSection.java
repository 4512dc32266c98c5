package myna.ui.settings;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import myna.server.User;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;

/** The switch of the server for other programs, its address, and who uses it. */
final class ServerSection extends VBox {
  private static final Duration LOOK = Duration.seconds(1);

  private final ServerModel model;
  private final ViewKit kit;
  private final CheckBox on;
  private final TextField address = new TextField();
  private final VBox users = new VBox();

  ServerSection(ServerModel model, ViewKit kit) {
    this.model = model;
    this.kit = kit;
    getStyleClass().add("card");
    on = new CheckBox(kit.text("settings.server.on"));
    on.setId("server");
    on.setMinWidth(Region.USE_PREF_SIZE);
    on.setOnAction(any -> switched());
    on.disableProperty().bind(model.busyProperty());
    address.setId("server-address");
    address.setEditable(false);
    address.setPrefColumnCount(22);
    SettingRow place = new SettingRow(kit, "settings.server.address", address);
    place.visibleProperty().bind(model.addressProperty().isNotEmpty());
    place.managedProperty().bind(place.visibleProperty());
    getChildren().addAll(new SettingRow(kit, "settings.server.switch", on), place, users);
  }

  private void switched() {
    if (on.isSelected()) {
      model.start();
    } else {
      model.stop();
    }
  }

  /** Follows the server until the subscription ends. */
  Subscription follow() {
    Timeline looks = new Timeline(new KeyFrame(LOOK, any -> model.look()));
    looks.setCycleCount(Animation.INDEFINITE);
    return model
        .addressProperty()
        .subscribe(
            now -> {
              address.setText(now);
              on.setSelected(!now.isEmpty());
              if (now.isEmpty()) {
                looks.stop();
              } else {
                looks.play();
              }
            })
        .and(model.busyProperty().subscribe(this::showSwitch))
        .and(
            model
                .usersProperty()
                .subscribe(now -> users.getChildren().setAll(now.stream().map(this::row).toList())))
        .and(looks::stop);
  }

  /** What could not be switched on is off. */
  private void showSwitch() {
    if (!model.busyProperty().get()) {
      on.setSelected(!model.addressProperty().get().isEmpty());
    }
  }

  private HBox row(User user) {
    HBox row =
        Nodes.row(
            10,
            Nodes.label(user.program()),
            Nodes.spring(),
            Nodes.label(kit.text("settings.server.user", user.requests(), user.now()), "muted"));
    row.getStyleClass().add("setting");
    return row;
  }
}
