package myna.text.en.normal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The units of assets/text/units.tsv. */
final class Units {
  /** Names of a unit, and where it is read: "any", "joined" or "spaced". */
  record Unit(String one, String many, String where) {
    /** Whether the unit is read behind a space, or right behind a number. */
    boolean isRead(boolean space) {
      return where.equals("any") || where.equals(space ? "spaced" : "joined");
    }
  }

  private final Map<String, Unit> exact = new HashMap<>();
  private final Map<String, Unit> anyCase = new HashMap<>();

  Units(Variety variety) {
    for (String[] row : Facts.table("units.tsv", 4)) {
      Unit unit = new Unit(spelling(row[1], variety), spelling(row[2], variety), row[3]);
      exact.put(row[0], unit);
      if (row[0].length() > 1) {
        anyCase.putIfAbsent(row[0].toLowerCase(Locale.ROOT), unit);
      }
    }
  }

  private static String spelling(String name, Variety variety) {
    return variety == Variety.GB ? name.replaceAll("(met|lit)er(s?)\\b", "$1re$2") : name;
  }

  /** The unit written so, whatever the case if only one is; null if there is none. */
  Unit get(String written) {
    Unit unit = exact.get(written);
    return unit != null ? unit : anyCase.get(written.toLowerCase(Locale.ROOT));
  }
}
