import { h } from '../dom.js';
import { millis } from '../format.js';
import { attempt, empty, why } from './parts.js';
import { waterfall } from './waterfall.js';

const LIMIT = 60;

/** Kept calls, slow and failed ones first of all, each as a waterfall. @param {HTMLElement} panel @param {import('../console.js').Console} console */
export function mount(panel, console) {
  const { session } = console;
  const operation = h('select', {}, h('option', { value: '' }, 'all'), session.scenario.operations.map(({ name }) => h('option', { value: name }, name)));
  const order = h('select', {}, h('option', { value: 'slowest' }, 'slowest'), h('option', { value: 'newest' }, 'newest'));
  const failed = h('input', { type: 'checkbox' });
  const least = h('input', { type: 'number', min: 0, step: 'any', placeholder: '0', class: 'short' });
  const button = h('button', {}, 'Look again');
  const list = h('ul', { class: 'traces', 'aria-label': 'Traces' });
  const one = h('div', { class: 'one' });
  const form = h('form', { class: 'filters', onsubmit: (event) => { event.preventDefault(); read(); }, onchange: () => read() },
    h('label', {}, 'Operation ', operation), h('label', {}, 'First the ', order), h('label', {}, failed, ' failed only'), h('label', {}, 'At least ', least, ' ms'), button);
  panel.append(form, h('div', { class: 'pair' }, list, one));

  function read() {
    return attempt(button, list, async () => {
      const query = new URLSearchParams({ order: order.value, failed: String(failed.checked), limit: String(LIMIT) });
      if (operation.value) query.set('operation', operation.value);
      if (Number(least.value) > 0) query.set('minMillis', least.value);
      const { traces } = await session.api.get(`/traces?${query}`);
      const longest = Math.max(1e-9, ...traces.map((trace) => trace.durationMillis));
      list.replaceChildren(...(traces.length ? traces.map((trace) => item(trace, longest)) : [h('li', {}, empty('No trace fits. Traces are kept of slow and failed calls, and of a sample of the others: call the system, or run load.'))]));
    });
  }

  function item(trace, longest) {
    const bar = h('span', { class: 'bar', 'aria-hidden': 'true' });
    bar.style.width = `${Math.max(1, (trace.durationMillis / longest) * 100)}%`;
    return h('li', {}, h('button', { type: 'button', data: { trace: trace.traceId }, onclick: () => show(trace) },
      h('span', { class: 'line' }, h('b', {}, trace.operation), trace.region && h('span', { class: 'dim' }, trace.region), h('span', {}, trace.status), why(trace.why), h('span', { class: 'took' }, millis(trace.durationMillis))),
      h('span', { class: 'track' }, bar)));
  }

  function show(trace) {
    for (const each of list.querySelectorAll('button')) each.setAttribute('aria-pressed', String(each.dataset.trace === trace.traceId));
    one.replaceChildren(waterfall(trace, () => console.tabs.show('logs', trace.traceId)));
  }

  function find(traceId) {
    return attempt(null, one, async () => show(await session.api.get(`/traces/${encodeURIComponent(traceId)}`)));
  }

  return {
    show(traceId) {
      read();
      if (traceId) find(traceId);
      else if (!one.hasChildNodes()) one.append(empty('Choose a trace to see where its time went, hop by hop.'));
    },
  };
}
