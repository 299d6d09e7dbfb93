import { Api } from '../api.js';
import { Series } from '../series.js';
import { markOf } from './mark.js';

const UNSHOWN = ['second-passed', 'looked', 'steered', 'note-taken', 'question-closed'];

/**
 * A session that is over, read from its journal at once. It has what the parts of the interview's screen ask of a
 * session (`scenario`, `view`, `entries`, `series`, `readings`, `on`), as of one moment.
 */
export class Recording extends EventTarget {
  /** @param {string} id @param {string} scenarioName */
  constructor(id, scenarioName) {
    super();
    this.id = id;
    this.scenarioName = scenarioName;
    this.api = new Api(`/api/sessions/${id}`);
    this.series = new Series();
    this.line = 'ended';
    this.readings = null;
    this.seconds = []; // the entries of the seconds, in order
    this.entries = []; // all others that can be shown
    this.turns = [];
    this.levers = [];
  }

  async load() {
    const [scenario, view, journal] = await Promise.all([new Api('/api').get(`/scenarios/${this.scenarioName}`), this.api.get(''), this.api.get('/replay')]);
    this.scenario = scenario;
    this.view = view;
    this.all = journal.entries;
    for (const entry of journal.entries) {
      if (entry.event.type === 'second-passed') {
        this.seconds.push(entry);
        this.series.add(entry.elapsedSeconds, entry.event.readings.numbers);
      } else if (!UNSHOWN.includes(entry.event.type)) {
        this.entries.push(entry);
      }
    }
    this.length = journal.entries.at(-1)?.elapsedSeconds ?? 0;
    this.marks = this.entries.map(markOf).filter(Boolean);
  }

  on(type, listener) {
    this.addEventListener(type, (event) => listener(event.detail));
  }

  /** Seconds on the session's clock: the end of what is known. */
  elapsed() {
    return this.length;
  }

  remaining() {
    return 0;
  }

  /** Tells the parts what was measured last before a moment. */
  show(seconds) {
    const entry = this.secondAt(seconds);
    if (!entry || entry === this.shown) return;
    this.shown = entry;
    this.readings = entry.event.readings;
    this.dispatchEvent(new CustomEvent('second', { detail: entry }));
  }

  /** The last second measured at or before a moment; the first where there is none. */
  secondAt(seconds) {
    let low = 0;
    let high = this.seconds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.seconds[middle].elapsedSeconds <= seconds) low = middle + 1;
      else high = middle;
    }
    return this.seconds[Math.max(0, low - 1)];
  }

  /** When something happened: `entry/12` of the journal, `run/2`, or a number of seconds. */
  secondsOf(ref) {
    const [kind, number] = ref.split('/');
    if (kind === 'entry') return this.all.find((entry) => entry.seq === Number(number))?.elapsedSeconds;
    if (kind === 'run') return this.entries.find(({ event }) => event.type === 'run-started' && event.run === Number(number))?.elapsedSeconds;
    const seconds = Number.parseFloat(ref);
    return Number.isFinite(seconds) ? seconds : undefined;
  }
}
