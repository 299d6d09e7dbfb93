import { h, svg, write } from '../dom.js';
import { clock } from '../format.js';
import { figures, reading } from './figures.js';
import { Lane } from './lane.js';
import { marksOf } from './marks.js';
import { openMoment } from './moment.js';
import { Plot } from './plot.js';

const WINDOWS = [[120, '2 min'], [300, '5 min'], [900, '15 min'], [0, 'all']];
const DASHES = ['', '5 2', '2 2', '6 2 1 2', '3 3', '1 2'];
const HUES = 6;
const LOOK_MILLIS = 30_000;

/**
 * The charts: one time axis, one cursor. Moving over one reads all; a mark opens its moment.
 *
 * @param {import('../console.js').Console} console a replay, which has no more to come, gives `replay` as well: it is told which
 *   moment was chosen
 */
export function mountCharts(console) {
  const { session } = console;
  const { series } = session;
  const root = document.getElementById('charts');
  const charts = figures(session).map((figure) => build(figure));
  const state = { window: console.replay ? 0 : 120, cursor: -1, marks: [], looks: null, lookedAt: -Infinity };
  const lane = new Lane({ open: (marks) => (console.replay ? console.replay(marks[0].at) : openMoment(console, marks)), move: (seconds) => pointAt(seconds), step: (by) => step(by) });
  const select = h('select', { onchange: () => { state.window = Number(select.value); paint(); } },
    WINDOWS.map(([value, text]) => h('option', { value, selected: value === state.window }, text)));
  const now = h('output', { class: 'now' }, '');
  root.replaceChildren(
    h('h3', { class: 'unseen' }, 'Charts'),
    h('div', { class: 'figures', onpointermove: hover, onpointerleave: () => pointAt(null) }, charts.map((chart) => chart.element)),
    h('div', { class: 'axis' }, now, lane.element, h('span', { class: 'key-of-marks' }, '◆ lever  ▲ fault  ▬ run  ● question'), h('label', {}, 'Window', select)));

  function build(figure) {
    const frame = h('div', { class: 'plot' });
    const legend = h('ul', { class: 'legend' });
    const choice = figure.choices?.length > 1 && h('select', { 'aria-label': `${figure.title} of`, onchange: () => { chart.chosen = choice.value; paint(); } },
      h('option', { value: '' }, 'the busiest'), figure.choices.map((each) => h('option', { value: each }, each)));
    const title = h('h3', {}, figure.title);
    const chart = { figure, frame, legend, title, choice, chosen: '', shape: '', plot: new Plot(frame, series, figure), empty: h('p', { class: 'empty', hidden: true }, figure.empty ?? '') };
    frame.append(chart.empty);
    chart.element = h('figure', {}, h('figcaption', {}, title, choice), legend, frame);
    return chart;
  }

  function range() {
    const to = Math.max(Number.isNaN(series.last) ? 0 : series.last, 30);
    return { from: state.window ? Math.max(0, to - state.window) : 0, to };
  }

  function paint() {
    if (document.hidden) return;
    state.looks ??= looks(root);
    const span = range();
    const shown = state.marks.filter((mark) => mark.at >= span.from || (mark.until ?? mark.at) >= span.from);
    const bands = {
      runs: shown.filter((mark) => mark.kind === 'run').map((mark) => ({ from: mark.at, to: mark.until ?? span.to })),
      moments: shown.filter((mark) => mark.kind === 'lever' || mark.kind === 'fault').map((mark) => mark.at),
    };
    for (const chart of charts) {
      const lines = linesOf(chart, span);
      chart.empty.hidden = lines.length > 0;
      legendFor(chart, lines);
      chart.plot.draw(lines.map((line) => ({ ...line, colour: state.looks.hues[line.hue % HUES] })), span, bands, state.looks);
      chart.plot.labels();
    }
    lane.draw(shown, span);
    read();
  }

  function linesOf(chart, span) {
    const { figure, chosen, choice, title } = chart;
    chart.busiest = figure.auto?.((key) => series.at(key, series.size - 1) || 0) ?? chart.busiest ?? figure.choices?.[0];
    const name = chosen || chart.busiest;
    if (figure.choices && !name) return [];
    if (choice) write(choice.options[0], chosen ? 'the busiest' : `${name}, the busiest`);
    else if (figure.choices) write(title, `${figure.title} of ${name}`);
    const lines = figure.lines(name);
    return figure.sparse ? lines.filter(({ key }) => anything(key, span.from)) : lines;
  }

  function anything(key, from) {
    const column = series.columns.get(key);
    for (let index = series.after(from); index < series.size; index += 1) if (column[index] > 0) return true;
    return false;
  }

  function legendFor(chart, lines) {
    const shape = JSON.stringify(lines.map(({ label, hue, dash }) => [label, hue, dash]));
    if (shape === chart.shape) return;
    chart.shape = shape;
    chart.values = lines.map(({ key }) => ({ key, value: h('b', {}) }));
    chart.legend.replaceChildren(...lines.map(({ label, hue, dash }, index) => h('li', {},
      h('span', { class: `hue-${hue % HUES}` }, svg('svg', { viewBox: '0 0 18 8', 'aria-hidden': 'true' }, svg('line', { x1: 0, y1: 4, x2: 18, y2: 4, 'stroke-dasharray': DASHES[dash % DASHES.length] }))),
      label, ' ', chart.values[index].value)));
  }

  /** Writes the values at the cursor, or the latest, and draws the cursor. */
  function read() {
    const index = state.cursor >= 0 ? state.cursor : series.size - 1;
    for (const chart of charts) {
      chart.values?.forEach(({ key, value }) => write(value, reading(chart.figure, series.at(key, index))));
      chart.plot.cursor(state.cursor);
    }
    write(now, index < 0 ? 'no reading yet' : state.cursor >= 0 ? `at ${clock(series.times[index])}` : `now ${clock(series.times[index])}`);
    lane.cursor(state.cursor >= 0 ? series.times[state.cursor] : null, spoken(index));
  }

  function spoken(index) {
    return index < 0 ? 'no reading yet' : `${clock(series.times[index])}: ${charts.map(({ figure, title, values }) => `${title.textContent} ${values?.map(({ key, value }) => `${key.split('/')[0]} ${value.textContent}`).join(', ') || figure.empty}`).join('; ')}`;
  }

  function pointAt(seconds) {
    state.cursor = seconds === null ? -1 : series.nearest(seconds);
    if (seconds !== null) looked();
    pending ||= requestAnimationFrame(() => { pending = 0; read(); });
  }
  let pending = 0;

  function step(by) {
    const at = state.cursor >= 0 ? state.cursor : series.size - 1;
    if (series.size) pointAt(series.times[Math.min(series.size - 1, Math.max(0, at + by))]);
  }

  function hover(event) {
    const frame = event.target.closest('.plot');
    if (!frame) return;
    const { from, to } = range();
    pointAt(from + ((event.clientX - frame.getBoundingClientRect().left) / frame.clientWidth) * (to - from));
  }

  /* Whoever reads a value off a chart has read an instrument, as with curl; the journal keeps it now and then. */
  function looked() {
    if (session.role !== 'candidate' || performance.now() - state.lookedAt < LOOK_MILLIS || session.view.state === 'ended') return;
    state.lookedAt = performance.now();
    session.api.get('/metrics').catch(() => {});
  }

  const remark = () => { state.marks = marksOf(session.entries); paint(); };
  session.on('second', paint);
  session.on('entry', remark);
  document.addEventListener('looks', () => { state.looks = null; paint(); });
  document.addEventListener('visibilitychange', paint);
  new ResizeObserver(paint).observe(root);
  remark();
  return { cursor: pointAt, moment: (seconds) => { if (seconds < range().from) { state.window = 0; select.value = '0'; } paint(); pointAt(seconds); root.scrollIntoView({ block: 'nearest' }); } };
}

/** Colours and the font, as the style sheets have them just now. */
function looks(root) {
  const probe = h('span', { hidden: false });
  root.append(probe);
  const colour = (name) => { probe.style.color = `var(${name})`; return getComputedStyle(probe).color; };
  const found = {
    ink: colour('--ink'), quiet: colour('--quiet'), line: colour('--line'), pane: colour('--pane'), band: colour('--accent-soft'),
    hues: [1, 2, 3, 4, 5, 6].map((index) => colour(`--series-${index}`)),
    font: `11px ${getComputedStyle(root).fontFamily}`,
  };
  probe.remove();
  return found;
}
