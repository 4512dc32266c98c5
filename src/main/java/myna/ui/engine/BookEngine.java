package myna.ui.engine;

import myna.narration.NarrationEngine;
import myna.onnx.PackException;

/** What a book is narrated with, for as long as the book is open. */
public interface BookEngine extends NarrationEngine, AutoCloseable {
  /** Gives the engine of a book that is being opened; blocks. */
  @FunctionalInterface
  interface Source {
    /** The engine, which is closed with the book. */
    BookEngine open() throws PackException;
  }

  @Override
  void close();
}
