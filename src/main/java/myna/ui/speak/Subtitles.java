package myna.ui.speak;

import java.util.List;
import java.util.Locale;
import myna.speech.SpokenSentence;
import myna.speech.SpokenWord;
import myna.text.Span;

/** Kinds of subtitles, a cue for each sentence, timed by the words that the model spoke. */
enum Subtitles {
  SRT,
  VTT,
  LRC;

  /** The whole file. */
  String text(List<Exporter.Piece> pieces) {
    StringBuilder out = new StringBuilder(this == VTT ? "WEBVTT\n\n" : "");
    double at = 0;
    int number = 1;
    for (Exporter.Piece piece : pieces) {
      SpokenSentence spoken = piece.spoken();
      if (!spoken.words().isEmpty()) {
        cue(out, number++, spoken, at);
      }
      at += spoken.audio().seconds() + piece.pauseSeconds();
    }
    return out.toString();
  }

  private void cue(StringBuilder out, int number, SpokenSentence spoken, double at) {
    double start = at + spoken.words().getFirst().start();
    double end = at + spoken.words().getLast().end();
    String words = words(spoken);
    switch (this) {
      case SRT ->
          out.append(number).append('\n').append(time(start)).append(" --> ").append(time(end));
      case VTT -> out.append(time(start)).append(" --> ").append(time(end));
      case LRC -> out.append('[').append(time(start)).append(']').append(words).append('\n');
    }
    if (this != LRC) {
      out.append('\n').append(this == VTT ? escaped(words) : words).append("\n\n");
    }
  }

  /** The words as they are spoken, those of one number joined as they come. */
  private static String words(SpokenSentence spoken) {
    StringBuilder words = new StringBuilder();
    Span before = null;
    for (SpokenWord word : spoken.words()) {
      words.append(before == null ? "" : " ").append(word.text());
      before = word.source();
    }
    return words.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private String time(double seconds) {
    long millis = Math.round(seconds * 1000);
    long minutes = millis / 60_000;
    if (this == LRC) {
      return String.format(
          Locale.ROOT, "%02d:%02d.%02d", minutes, millis / 1000 % 60, millis / 10 % 100);
    }
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d%s%03d",
        minutes / 60,
        minutes % 60,
        millis / 1000 % 60,
        this == SRT ? "," : ".",
        millis % 1000);
  }
}
