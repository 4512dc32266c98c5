package myna.narration.render;

/** Told by a render how far it has come, on the thread that renders. */
@FunctionalInterface
public interface RenderListener {
  /** Nobody listens. */
  RenderListener NONE = progress -> {};

  /** Called before the first line and after each. */
  void progressed(RenderProgress progress);
}
