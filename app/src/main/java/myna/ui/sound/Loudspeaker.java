package myna.ui.sound;

import myna.audio.AudioException;
import myna.jobs.Cancellation;

/** Where sound goes. */
public interface Loudspeaker {
  /** Opens a line for samples of one rate; blocks. */
  Line open(int sampleRate) throws AudioException;

  /** A line on which samples are played as they come. One thread writes; any may do the rest. */
  interface Line extends AutoCloseable {
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
