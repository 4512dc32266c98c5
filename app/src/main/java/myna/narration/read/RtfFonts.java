package myna.narration.read;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/** The code pages of an RTF file: that of the file, and those of its fonts. */
final class RtfFonts {
  private static final Charset USUAL = named("windows-1252");

  /** Windows's numbers of character sets. */
  private static final Map<Integer, String> CHARSETS =
      Map.ofEntries(
          Map.entry(77, "x-MacRoman"),
          Map.entry(128, "windows-31j"),
          Map.entry(129, "x-windows-949"),
          Map.entry(134, "GBK"),
          Map.entry(136, "Big5"),
          Map.entry(161, "windows-1253"),
          Map.entry(162, "windows-1254"),
          Map.entry(163, "windows-1258"),
          Map.entry(177, "windows-1255"),
          Map.entry(178, "windows-1256"),
          Map.entry(186, "windows-1257"),
          Map.entry(204, "windows-1251"),
          Map.entry(222, "x-windows-874"),
          Map.entry(238, "windows-1250"));

  private final Map<Integer, Charset> fonts = new HashMap<>();
  private Charset ofFile = USUAL;

  /** The file's code page, by its number. */
  void codePage(int number) {
    ofFile =
        switch (number) {
          case 65001 -> named("UTF-8");
          case 932 -> named("windows-31j");
          case 936 -> named("GBK");
          case 949 -> named("x-windows-949");
          case 950 -> named("Big5");
          case 10000 -> named("x-MacRoman");
          case 437, 850, 852, 866 -> named("IBM" + number);
          default -> named("windows-" + number);
        };
  }

  void charset(int font, int number) {
    if (CHARSETS.containsKey(number)) {
      fonts.put(font, named(CHARSETS.get(number)));
    }
  }

  Charset of(int font) {
    return fonts.getOrDefault(font, ofFile);
  }

  private static Charset named(String name) {
    return Charset.isSupported(name) ? Charset.forName(name) : Charset.forName("windows-1252");
  }
}
