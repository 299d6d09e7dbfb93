import { Api } from './api.js';
import { Stream, TYPES } from './stream.js';
import { Series } from './series.js';

const UNSHOWN = ['second-passed', 'looked'];
const KEYS_AT_ONCE = 40;
const QUIET_MILLIS = 120;
const OFTEN_MILLIS = 1_000;

/**
 * The session as this page knows it. It is read once from the API, and from then on the event stream says what is new.
 *
 * Events: `view` (state, clock, question, objectives, run…), `turn` (one more turn), `levers`, `entry` (any entry of
 * the journal), `second` (the readings of one more second), `line` (`open`, `lost` or `ended`).
 */
export class Session extends EventTarget {
  /** @param {string} id @param {string} scenarioName @param {string} role */
  constructor(id, scenarioName, role) {
    super();
    this.id = id;
    this.role = role;
    this.scenarioName = scenarioName;
    this.api = new Api(`/api/sessions/${id}`);
    this.series = new Series();
    this.line = 'open';
    this.turns = [];
    this.levers = [];
    this.entries = []; // all but the seconds: what the marks are made of
    this.readings = null;
  }

  /** Reads everything, then listens. */
  async start() {
    const [scenario, view] = await Promise.all([new Api('/api').get(`/scenarios/${this.scenarioName}`), this.api.get('')]);
    const [levers, journal] = await Promise.all([
      this.api.get('/levers'),
      this.api.get(`/events?types=${TYPES.filter((type) => !UNSHOWN.includes(type))}`),
      ...historyKeys(scenario).map((keys) => this.#history(keys)),
    ]);
    this.scenario = scenario;
    this.#show(view);
    this.readings = view.readings ?? null;
    this.#levers(levers.levers);
    journal.entries.filter((entry) => entry.seq <= view.lastSeq).forEach((entry) => this.#keep(entry));
    this.stream = new Stream(`/api/sessions/${this.id}/events`, view.lastSeq, {
      entry: (entry) => this.#take(entry),
      line: (state) => this.#lineIs(state),
    });
  }

  /** Listens to one kind of event. */
  on(type, listener) {
    this.addEventListener(type, (event) => listener(event.detail));
  }

  /** Reads the state anew, soon; many calls at once become one. */
  refresh(within = QUIET_MILLIS) {
    if (this.refreshing) return;
    this.refreshing = setTimeout(async () => {
      this.refreshing = undefined;
      try {
        this.#show(await this.api.get(''));
      } catch {
        // the stream says when the line is back
      }
    }, within);
  }

  /** Seconds on the session's clock, now. */
  elapsed() {
    const { clock, state } = this.view;
    const since = state === 'running' && this.line === 'open' ? (performance.now() - this.viewAt) / 1000 : 0;
    return clock.elapsedSeconds + since * clock.speed;
  }

  /** Seconds left on it. */
  remaining() {
    const { clock } = this.view;
    return Math.max(0, clock.remainingSeconds - (this.elapsed() - clock.elapsedSeconds));
  }

  #take(entry) {
    const { event } = entry;
    if (event.type === 'second-passed') {
      this.readings = event.readings;
      this.series.add(entry.elapsedSeconds, event.readings.numbers);
      this.#tell('second', entry);
      this.refresh(OFTEN_MILLIS);
      return;
    }
    this.#keep(entry);
    if (event.type === 'levers-changed' || event.type === 'system-reset' || event.type === 'recovered') this.#rereadLevers();
    this.#tell('entry', entry);
    if (event.type !== 'looked') this.refresh();
  }

  /* Whoever sits at their own machine is host and candidate in one, and may read all; the page shows the candidate's. */
  #keep(entry) {
    if (this.role === 'candidate' && isSecret(entry.event)) return;
    this.entries.push(entry);
    const turn = turnOf(entry);
    if (turn) {
      this.turns.push(turn);
      this.#tell('turn', turn);
    }
  }

  /* What was before this page was opened. A page that cannot have it shows the rest all the same. */
  async #history(keys) {
    try {
      const { series } = await this.api.get(`/metrics?seconds=3600&keys=${encodeURIComponent(keys.join(','))}`);
      if (series) this.series.fill(series.elapsedSeconds, series.values);
    } catch {
      // charts begin with the next second
    }
  }

  #show(view) {
    if (this.view && view.lastSeq < this.view.lastSeq) return;
    this.view = view;
    this.viewAt = performance.now();
    this.#tell('view', view);
  }

  async #rereadLevers() {
    try {
      this.#levers((await this.api.get('/levers')).levers);
    } catch {
      // the next change tries again
    }
  }

  #levers(levers) {
    this.levers = levers;
    this.#tell('levers', levers);
  }

  #lineIs(state) {
    if (state === this.line) return;
    if (this.line === 'lost') this.refresh();
    this.line = state;
    this.#tell('line', state);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** The turn of the conversation that an entry is, in the words of the transcript. */
function turnOf({ seq, at, elapsedSeconds, event }) {
  if (event.type === 'spoke') {
    const kind = event.kind.toLowerCase().replaceAll('_', '-');
    return { seq, at, elapsedSeconds, from: 'interviewer', kind, text: event.text, questionId: event.questionId || null, because: event.because };
  }
  if (event.type === 'answered') {
    return { seq, at, elapsedSeconds, from: 'candidate', kind: 'answer', text: event.text, questionId: event.questionId || null };
  }
  return null;
}

/** What the charts show, as keys of readings, in portions that the API takes at once. */
function historyKeys({ operations, parts }) {
  const keys = [
    'why/*',
    ...operations.flatMap(({ name }) => ['rate', 'p50', 'p99', 'p999'].map((measure) => `${measure}/${name}`)),
    ...parts.filter(({ slots }) => slots > 0).flatMap(({ name }) => ['inUse', 'waiting', 'size'].map((measure) => `${measure}/${name}`)),
  ];
  const portions = [];
  for (let from = 0; from < keys.length; from += KEYS_AT_ONCE) portions.push(keys.slice(from, from + KEYS_AT_ONCE));
  return portions;
}

/** What the script keeps to itself while the interview goes on. */
function isSecret({ type, by }) {
  return ['signal-seen', 'steered', 'note-taken'].includes(type) || (type.startsWith('fault-') && by !== 'candidate');
}
