package myna.speech.measure;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import myna.jobs.Cancellation;
import myna.speech.Passage;
import myna.speech.Recital;
import myna.speech.SpeechException;
import myna.speech.SpeechSettings;
import myna.speech.VoiceCast;

/**
 * Speaks one short sentence after the other, and looks at what stays in memory: nothing should.
 * Every sentence has another seed, and lengths change all the time.
 */
public final class Soak {
  private static final List<String> SENTENCES =
      List.of(
          "Hello.",
          "We walked home.",
          "The morning train was late again.",
          "Bring warm clothes, because nights up there are very cold.",
          "Who built it, and when?",
          "She kept her letters in a box beneath the stairs.");

  private static final long CLEANING_NANOS = 50_000_000;

  private final Recital recital;
  private final VoiceCast voice;
  private final SpeechSettings settings;

  /** A soak. */
  public Soak(Recital recital, VoiceCast voice, SpeechSettings settings) {
    this.recital = recital;
    this.voice = voice;
    this.settings = settings;
  }

  /**
   * What is in memory.
   *
   * @param heapBytes used after a collection
   * @param directBytes in buffers outside the heap
   */
  public record Memory(long heapBytes, long directBytes) {
    /** Collects garbage, and looks. */
    public static Memory now() {
      ManagementFactory.getMemoryMXBean().gc();
      LockSupport.parkNanos(CLEANING_NANOS); // buffers are freed by a thread of their own
      ManagementFactory.getMemoryMXBean().gc();
      long direct =
          ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
              .mapToLong(BufferPoolMXBean::getMemoryUsed)
              .sum();
      return new Memory(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), direct);
    }
  }

  /**
   * Speaks.
   *
   * @param count of sentences
   * @param every this many of them, and before the first, {@code look} is told
   * @param look told how many were spoken, and what is in memory
   */
  public void run(int count, int every, BiConsumer<Integer, Memory> look) throws SpeechException {
    look.accept(0, Memory.now());
    for (int i = 0; i < count; i++) {
      String text = SENTENCES.get(i % SENTENCES.size());
      SpeechSettings seeded = settings.withSeed(i);
      recital.speak(new Passage(text, voice, seeded), Cancellation.NEVER);
      if ((i + 1) % every == 0 || i == count - 1) {
        look.accept(i + 1, Memory.now());
      }
    }
  }
}
