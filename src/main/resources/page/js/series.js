const CAPACITY = 4_500;
const KEPT = 3_600;

/**
 * An hour of per-second readings in columns, all on one axis: seconds of the session's clock. What was not measured
 * in a second is NaN there.
 */
export class Series {
  constructor() {
    this.size = 0;
    this.times = new Float64Array(CAPACITY);
    /** @type {Map<string, Float32Array>} */
    this.columns = new Map();
  }

  /** The last moment known, or NaN. */
  get last() {
    return this.size ? this.times[this.size - 1] : Number.NaN;
  }

  /** Adds the readings of one second; a second already known is left as it is. */
  add(seconds, numbers) {
    if (this.size && seconds <= this.last) return;
    if (this.size === CAPACITY) this.#forget();
    this.times[this.size] = seconds;
    for (const column of this.columns.values()) column[this.size] = Number.NaN;
    for (const key in numbers) this.#column(key)[this.size] = numbers[key];
    this.size += 1;
  }

  /** Fills in what was before this page was opened, some columns at a time. Call it before the first `add`. */
  fill(elapsedSeconds, values) {
    const from = Math.max(0, elapsedSeconds.length - KEPT);
    if (!this.size) {
      this.size = elapsedSeconds.length - from;
      for (let index = 0; index < this.size; index += 1) this.times[index] = elapsedSeconds[from + index];
    }
    for (const [key, points] of Object.entries(values)) {
      const column = this.#column(key);
      for (let index = from; index < points.length; index += 1) {
        const place = this.after(elapsedSeconds[index]);
        if (this.times[place] === elapsedSeconds[index]) column[place] = points[index] ?? Number.NaN;
      }
    }
  }

  /** The index of the second nearest to a moment, or -1. */
  nearest(seconds) {
    if (!this.size) return -1;
    const index = this.after(seconds);
    if (index === 0) return 0;
    if (index === this.size) return this.size - 1;
    return this.times[index] - seconds < seconds - this.times[index - 1] ? index : index - 1;
  }

  /** The index of the first second at or after a moment. */
  after(seconds) {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.times[middle] < seconds) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A figure at an index; NaN where it was not measured. */
  at(key, index) {
    return this.columns.get(key)?.[index] ?? Number.NaN;
  }

  /** Keys that begin so. */
  keys(prefix) {
    return [...this.columns.keys()].filter((key) => key.startsWith(prefix)).sort();
  }

  #column(key) {
    let column = this.columns.get(key);
    if (!column) {
      column = new Float32Array(CAPACITY).fill(Number.NaN);
      this.columns.set(key, column);
    }
    return column;
  }

  #forget() {
    const from = this.size - KEPT;
    this.times.copyWithin(0, from);
    for (const column of this.columns.values()) column.copyWithin(0, from);
    this.size = KEPT;
  }
}
