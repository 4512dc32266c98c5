package myna.text.en.pronounce;

import java.util.function.Supplier;

/** A value made when it is first asked for, once for all threads. */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile T value;

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    T made = value;
    if (made == null) {
      synchronized (this) {
        made = value;
        if (made == null) {
          made = maker.get();
          value = made;
        }
      }
    }
    return made;
  }
}
