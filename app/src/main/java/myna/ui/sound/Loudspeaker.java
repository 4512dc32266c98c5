package myna.ui.sound;

import myna.audio.AudioException;
import myna.jobs.Cancellation;

/** Where sound goes. */
public interface Loudspeaker {
  /** Opens an output for samples of one rate; blocks. */
  Output open(int sampleRate) throws AudioException;

  /** An output on which samples are played as they come. One thread writes; any may do the rest. */
  interface Output extends AutoCloseable {
    /** Plays samples after those before; blocks until they are taken or nobody wants them. */
    void write(float[] samples, Cancellation cancellation) throws AudioException;

    /** Waits until everything was heard. */
    void drain();

    /** Holds the sound. */
    void pause();

    /** Goes on after a pause. */
    void resume();

    /** How much was heard, in seconds. */
    double heardSeconds();

    @Override
    void close();
  }
}
