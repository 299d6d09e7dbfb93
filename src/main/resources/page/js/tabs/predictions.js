import { h } from '../dom.js';

const ROWS = 2;
const MEASURES = {
  p99: { unit: 'ms', words: (subject) => `p99 of ${subject}` },
  p50: { unit: 'ms', words: (subject) => `p50 of ${subject}` },
  rate: { unit: 'per second', words: (subject) => `${subject} a second` },
};
const WHOLE = [
  { metric: 'errorShare/run', unit: 'share', words: 'share that fails' },
  { metric: 'goodput/run', unit: 'per second', words: 'answered well a second' },
];

/** What somebody expects of a run, said before it starts: two numbers, each of a metric that the run will measure. */
export class Predictions {
  constructor() {
    this.rows = Array.from({ length: ROWS }, (_, index) => new Row(index));
    this.element = h('fieldset', { class: 'predictions' }, h('legend', {}, 'What do you expect?'), this.rows.map((row) => row.element));
  }

  /** Offers what a load of these kinds of traffic measures. @param {string[]} traffic */
  offer(traffic) {
    const subjects = traffic.flatMap((name) => (name.includes('@') ? [name.split('@')[0], name] : [name])).filter((name, index, all) => all.indexOf(name) === index);
    const options = [
      ...subjects.map((name) => option('p99', name)),
      ...WHOLE,
      ...subjects.map((name) => option('p50', name)),
      ...subjects.map((name) => option('rate', name)),
    ];
    this.rows.forEach((row, index) => row.offer(options, index === 0 ? options[0].metric : WHOLE[0].metric));
  }

  read() {
    return this.rows.map((row) => row.read()).filter(Boolean);
  }

  clear() {
    this.rows.forEach((row) => (row.value.value = ''));
  }
}

function option(measure, subject) {
  const { unit, words } = MEASURES[measure];
  return { metric: `${measure}/${subject}`, unit, words: words(subject) };
}

class Row {
  constructor(index) {
    this.metric = h('select', { 'aria-label': `Expected figure ${index + 1}`, onchange: () => this.#unit() });
    this.value = h('input', { type: 'number', min: '0', step: 'any', 'aria-label': `Expected value ${index + 1}`, autocomplete: 'off' });
    this.unit = h('span', { class: 'dim' });
    this.element = h('div', { class: 'line' }, this.metric, this.value, this.unit);
  }

  offer(options, first) {
    const kept = options.some(({ metric }) => metric === this.metric.value) ? this.metric.value : first;
    this.options = options;
    this.metric.replaceChildren(...options.map(({ metric, words }) => h('option', { value: metric, selected: metric === kept }, words)));
    this.#unit();
  }

  read() {
    if (this.value.value === '') return null;
    const { metric, unit } = this.#chosen();
    const value = Number(this.value.value);
    return { metric, value: unit === 'share' ? value / 100 : value, unit };
  }

  #chosen() {
    return this.options.find(({ metric }) => metric === this.metric.value);
  }

  #unit() {
    const { unit } = this.#chosen();
    this.unit.textContent = { share: '%', 'per second': '/s' }[unit] ?? unit;
  }
}
