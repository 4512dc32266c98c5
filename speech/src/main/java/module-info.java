/** Text and a voice heard once to speech. */
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
