package myna.server.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import myna.server.dispatcher.SpeechSource.Listener;
import myna.server.dispatcher.SpeechSource.TimedWord;
import myna.server.dispatcher.SpeechSource.Wanted;
import myna.speech.reference.ReferenceClipTest;
import myna.voice.Consent;
import myna.voice.Recording;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SpeechModuleTest {
  @TempDir Path folder;
  private VoiceLibrary library;
  private Conversation conversation;

  @BeforeEach
  void voice() throws VoiceException {
    library = new VoiceLibrary(folder.resolve("voices"));
    add("Linda");
  }

  private void add(String name) throws VoiceException {
    Consent mine = new Consent(Consent.Kind.MINE, LocalDate.of(2026, 1, 1));
    library.create(name, mine, List.of(new Recording("a", ReferenceClipTest.clip(0.3, 3, 16_000))));
  }

  @AfterEach
  void close() throws IOException {
    if (conversation != null) {
      conversation.close();
    }
  }

  private Conversation talk(SpeechSource source) throws IOException {
    conversation = new Conversation(new VoiceChoice(library, Optional.empty()), source);
    return conversation;
  }

  /** Speaks two sentences of two words, each word of 100 samples. */
  private static void twoSentences(Wanted wanted, Listener listener)
      throws IOException, InterruptedException {
    String text = wanted.text();
    for (String[] pair : new String[][] {{"One", "two"}, {"Three", "four"}}) {
      double start = pair[0].equals("One") ? 0 : 200;
      listener.sound(loud(200));
      listener.words(
          List.of(word(text, pair[0], start, 100), word(text, pair[1], start + 100, 100)));
    }
  }

  private static byte[] loud(int samples) {
    byte[] pcm = new byte[2 * samples];
    Arrays.fill(pcm, (byte) 4);
    return pcm;
  }

  private static TimedWord word(String text, String word, double start, double length) {
    int from = text.indexOf(word);
    double rate = SpeechSource.SAMPLE_RATE;
    return new TimedWord(start / rate, (start + length) / rate, from, from + word.length());
  }

  @Test
  void introducesItselfAndIsSetUp() throws IOException {
    Conversation talk = talk(SpeechModuleTest::twoSentences);
    talk.say("INIT");
    talk.hears("299-Myna", "299 OK LOADED SUCCESSFULLY");
    talk.say("AUDIO");
    talk.hears("207 OK RECEIVING AUDIO SETTINGS");
    talk.say("audio_output_method=server", ".");
    talk.hears("203 OK AUDIO INITIALIZED");
    talk.say("LOGLEVEL");
    talk.hears("207 OK RECEIVING LOGLEVEL SETTINGS");
    talk.say("log_level=3", ".");
    talk.hears("203 OK LOGLEVEL SET");
    talk.say("LIST VOICES");
    talk.hears("200-Linda\ten-US\tnone", "200 OK VOICE LIST SENT");
    talk.say("LIST VOICES de");
    talk.hears("304 CANT LIST VOICES");
    talk.say("NONSENSE");
    talk.hears("300 ERR UNKNOWN COMMAND");
    talk.say("QUIT");
    talk.hears("210 OK QUIT");
    assertThat(talk.end()).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void refusesToPlaySoundItself() throws IOException {
    Conversation talk = talk(SpeechModuleTest::twoSentences);
    talk.say("AUDIO");
    talk.hears("207 OK RECEIVING AUDIO SETTINGS");
    talk.say("audio_output_method=pulse", ".");
    talk.hears("303 ERROR INVALID PARAMETER OR VALUE");
  }

  @Test
  void speaksWithMarksBetweenSentences() throws IOException {
    Conversation talk = talk(SpeechModuleTest::twoSentences);
    talk.speak("SPEAK", "<speak>One two.<mark name=\"__spd_0\"/> Three four.</speak>");
    talk.hears(
        "202 OK RECEIVING MESSAGE",
        "200 OK SPEAKING",
        "701 BEGIN",
        "sound 200",
        "700-__spd_0",
        "700 INDEX MARK",
        "sound 200",
        "702 END");
  }

  @Test
  void putsMarksOfClientsBetweenTheirWords() throws IOException {
    Conversation talk = talk(SpeechModuleTest::twoSentences);
    talk.speak(
        "SPEAK",
        "<speak><mark name=\"0:3\"/>One <mark name='4:7'/>two. Three <mark name=\"a\"/>four.<mark"
            + " name=\"z\"/></speak>");
    talk.hears(
        "202 OK RECEIVING MESSAGE",
        "200 OK SPEAKING",
        "701 BEGIN",
        "700-0:3",
        "700 INDEX MARK",
        "sound 100",
        "700-4:7",
        "700 INDEX MARK",
        "sound 100",
        "sound 100",
        "700-a",
        "700 INDEX MARK",
        "sound 100",
        "700-z",
        "700 INDEX MARK",
        "702 END");
  }

  @Test
  void heedsRateVolumeAndVoice() throws IOException, VoiceException {
    add("Deep");
    CompletableFuture<Wanted> asked = new CompletableFuture<>();
    byte[] pcm = {0, 16, 10, 0x7d, 0x7d, 10}; // 4096, and what must be escaped
    Conversation talk =
        talk(
            (wanted, listener) -> {
              asked.complete(wanted);
              listener.sound(pcm);
            });
    talk.say("SET");
    talk.hears("203 OK RECEIVING SETTINGS");
    talk.say("rate=100", "volume=100", "synthesis_voice=Linda", "pitch=3", "language=en", ".");
    talk.hears("203 OK SETTINGS RECEIVED");
    talk.speak("SPEAK", "..Dots", "stay");
    talk.hears("202 OK RECEIVING MESSAGE", "200 OK SPEAKING", "701 BEGIN", "sound 3", "702 END");
    assertThat(asked).isCompletedWithValue(new Wanted(".Dots\nstay", "Linda", 2.5));
    assertThat(talk.sound()).isEqualTo(pcm);
    talk.say("SET");
    talk.hears("203 OK RECEIVING SETTINGS");
    talk.say("volume=0", ".");
    talk.hears("203 OK SETTINGS RECEIVED");
    talk.speak("CHAR", "a");
    talk.hears("202 OK RECEIVING MESSAGE", "200 OK SPEAKING", "701 BEGIN", "sound 3", "702 END");
    assertThat(talk.sound()).startsWith((byte) 0, (byte) 8);
    talk.say("SET");
    talk.hears("203 OK RECEIVING SETTINGS");
    talk.say("rate=101", "volume=loud", ".");
    talk.hears("303 ERROR INVALID PARAMETER OR VALUE");
  }

  @Test
  void beginsWithTheFirstSound() throws IOException {
    Conversation talk =
        talk(
            (wanted, listener) -> {
              listener.sound(new byte[200]);
              listener.sound(new byte[] {0, 0, 50, 0, 51, 0, 0, 0});
              listener.sound(new byte[4]);
            });
    talk.speak("SPEAK", "<speak>One.</speak>");
    talk.hears(
        "202 OK RECEIVING MESSAGE",
        "200 OK SPEAKING",
        "701 BEGIN",
        "sound 2",
        "sound 2",
        "702 END");
  }

  @Test
  void stopsAtOnceAndSpeaksAgain() throws IOException, InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Conversation talk =
        talk(
            (wanted, listener) -> {
              if (wanted.text().contains("Long")) {
                begun.countDown();
                new CountDownLatch(1).await(); // as a server that takes its time
              }
              listener.sound(loud(1));
            });
    talk.speak("SPEAK", "<speak>Long.</speak>");
    talk.hears("202 OK RECEIVING MESSAGE", "200 OK SPEAKING", "701 BEGIN");
    begun.await();
    talk.say("STOP");
    talk.hears("703 STOP");
    talk.speak("SPEAK", "<speak>Long again.</speak>");
    talk.hears("202 OK RECEIVING MESSAGE", "200 OK SPEAKING", "701 BEGIN");
    talk.say("PAUSE");
    talk.hears("704 PAUSE");
    talk.say("STOP"); // which comes too late, and is not answered
    talk.speak("SPEAK", "<speak>Short.</speak>");
    talk.hears("202 OK RECEIVING MESSAGE", "200 OK SPEAKING", "701 BEGIN", "sound 1", "702 END");
  }

  @Test
  void stopsBetweenPartsOfSound() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    Conversation talk =
        talk(
            (wanted, listener) -> {
              listener.sound(loud(SpeechSource.SAMPLE_RATE / 10));
              never.await();
            });
    talk.speak("SPEAK", "<speak>Long.</speak>");
    talk.hears("202 OK RECEIVING MESSAGE", "200 OK SPEAKING", "701 BEGIN", "sound 2400");
    talk.say("STOP");
    talk.hears("703 STOP");
  }

  @Test
  void saysNothingForNothing() throws IOException {
    Conversation talk = talk(SpeechModuleTest::twoSentences);
    talk.speak("SPEAK");
    talk.hears("202 OK RECEIVING MESSAGE", "301 ERROR CANT SPEAK");
  }

  @Test
  void endsWhereNobodySpeaks() throws IOException {
    Conversation talk =
        talk(
            (wanted, listener) -> {
              throw new IOException("no server answers");
            });
    talk.speak("SPEAK", "<speak>Hello.</speak>");
    assertThatThrownBy(() -> talk.end().get())
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("no server answers");
  }

  @Test
  void refusesToLoadWithoutAVoice() throws IOException {
    library = new VoiceLibrary(folder.resolve("none"));
    Conversation talk = talk(SpeechModuleTest::twoSentences);
    talk.say("INIT");
    talk.hears("399-there is no voice: myna voice add NAME CLIP", "399 ERR CANT INIT MODULE");
  }
}
