package myna.ui.common;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Builds boxes to choose one of a few things from. */
public final class Choices {
  private Choices() {}

  /**
   * A box whose choice is that of a property.
   *
   * @param items what there is to choose from
   * @param name how an item is called
   * @param choice in step with the box
   */
  public static <T> ComboBox<T> of(List<T> items, Function<T, String> name, Property<T> choice) {
    ComboBox<T> box = new ComboBox<>();
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T item) {
            return item == null ? "" : name.apply(item);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("the box is not editable");
          }
        });
    box.getItems().setAll(items);
    box.valueProperty().bindBidirectional(choice);
    return box;
  }
}
