/**
 * Speaks any text in any voice heard once, offline.
 *
 * <p>The way in is {@link myna.engine.Engine}, which lends packs; {@code docs/library.md} shows
 * how. What is not exported is nobody's to build on.
 */
module myna.speech {
  requires com.ibm.icu;
  requires com.microsoft.onnxruntime;
  requires java.desktop;
  requires jdk.management;
  requires org.bytedeco.ffmpeg;
  requires org.bytedeco.javacpp;
  requires org.slf4j;
  requires TarsosDSP;
  requires tools.jackson.databind;

  exports myna.audio;
  exports myna.delivery;
  exports myna.engine;
  exports myna.jobs;
  exports myna.onnx;
  exports myna.speech;
  exports myna.text;
  exports myna.voice;
  exports myna.watermark;
}
