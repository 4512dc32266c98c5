"""Has spd-say speak through speech-dispatcher, and listens to the sink: when is the first sound there, and how long after a stop the last?"""

import array
import subprocess
import sys
import threading
import time
import wave

RATE = 24000
LOUD = 200  # of 32768


class Ear(threading.Thread):
    """Keeps all that the sink plays, with the time of every block."""

    def __init__(self):
        super().__init__(daemon=True)
        command = ["parec", "-d", "silent.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1", "--latency-msec=5"]
        self.recorder = subprocess.Popen(command, stdout=subprocess.PIPE)
        self.blocks = []

    def run(self):
        while block := self.recorder.stdout.read1(480):
            self.blocks.append((time.monotonic(), array.array("h", block[: len(block) // 2 * 2])))

    def first_after(self, start, patience=30):
        at = 0
        while time.monotonic() < start + patience:
            while at < len(self.blocks):
                when, samples = self.blocks[at]
                at += 1
                if when > start and any(abs(s) > LOUD for s in samples):
                    return when
            time.sleep(0.002)
        raise SystemExit("listen: nothing was heard")

    def last_loud(self):
        return max(when for when, samples in self.blocks if any(abs(s) > LOUD for s in samples))

    def write(self, path):
        with wave.open(path, "wb") as out:
            out.setparams((1, 2, RATE, 0, "NONE", ""))
            for _, samples in self.blocks:
                out.writeframes(samples.tobytes())


def say(*arguments):
    return subprocess.Popen(["spd-say", *arguments])


def quiet(ear, seconds=0.7):
    """Waits until nothing sounded for a while."""
    time.sleep(seconds)
    while time.monotonic() - ear.last_loud() < seconds:
        time.sleep(0.05)


def main():
    ear = Ear()
    ear.start()
    modules = subprocess.run(["spd-say", "-O"], capture_output=True, text=True).stdout.split()
    print("modules:", " ".join(modules))
    assert "myna" in modules
    subprocess.run(["spd-say", "-w", "-o", "myna", "Ready."], check=True)
    quiet(ear)
    for module in ("espeak-ng", "myna"):
        for text, rounds in (("hello", 5), ("The garden was quiet, and nobody came to the door.", 3)):
            taken = []
            for _ in range(rounds):
                start = time.monotonic()
                process = say("-w", "-o", module, text)
                taken.append(1000 * (ear.first_after(start) - start))
                process.wait()
                quiet(ear)
            print(f"{module}, {text!r}: first sound after", " ".join(f"{t:.0f}" for t in taken), "ms")
    process = say("-o", "myna", "This is a long text that nobody wants to hear to its end, because it goes on and on and on.")
    ear.first_after(time.monotonic())
    time.sleep(0.5)
    stop = time.monotonic()
    subprocess.run(["spd-say", "-S"], check=True)
    asked = time.monotonic()
    process.wait()
    time.sleep(1.5)
    print(f"stop: spd-say took {1000 * (asked - stop):.0f} ms, the last sound {1000 * (ear.last_loud() - stop):.0f} ms after its start")
    ear.write(sys.argv[1])


main()
