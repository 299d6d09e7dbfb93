import { h, write } from '../dom.js';
import { clock } from '../format.js';

/**
 * The levers, whatever the blueprint declares: each by its type, with what it decides and what it takes. Changes are
 * gathered, given one reason, and applied together.
 *
 * @param {HTMLElement} panel @param {import('../console.js').Console} console
 */
export function mount(panel, console) {
  const { session, acts } = console;
  const wanted = new Map();
  const rows = session.levers.map((lever) => row(lever, acts, (value) => want(lever.name, value)));
  const changes = h('p', { class: 'changes', 'aria-live': 'polite' });
  const reason = h('input', { name: 'reason', class: 'reason', placeholder: 'Why? It counts as evidence.', 'aria-label': 'Reason for the change', maxlength: '2000', autocomplete: 'off' });
  const apply = h('button', { class: 'primary', disabled: true }, 'Apply');
  const discard = h('button', { type: 'button', onclick: () => { wanted.clear(); show(); } }, 'Discard');
  const undo = h('button', { type: 'button', title: 'Sets back what was changed last', onclick: back }, 'Undo last change');
  const failed = h('p', { class: 'failed bad', role: 'alert' });
  const past = h('ol', { class: 'past' });
  panel.append(h('form', { class: 'levers', onsubmit: submit },
    acts && h('div', { class: 'apply' }, changes, reason, apply, discard, undo, failed),
    h('div', { class: 'lever-grid' }, rows.map((each) => each.element)),
    h('details', {}, h('summary', {}, 'What was changed so far'), past)));
  show();
  session.on('levers', show);
  session.on('entry', ({ event }) => event.type === 'levers-changed' && showPast());
  showPast();

  function want(name, value) {
    if (value === session.levers.find((lever) => lever.name === name).value) wanted.delete(name);
    else wanted.set(name, value);
    show();
  }

  function show() {
    for (const each of rows) {
      const lever = session.levers.find(({ name }) => name === each.name);
      each.show(lever, wanted.get(each.name));
    }
    write(changes, wanted.size ? [...wanted].map(([name, value]) => `${name}: ${session.levers.find((lever) => lever.name === name).value} → ${value}`).join(', ') : 'Nothing is changed.');
    apply.disabled = discard.disabled = wanted.size === 0;
    undo.disabled = !lastChange();
  }

  async function submit(event) {
    event.preventDefault();
    if (wanted.size) await send(Object.fromEntries(wanted), reason.value.trim());
  }

  async function send(values, why) {
    write(failed, '');
    try {
      const { levers } = await session.api.patch('/levers', why ? { values, reason: why } : { values });
      wanted.clear();
      reason.value = '';
      session.levers = levers;
      show();
      console.say(`Changed: ${Object.entries(values).map(([name, value]) => `${name} = ${value}`).join(', ')}`);
    } catch (problem) {
      write(failed, problem.words);
    }
  }

  function lastChange() {
    return session.entries.findLast(({ event }) => event.type === 'levers-changed' || event.type === 'system-reset');
  }

  function back() {
    const last = lastChange();
    if (last?.event.from) send(last.event.from, `back to what it was before ${clock(last.elapsedSeconds)}`);
  }

  function showPast() {
    const done = session.entries.filter(({ event }) => event.type === 'levers-changed').reverse();
    past.replaceChildren(...(done.length ? done.map(change) : [h('li', { class: 'dim' }, 'Nothing yet.')]));
    undo.disabled = !lastChange()?.event.from;
  }
}

function change({ elapsedSeconds, event }) {
  return h('li', {}, h('span', { class: 'dim' }, clock(elapsedSeconds)), ' ',
    Object.entries(event.to).map(([name, value]) => `${name} ${event.from[name]} → ${value}`).join(', '),
    event.reason && h('span', { class: 'dim' }, ` because ${event.reason}`));
}

/** One lever. @returns {{name: string, element: HTMLElement, show: (lever: object, wanted?: string) => void}} */
function row(lever, acts, change) {
  const field = { choice, switch: choice, number }[lever.type](lever, acts, change);
  const note = h('span', { class: 'note' });
  const element = h('fieldset', { class: 'lever', data: { lever: lever.name }, 'aria-describedby': `meaning-${lever.name}` },
    h('legend', {}, lever.name, ' ', note), field.element, h('p', { class: 'meaning', id: `meaning-${lever.name}` }, lever.meaning));
  return {
    name: lever.name,
    element,
    show(now, wanted) {
      field.show(wanted ?? now.value);
      element.classList.toggle('wanted', wanted !== undefined);
      write(note, wanted !== undefined ? `was ${now.value}` : now.value === now.initial ? '' : `began as ${now.initial}`);
    },
  };
}

function choice({ name, allowed }, acts, change) {
  const radios = allowed.map((value) => h('input', { type: 'radio', name: `lever-${name}`, value, disabled: !acts, onchange: () => change(value) }));
  return {
    element: h('div', { class: 'values' }, radios.map((radio) => h('label', {}, radio, ' ', radio.value))),
    show: (value) => radios.forEach((radio) => (radio.checked = radio.value === value)),
  };
}

function number({ name, allowed }, acts, change) {
  const [, least, most, unit] = /^(-?\d+)\.\.(-?\d+) ?(.*)$/.exec(allowed[0]) ?? [];
  const input = h('input', { type: 'number', name: `lever-${name}`, min: least, max: most, step: 1, disabled: !acts, 'aria-label': `${name}${unit ? `, in ${unit}` : ''}`, oninput: () => input.value !== '' && change(String(Number(input.value))) });
  return {
    element: h('div', { class: 'values' }, input, ' ', h('span', { class: 'dim' }, `${unit} (${allowed[0].replace(` ${unit}`, '')})`)),
    show: (value) => {
      if (document.activeElement !== input || Number(input.value) !== Number(value)) input.value = value;
    },
  };
}
