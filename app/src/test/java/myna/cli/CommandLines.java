package myna.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import myna.Main;

/** Runs command lines and keeps what they print. */
public final class CommandLines {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Runs one; what an earlier one printed is forgotten. */
  public int run(Object... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] strings = new String[arguments.length];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = arguments[i].toString();
    }
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), strings);
  }

  public String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }
}
