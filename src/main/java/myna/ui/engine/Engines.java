package myna.ui.engine;

import myna.onnx.PackException;
import myna.speech.ModelSource;

/** Gives every book that is opened the pack that the settings name; blocks. */
@FunctionalInterface
public interface Engines {
  /**
   * What the book is narrated with, which is closed with it. It has a model of its own, so that
   * neither the speak page nor a change of the settings stands in its way.
   */
  ModelSource open() throws PackException;
}
