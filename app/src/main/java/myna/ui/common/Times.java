package myna.ui.common;

import java.util.Locale;

/** Writes durations. */
public final class Times {
  private Times() {}

  /** Minutes and seconds, such as 1:05; with hours where there are any. */
  public static String clock(double seconds) {
    long whole = (long) Math.max(0, seconds);
    long hours = whole / 3600;
    long minutes = whole / 60 % 60;
    return hours > 0
        ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d", minutes, whole % 60);
  }

  /** Minutes, seconds and tenths, such as 0:05.2. */
  public static String fine(double seconds) {
    long tenths = Math.round(Math.max(0, seconds) * 10);
    return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
  }
}
