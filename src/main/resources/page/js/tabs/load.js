import { h, write } from '../dom.js';
import { Predictions } from './predictions.js';
import { runCard } from './run-card.js';

const OWN = 'own';

/**
 * Load: pick a profile or write one, say what you expect, run it, and see what came of it.
 *
 * @param {HTMLElement} panel @param {import('../console.js').Console} console
 */
export function mount(panel, console) {
  const { session, acts } = console;
  const { profiles, traffic } = session.scenario;
  const predictions = new Predictions();
  const failed = h('p', { class: 'failed bad', role: 'alert' });
  const start = h('button', { class: 'primary', 'aria-keyshortcuts': 'r' }, 'Run it');
  const own = ownFields(traffic);
  const seconds = h('input', { name: 'durationSeconds', type: 'number', min: '0.5', max: '3600', step: 'any', 'aria-label': 'Seconds to run' });
  const picks = profiles.map((profile, index) => pick(profile, index === 0));
  const form = h('form', { class: 'load-form', onsubmit: submit, onchange: (event) => event.target.name === 'profile' && chosen() },
    h('fieldset', { class: 'profiles' }, h('legend', {}, 'Load'), picks, pick({ name: OWN, title: 'One of your own', note: 'Rate, time and what is sent.', traffic: traffic.map(({ name }) => name), seconds: 20 }, profiles.length === 0)),
    h('div', { class: 'plan' },
      own.element,
      h('label', { class: 'line' }, 'for ', seconds, ' s'),
      predictions.element,
      h('div', { class: 'line' }, start, h('span', { class: 'dim small' }, 'A prediction made before the run is compared with what was measured.')),
      failed));
  const progress = h('div', { class: 'progress', hidden: true });
  const card = h('div', { class: 'result', 'aria-live': 'polite' });
  panel.append(h('div', { class: 'load' }, h('div', { class: 'load-grid' }, acts && form, h('div', { class: 'outcome' }, progress, card))));
  const bar = progressBar(progress, stop, acts);
  let running = false;

  if (acts) chosen();
  session.on('view', show);
  session.on('entry', ({ event }) => event.type === 'run-finished' && showResult(event.run));
  show(session.view);
  if (!session.view.run) showLast();
  return { show: (what) => what === 'focus' && start.focus() };

  function profile() {
    const name = new FormData(form).get('profile');
    return profiles.find((each) => each.name === name) ?? { name: OWN, seconds: 20, traffic: traffic.map((each) => each.name) };
  }

  function chosen() {
    const now = profile();
    own.element.hidden = now.name !== OWN;
    seconds.value = now.seconds;
    predictions.offer(now.traffic);
  }

  async function submit(event) {
    event.preventDefault();
    if (running) return;
    write(failed, '');
    const now = profile();
    const body = now.name === OWN ? own.read() : { profile: now.name };
    if (Number(seconds.value) !== now.seconds || now.name === OWN) body.durationSeconds = Number(seconds.value);
    const expected = predictions.read();
    if (expected.length) body.predictions = expected;
    try {
      const run = await session.api.post('/load', body);
      console.say(`Run ${run.run} has begun: ${run.plan}.`);
      predictions.clear();
      show({ ...session.view, run });
      session.refresh(0);
    } catch (problem) {
      write(failed, problem.words);
    }
  }

  async function stop() {
    try {
      await session.api.delete('/load');
    } catch (problem) {
      console.say(problem.words);
    }
  }

  function show({ run, state }) {
    running = Boolean(run);
    start.disabled = running || state !== 'running';
    progress.hidden = !run;
    if (run) bar.show(run);
  }

  async function showResult(number) {
    try {
      card.replaceChildren(runCard(await session.api.get(`/runs/${number}`), console));
    } catch {
      // the next run shows
    }
  }

  function showLast() {
    const last = session.entries.findLast(({ event }) => event.type === 'run-finished');
    if (last) showResult(last.event.run);
    else card.replaceChildren(h('p', { class: 'dim' }, 'No load has run yet. The result of a run stands here: what was offered, what was served, how fast, and what you expected.'));
  }
}

function pick({ name, title, note }, checked) {
  return h('label', { class: 'profile' }, h('input', { type: 'radio', name: 'profile', value: name, checked }), h('span', {}, h('b', {}, title), ' ', h('span', { class: 'dim small' }, note)));
}

/** A load of one's own: rate, loop and the weight of each kind of traffic. */
function ownFields(traffic) {
  const rate = h('input', { name: 'ratePerSecond', type: 'number', min: '0.01', max: '1000000', step: 'any', value: '100' });
  const loop = h('select', { name: 'loop' }, h('option', { value: 'open' }, 'open: they come whether or not we answer'), h('option', { value: 'closed' }, 'closed: each waits for its answer'));
  const weights = traffic.map(({ name, meaning }, index) => ({ name, input: h('input', { type: 'number', min: '0', step: 'any', value: index === 0 ? '1' : '0', 'aria-label': `share of ${name}`, title: meaning }) }));
  return {
    element: h('div', { class: 'own' },
      h('label', { class: 'line' }, rate, ' calls a second, ', loop),
      h('details', {}, h('summary', {}, 'What is sent'), h('div', { class: 'mix' }, weights.map(({ name, input }) => h('label', {}, input, ' ', name))))),
    read() {
      const mix = Object.fromEntries(weights.filter(({ input }) => Number(input.value) > 0).map(({ name, input }) => [name, Number(input.value)]));
      return { ratePerSecond: Number(rate.value), loop: loop.value, ...(Object.keys(mix).length ? { mix } : {}) };
    },
  };
}

function progressBar(root, stop, acts) {
  const title = h('b', {});
  const meter = h('progress', { max: '1', 'aria-label': 'Progress of the run' });
  const words = h('span', { class: 'small' });
  root.append(h('p', {}, title), meter, h('p', { class: 'line' }, words, acts && h('button', { type: 'button', class: 'danger', onclick: stop }, 'Stop')));
  return {
    show({ run, profile, plan, progress, remainingSeconds, offered, served, failed }) {
      const lost = Object.values(failed).reduce((sum, each) => sum + each, 0);
      write(title, `Run ${run} · ${profile} · ${plan}`);
      meter.value = progress;
      write(words, `${Math.ceil(remainingSeconds)} s left · ${offered.toLocaleString('en-GB')} offered · ${served.toLocaleString('en-GB')} served · ${lost.toLocaleString('en-GB')} failed`);
    },
  };
}
