package myna.ui.voices;

import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import myna.ui.common.ViewKit;
import myna.ui.wave.WaveformView;

/** A waveform with a handle at each end of what is kept. */
final class TrimView extends Region {
  private static final double HANDLE_WIDTH = 14;
  private static final double KEY_SECONDS = 0.05;

  private final ClipDraft draft;
  private final WaveformView wave = new WaveformView();
  private final Region first;
  private final Region last;

  TrimView(ClipDraft draft, ViewKit kit) {
    this.draft = draft;
    getStyleClass().add("trim-view");
    wave.setAccessibleText(kit.text("voices.clip.waveform"));
    wave.setOnSeek(place -> draft.playFrom(place * draft.seconds()));
    first =
        handle("trim-from", kit.text("voices.clip.from"), draft.fromProperty(), draft::trimFrom);
    last = handle("trim-to", kit.text("voices.clip.to"), draft.toProperty(), draft::trimTo);
    getChildren().addAll(wave, first, last);
  }

  WaveformView wave() {
    return wave;
  }

  /** Places the handles anew. */
  void follow() {
    double seconds = Math.max(draft.seconds(), 1e-3);
    wave.fromProperty().set(draft.fromProperty().get() / seconds);
    wave.toProperty().set(draft.toProperty().get() / seconds);
    setNeedsLayout(true);
  }

  private Region handle(String id, String name, DoubleProperty seconds, DoubleConsumer move) {
    Region handle = new Region();
    handle.setId(id);
    handle.getStyleClass().add("trim-handle");
    handle.setCursor(Cursor.H_RESIZE);
    handle.setFocusTraversable(true);
    handle.setAccessibleRole(AccessibleRole.SLIDER);
    handle.setAccessibleText(name);
    handle.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          handle.requestFocus();
          event.consume();
        });
    handle.addEventHandler(
        MouseEvent.MOUSE_DRAGGED,
        event -> {
          move.accept(secondsAt(handle.getLayoutX() + event.getX()));
          event.consume();
        });
    handle.addEventHandler(KeyEvent.KEY_PRESSED, event -> step(event, seconds, move));
    return handle;
  }

  private void step(KeyEvent event, ObservableDoubleValue seconds, DoubleConsumer move) {
    double step = event.isShiftDown() ? 10 * KEY_SECONDS : KEY_SECONDS;
    switch (event.getCode()) {
      case LEFT -> move.accept(seconds.get() - step);
      case RIGHT -> move.accept(seconds.get() + step);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private double secondsAt(double x) {
    double width = Math.max(1, getWidth() - HANDLE_WIDTH);
    return (x - HANDLE_WIDTH / 2) / width * draft.seconds();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - HANDLE_WIDTH;
    layoutInArea(wave, HANDLE_WIDTH / 2, 0, width, getHeight(), 0, HPos.CENTER, VPos.CENTER);
    double seconds = Math.max(draft.seconds(), 1e-3);
    place(first, draft.fromProperty().get() / seconds * width);
    place(last, draft.toProperty().get() / seconds * width);
  }

  private void place(Region handle, double x) {
    handle.resizeRelocate(snapPositionX(x), 0, HANDLE_WIDTH, getHeight());
  }

  @Override
  protected double computePrefHeight(double width) {
    return 132;
  }
}
