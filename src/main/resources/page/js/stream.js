/** Every type of entry the journal of a session has. */
export const TYPES = [
  'opened', 'phase-entered', 'spoke', 'question-closed', 'answered', 'hint-given', 'levers-changed', 'fault-started',
  'fault-stopped', 'action-begun', 'action-taken', 'action-failed', 'run-started', 'run-finished', 'looked', 'second-passed', 'signal-seen', 'steered',
  'note-taken', 'paused', 'resumed', 'system-reset', 'recovered', 'ended',
];
const RETRY_MILLIS = 1_000;
const RETRY_MILLIS_MAX = 10_000;
const SILENCE_MILLIS_MAX = 40_000; // the server says something at least every 15 s

/**
 * The journal as it grows, without gaps or doubles: each entry has a number, and what comes is taken only if it is
 * the first of its number. A line that breaks is taken up behind the last entry seen, also by a server that was
 * started anew.
 */
export class Stream {
  /**
   * @param {string} url of the events
   * @param {number} after number of the last entry already known
   * @param {{entry: (entry: object) => void, line: (state: 'open' | 'lost' | 'ended') => void}} listener
   */
  constructor(url, after, listener) {
    this.url = url;
    this.seq = after;
    this.listener = listener;
    this.tries = 0;
    this.over = false;
    this.#open();
    setInterval(() => this.#checkPulse(), 5_000);
  }

  #open() {
    this.source = new EventSource(`${this.url}?after=${this.seq}`);
    this.heardAt = Date.now();
    for (const type of TYPES) this.source.addEventListener(type, (event) => this.#take(event));
    this.source.addEventListener('open', () => this.#alive());
    this.source.addEventListener('heartbeat', () => this.#alive());
    this.source.addEventListener('stopping', () => this.#lost());
    this.source.addEventListener('cut', () => this.#lost());
    this.source.addEventListener('gone', () => this.#finish());
    this.source.addEventListener('end', () => this.#finish());
    this.source.addEventListener('error', () => this.#lost());
  }

  #take(event) {
    this.#alive();
    const entry = JSON.parse(event.data);
    if (entry.seq > this.seq) {
      this.seq = entry.seq;
      this.listener.entry(entry);
    }
  }

  #alive() {
    this.heardAt = Date.now();
    this.tries = 0;
    this.listener.line('open');
  }

  /* The browser would come back by itself, but not after every kind of answer; so we do it, always in the same way. */
  #lost() {
    if (this.over || this.waiting) return;
    this.source.close();
    this.listener.line('lost');
    const pause = Math.min(RETRY_MILLIS * 2 ** this.tries, RETRY_MILLIS_MAX) * (0.75 + Math.random() / 2);
    this.tries += 1;
    this.waiting = setTimeout(() => {
      this.waiting = undefined;
      this.#open();
    }, pause);
  }

  #finish() {
    this.over = true;
    this.source.close();
    this.listener.line('ended');
  }

  #checkPulse() {
    if (Date.now() - this.heardAt > SILENCE_MILLIS_MAX) this.#lost();
  }
}
