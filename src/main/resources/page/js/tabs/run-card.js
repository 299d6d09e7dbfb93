import { h } from '../dom.js';
import { amount, count, millis } from '../format.js';

const NEAR = 0.3; // as far as the interviewer lets a prediction be off
const NEAR_SHARE = 0.01;
const FAR = 100;

/**
 * A finished run: what was offered and served, how fast each kind of call was, and predicted beside measured.
 *
 * @param {object} run as the API has it @param {import('../console.js').Console} console
 */
export function runCard(run, console) {
  const lost = Object.entries(run.failed);
  return h('article', { class: 'run-card', 'aria-label': `Run ${run.run}` },
    h('h3', {}, `Run ${run.run} · ${run.profile} `, h('span', { class: run.state === 'done' ? 'dim' : 'bad' }, run.state)),
    h('p', { class: 'dim small' }, run.plan),
    run.note && h('p', { class: 'note-of-run' }, run.note),
    run.predictions.length > 0 && predicted(run.predictions),
    h('p', {}, `${count(run.offered)} offered, ${count(run.served)} served`,
      lost.length ? h('span', { class: 'bad' }, `, failed: ${lost.map(([why, number]) => `${count(number)} ${why}`).join(', ')}`) : ', none failed'),
    h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Operations of run ${run.run}` }, operations(run.operations)),
    h('p', {}, h('button', { type: 'button', class: 'quiet', onclick: () => console.tabs.show('runs', run.run) }, 'All runs, and compare')));
}

function operations(rows) {
  return h('table', {},
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Operation'), ['count', 'failed', 'p50', 'p99', 'p99.9', 'max'].map((name) => h('th', { class: 'figure', scope: 'col' }, name)))),
    h('tbody', {}, rows.map((row) => h('tr', {},
      h('th', { scope: 'row' }, row.name),
      [count(row.count), count(row.failed), millis(row.p50Millis), millis(row.p99Millis), millis(row.p999Millis), millis(row.maxMillis)].map((text) => h('td', { class: 'figure' }, text))))));
}

function predicted(predictions) {
  return h('table', { class: 'predicted' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Prediction'), ['predicted', 'measured', 'how near'].map((name) => h('th', { class: 'figure', scope: 'col' }, name)))),
    h('tbody', {}, predictions.map(({ metric, predicted: expected, unit, measured }) => h('tr', {},
      h('th', { scope: 'row' }, h('code', {}, metric)),
      h('td', { class: 'figure' }, amount(expected, unit)),
      h('td', { class: 'figure' }, h('b', {}, amount(measured, unit))),
      h('td', {}, verdict(expected, measured, unit))))));
}

function verdict(expected, measured, unit) {
  if (measured === null || measured === undefined) return h('span', { class: 'dim' }, 'not measured');
  const off = Math.abs(expected - measured);
  if (off <= NEAR * Math.abs(measured) || (unit === 'share' && off <= NEAR_SHARE)) return h('span', { class: 'good' }, '✓ near');
  const factor = expected > 0 && measured > 0 ? Math.max(expected / measured, measured / expected) : Infinity;
  const by = factor < FAR ? `${factor >= 10 ? factor.toFixed(0) : factor.toFixed(1)} times too ${expected > measured ? 'high' : 'low'}` : `far too ${expected > measured ? 'high' : 'low'}`;
  return h('span', { class: 'bad' }, `✗ ${by}`);
}
