import { h } from '../dom.js';
import { fields } from './fields.js';
import { attempt, empty } from './parts.js';

/** What may be broken on purpose, and what the person on call can do. @param {HTMLElement} panel @param {import('../console.js').Console} console */
export function mount(panel, console) {
  const { session, acts, leads, say } = console;
  const faults = h('ul', { class: 'faults' });
  const actions = h('ul', { class: 'faults' });
  const notice = h('div', {});
  const sections = [h('section', { 'aria-label': 'Faults' }, h('h3', {}, 'Faults'), faults), h('section', { class: 'double', 'aria-label': 'Actions' }, h('h3', {}, 'Actions'), actions)];
  panel.append(notice, h('div', { class: 'pair thirds' }, session.scenario.faults.length || leads ? sections : sections.reverse()));

  function read() {
    return attempt(null, notice, async () => {
      const [broken, possible] = await Promise.all([session.api.get('/faults'), session.api.get('/actions')]);
      notice.replaceChildren();
      faults.replaceChildren(...(broken.faults.length ? broken.faults.map(fault) : [h('li', {}, empty('In this scenario you break nothing yourself; something may break all the same.'))]));
      actions.replaceChildren(...(possible.actions.length ? possible.actions.map(action) : [h('li', {}, empty('This system has no operations besides its levers.'))]));
    });
  }

  function fault(each) {
    const steady = each.min === each.max;
    const intensity = h('input', { type: 'number', class: 'short', min: each.min, max: each.max, step: 'any', value: each.intensity, 'aria-label': `Intensity of ${each.name}${each.unit ? ` in ${each.unit}` : ''}` });
    const button = h('button', { type: 'button', class: each.active ? '' : 'danger', onclick: () => (each.active ? stop(each, button) : start(each, button, Number(intensity.value), false)) }, each.active ? 'Stop it' : 'Break it');
    button.disabled = !acts;
    return h('li', { data: { ...(each.active && { active: 'true' }) } },
      h('p', {}, h('b', {}, each.name), ' ', h('span', { class: 'dim' }, each.where), each.active && h('span', { class: 'why' }, '▲ in force')),
      h('p', {}, each.meaning),
      h('p', { class: 'deeds' }, !steady && !each.active && [intensity, ' ', h('span', { class: 'dim' }, `${each.unit} (${each.min} to ${each.max})`), ' '], button,
        leads && !each.active && h('button', { type: 'button', class: 'quiet', onclick: (event) => start(each, event.target, Number(intensity.value), true) }, 'Without waiting for a healthy baseline')));
  }

  function start({ name, min, max }, button, intensity, force) {
    return attempt(button, notice, async () => {
      await session.api.post('/faults', { fault: name, ...(min !== max && { intensity }), ...(force && { force }) });
      say(`${name} is in force.`);
      await read();
    });
  }

  function stop({ name }, button) {
    return attempt(button, notice, async () => {
      await session.api.delete(`/faults/${encodeURIComponent(name)}`);
      say(`${name} is gone.`);
      await read();
    });
  }

  function action(each) {
    const outcome = h('p', { class: 'dim', role: 'status' });
    const told = fields(each.parameters, { subject: each.name, irreversible: each.irreversible });
    const button = h('button', { class: each.irreversible && 'danger' }, 'Do it');
    button.disabled = !acts;
    return h('li', { data: { action: each.name } },
      h('p', {}, h('b', {}, each.name), each.takesSeconds > 0 && h('span', { class: 'dim' }, ` takes ${each.takesSeconds} s`)),
      h('p', {}, each.meaning),
      h('form', { class: 'told', onsubmit: (event) => { event.preventDefault(); take(each, told.values(), button, outcome); } }, told.elements, h('p', { class: 'deeds' }, button)),
      outcome);
  }

  function take({ name }, values, button, outcome) {
    return attempt(button, outcome, async () => {
      outcome.textContent = 'At work…';
      outcome.textContent = (await session.api.post('/actions', { action: name, arguments: values })).outcome;
    });
  }

  /* What takes time tells its outcome when that is over. */
  session.on('entry', ({ event }) => {
    if (event.type !== 'action-taken' && event.type !== 'action-failed') return;
    const outcome = actions.querySelector(`[data-action="${CSS.escape(event.action)}"] [role="status"]`);
    if (outcome) outcome.textContent = event.outcome ?? `It failed: ${event.why}`;
  });
  session.on('entry', ({ event }) => ['fault-started', 'fault-stopped', 'system-reset'].includes(event.type) && !panel.hidden && read());
  return { show: () => read() };
}
