import { h } from '../dom.js';
import { amount, count, millis, perSecond, unitOf } from '../format.js';
import { attempt, empty, table, why } from './parts.js';

/** Every load run, its result, and any two side by side. @param {HTMLElement} panel @param {import('../console.js').Console} console */
export function mount(panel, { session }) {
  const list = h('div', {});
  const one = h('div', { class: 'one', 'aria-live': 'polite' });
  panel.append(h('div', { class: 'pair' }, list, one));
  let picked = [];

  function read() {
    return attempt(null, list, async () => {
      const { runs } = await session.api.get('/runs');
      if (!runs.length) {
        list.replaceChildren(empty('No run yet. Start one in the Load tab; predict two numbers first, and the result stands beside them.'));
        one.replaceChildren();
        return;
      }
      picked = picked.filter((number) => runs.some((each) => each.run === number));
      list.replaceChildren(h('p', { class: 'dim small' }, 'Open a run, or tick two to compare them.'), table('Runs', ['compare', 'run', 'plan', 'state', { title: 'served', figure: true }, { title: 'failed', figure: true }], runs.toReversed().map(row)));
      if (!one.hasChildNodes()) open(runs.at(-1).run);
    });
  }

  function row(run) {
    const box = h('input', { type: 'checkbox', 'aria-label': `Compare run ${run.run}`, onchange: () => pick(run.run, box.checked) });
    box.checked = picked.includes(run.run);
    box.disabled = run.state === 'running';
    return h('tr', { data: { run: run.run } }, h('td', {}, box), h('th', { scope: 'row' }, h('button', { type: 'button', class: 'quiet', onclick: () => open(run.run) }, `${run.run} ${run.profile}`)), h('td', {}, run.plan), h('td', {}, run.state),
      h('td', { class: 'figure' }, count(run.served)), h('td', { class: 'figure' }, count(sum(run.failed))));
  }

  function pick(number, on) {
    picked = on ? [...picked, number].slice(-2) : picked.filter((each) => each !== number);
    for (const line of list.querySelectorAll('tr[data-run]')) line.querySelector('input').checked = picked.includes(Number(line.dataset.run));
    if (picked.length === 2) compare(Math.min(...picked), Math.max(...picked));
  }

  function open(number) {
    return attempt(null, one, async () => one.replaceChildren(result(await session.api.get(`/runs/${number}`))));
  }

  function compare(a, b) {
    return attempt(null, one, async () => one.replaceChildren(difference(await session.api.get(`/runs/${a}/compare/${b}`))));
  }

  session.on('entry', ({ event }) => event.type === 'run-finished' && !panel.hidden && read());
  return {
    show(a, b) {
      read();
      if (a && b) compare(a, b);
      else if (a) open(a);
    },
  };
}

function sum(reasons) {
  return Object.values(reasons).reduce((all, each) => all + each, 0);
}

function result(run) {
  return h('article', { 'aria-label': `Run ${run.run}` },
    h('h3', {}, `Run ${run.run}: ${run.profile}`), h('p', { class: 'dim' }, run.plan),
    run.note && h('p', { class: 'refused' }, run.note),
    h('p', {}, `${count(run.offered)} offered, ${count(run.served)} served, ${count(sum(run.failed))} failed `, Object.entries(run.failed).map(([reason, many]) => [why(`${reason} ${count(many)}`), ' '])),
    run.predictions.length > 0 && table('Predictions', ['predicted figure', { title: 'predicted', figure: true }, { title: 'measured', figure: true }, { title: 'measured / predicted', figure: true }], run.predictions.map((each) => h('tr', {},
      h('th', { scope: 'row' }, each.metric), h('td', { class: 'figure' }, amount(each.predicted, each.unit)), h('td', { class: 'figure' }, amount(each.measured, each.unit)), h('td', { class: 'figure' }, each.measured && each.predicted ? `${(each.measured / each.predicted).toFixed(2)}×` : '–')))),
    run.operations.length > 0 && table('Operations', ['operation', ...['count', 'failed', 'p50', 'p99', 'p99.9', 'max'].map((title) => ({ title, figure: true }))], run.operations.map((each) => h('tr', {},
      h('th', { scope: 'row' }, each.name), [count(each.count), count(each.failed), millis(each.p50Millis), millis(each.p99Millis), millis(each.p999Millis), millis(each.maxMillis)].map((cell) => h('td', { class: 'figure' }, cell))))));
}

function difference({ a, b, differences, levers, rows }) {
  const moved = rows.filter((each) => each.moved !== 'same');
  return h('article', { class: 'difference', 'aria-label': `Runs ${a} and ${b} compared` },
    h('h3', {}, `Run ${a} → run ${b}`),
    differences.map((words) => h('p', { class: 'caution' }, words)),
    levers.length ? h('ul', { class: 'changed' }, levers.map((each) => h('li', {}, h('code', {}, each.lever), ' ', h('del', {}, each.a), ' → ', h('ins', {}, each.b)))) : h('p', { class: 'dim' }, 'The design was the same in both.'),
    moved.length ? table('What moved', ['figure', { title: `run ${a}`, figure: true }, { title: `run ${b}`, figure: true }, 'moved'], moved.map(shift)) : empty('No figure moved by more than what chance explains.'),
    h('p', { class: 'dim small' }, `${rows.length - moved.length} figures stayed the same.`));
}

function shift({ key, a, b, ratio, moved }) {
  const sign = { higher: '▲', lower: '▼', appeared: '✚', gone: '−' }[moved] ?? '';
  const show = unitOf(key) === 'per second' ? perSecond : (value) => amount(value, unitOf(key));
  return h('tr', { class: moved }, h('th', { scope: 'row' }, key), h('td', { class: 'figure' }, show(a)), h('td', { class: 'figure' }, show(b)), h('td', {}, `${sign} ${moved}${ratio ? ` ${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2)}×` : ''}`));
}
