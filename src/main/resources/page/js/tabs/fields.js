import { h } from '../dom.js';

let forms = 0;

/**
 * One field for each thing that an action or an instrument is told.
 *
 * @param {object[]} parameters as the API lists them
 * @param {{subject: string, irreversible?: string}} of whose they are, and what of it cannot be undone
 * @returns {{elements: HTMLElement[], values: () => Record<string, string>}} `values` has what was given, in no field nothing
 */
export function fields(parameters, { subject, irreversible }) {
  const form = `told-${++forms}`;
  const all = parameters.map((each) => field(each, `${form}-${each.name}`));
  const meant = irreversible && h('input', { type: 'checkbox', required: true, id: `${form}-confirm` });
  return {
    elements: [
      ...all.map((each) => each.element),
      ...(meant ? [h('p', { class: 'meant' }, meant, ' ', h('label', { for: meant.id }, `I want to ${subject}, although it cannot be undone: ${irreversible}`))] : []),
    ],
    values: () => ({
      ...Object.fromEntries(all.map(({ name, value }) => [name, value()]).filter(([, value]) => value !== '')),
      ...(meant?.checked && { confirm: 'yes' }),
    }),
  };
}

function field(each, id) {
  const input = { choice, switch: choice, number, text }[each.type](each, id);
  const range = each.type === 'number' ? each.allowed[0] : '';
  return {
    name: each.name,
    value: () => input.value.trim(),
    element: h('p', { class: 'field' }, h('label', { for: id }, each.name), ' ', input, ' ',
      h('span', { class: 'dim', id: `${id}-meaning` }, [each.meaning, range, !each.required && each.initial === '' && 'may be empty'].filter(Boolean).join(', '))),
  };
}

function choice({ allowed, initial, required }, id) {
  const options = allowed.map((value) => h('option', { value, selected: value === initial }, value));
  return h('select', { id, required, 'aria-describedby': `${id}-meaning` }, required && h('option', { value: '' }, 'choose…'), options);
}

function number({ min, max, initial, required }, id) {
  return h('input', { type: 'number', id, min, max, step: 1, value: initial ?? '', required, 'aria-describedby': `${id}-meaning` });
}

function text({ max, initial, required }, id) {
  return h('input', { id, maxlength: max, value: initial ?? '', required, autocomplete: 'off', 'aria-describedby': `${id}-meaning` });
}
