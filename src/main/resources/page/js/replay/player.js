export const SPEEDS = [1, 2, 5, 10, 20];
const TELL_MILLIS = 100;

/** A moment that can stand still, run on at some speed, or be moved. */
export class Player {
  /** @param {import('./recording.js').Recording} recording */
  constructor(recording) {
    this.recording = recording;
    this.seconds = 0;
    this.speed = 5;
    this.playing = false;
    this.listeners = [];
  }

  /** @param {(seconds: number, player: Player) => void} listener */
  on(listener) {
    this.listeners.push(listener);
  }

  go(seconds) {
    this.seconds = Math.min(Math.max(0, seconds), this.recording.length);
    this.#tell();
  }

  step(seconds) {
    this.go(this.seconds + seconds);
  }

  faster(steps) {
    const at = SPEEDS.indexOf(this.speed) + steps;
    this.speed = SPEEDS[Math.min(Math.max(0, at), SPEEDS.length - 1)];
    this.#tell();
  }

  setSpeed(speed) {
    this.speed = speed;
    this.#tell();
  }

  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }

  play() {
    if (this.seconds >= this.recording.length) this.seconds = 0;
    this.playing = true;
    this.#tell();
    let before = performance.now();
    let told = before;
    const frame = (now) => {
      if (!this.playing) return;
      this.seconds = Math.min(this.seconds + ((now - before) / 1000) * this.speed, this.recording.length);
      before = now;
      if (this.seconds >= this.recording.length) this.playing = false;
      if (now - told >= TELL_MILLIS || !this.playing) {
        told = now;
        this.#tell();
      }
      if (this.playing) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }

  pause() {
    this.playing = false;
    this.#tell();
  }

  #tell() {
    this.recording.show(this.seconds);
    for (const listener of this.listeners) listener(this.seconds, this);
  }
}
