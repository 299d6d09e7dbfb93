import { h } from '../dom.js';
import { open } from '../dialog.js';
import { amount, clock, unitOf } from '../format.js';
import { KINDS } from './marks.js';

const BEFORE_SECONDS = 5;
const AFTER_SECONDS = 5;
const ROWS = 12;

/**
 * What a mark stands for: the event as the journal has it, and what the instruments showed before and after.
 *
 * @param {import('../console.js').Console} console @param {object[]} marks
 */
export function openMoment(console, marks) {
  const dialog = open(marks.length === 1 ? `${KINDS[marks[0].kind].word} at ${clock(marks[0].at)}` : `${marks.length} marks at ${clock(marks[0].at)}`,
    h('div', { class: 'moment' }, marks.map((mark) => story(console, mark, () => dialog.close())), before(console.session.series, marks[0].at)));
}

function story({ session, tabs, charts }, mark, close) {
  const { event } = mark.entry;
  const go = (text, act) => h('button', { type: 'button', onclick: () => { close(); act(); } }, text);
  return h('section', {},
    h('p', {}, h('b', {}, `${KINDS[mark.kind].sign} ${clock(mark.at)} `), mark.title),
    event.reason && h('p', {}, h('span', { class: 'dim' }, 'because '), event.reason),
    event.because && h('p', { class: 'small' }, h('span', { class: 'dim' }, 'asked because '), h('code', {}, event.because.rule)),
    mark.finished && h('p', {}, `${mark.finished.event.state}: `, ['offered', 'served', 'failed'].map((each) => `${each} ${amount(mark.finished.event.figures[each])}`).join(', ')),
    h('p', {},
      mark.kind === 'question' && go('In the conversation', () => light(`turn-${mark.seq}`)), ' ',
      mark.kind === 'run' && go('The run', () => tabs.show('runs', event.run)), ' ',
      mark.kind === 'lever' && go('The design', () => tabs.show('design')), ' ',
      go('In the charts', () => charts.moment(mark.at))));
}

function light(id) {
  const turn = document.getElementById(id);
  document.querySelectorAll('.turn.lit').forEach((each) => each.classList.remove('lit'));
  turn?.classList.add('lit');
  turn?.scrollIntoView({ block: 'center' });
}

/** The figures that moved most between the seconds before and after. */
function before(series, at) {
  const from = series.nearest(at - BEFORE_SECONDS);
  const to = series.nearest(at + AFTER_SECONDS);
  if (from < 0) return h('p', { class: 'dim' }, 'No readings of that moment.');
  const rows = ['rate/', 'p99/', 'why/', 'waiting/', 'inUse/', 'gauge/', 'oracle/']
    .flatMap((prefix) => series.keys(prefix))
    .filter((key) => !key.includes('>') && !key.includes('@'))
    .map((key) => ({ key, was: series.at(key, from), is: series.at(key, to) }))
    .filter(({ was, is }) => (was || 0) !== (is || 0))
    .sort((one, other) => change(other) - change(one))
    .slice(0, ROWS);
  if (!rows.length) return h('p', { class: 'dim' }, 'No figure moved around it.');
  return h('table', {},
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Moved most'), h('th', { class: 'figure', scope: 'col' }, `at ${clock(series.times[from])}`), h('th', { class: 'figure', scope: 'col' }, `at ${clock(series.times[to])}`))),
    h('tbody', {}, rows.map(({ key, was, is }) => h('tr', {}, h('th', { scope: 'row' }, h('code', {}, key)), h('td', { class: 'figure' }, amount(was, unitOf(key))), h('td', { class: 'figure' }, amount(is, unitOf(key)))))));
}

function change({ was, is }) {
  return Math.abs(Math.log(((is || 0) + 0.1) / ((was || 0) + 0.1)));
}
