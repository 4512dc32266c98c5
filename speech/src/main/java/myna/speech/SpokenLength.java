package myna.speech;

/** How long a sentence will sound at any speed, known before it is spoken, in seconds. */
public interface SpokenLength {
  /** From the first sample to the last, the silence at both ends included. */
  double whole(double speed);

  /** The silence before the first phoneme. */
  double lead(double speed);

  /** The silence after the last phoneme. */
  double tail(double speed);

  /** The pause that should follow the last sample. */
  double pauseAfter(double speed);
}
