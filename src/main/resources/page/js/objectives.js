import { h } from './dom.js';
import { amount } from './format.js';

/** The objectives, met or not, as measured just now. @param {import('./console.js').Console} console */
export function mountObjectives({ session }) {
  const list = document.getElementById('objectives');
  let shown = '';
  const show = ({ objectives }) => {
    const text = JSON.stringify(objectives);
    if (text === shown) return;
    shown = text;
    list.replaceChildren(...objectives.map(item));
  };
  show(session.view);
  session.on('view', show);
}

function item({ name, text, unit, target, measured, met }) {
  const known = measured !== null && measured !== undefined;
  return h('li', { title: text, data: { objective: name, met: known ? String(met) : 'unknown' } },
    h('span', { class: 'unseen' }, `${text}: `),
    h('span', { 'aria-hidden': 'true' }, name.replaceAll('-', ' '), ' ', h('span', { class: 'target' }, [target, unit].filter(Boolean).join(' '))),
    h('b', { class: 'measured' }, known ? amount(measured, unit) : '–'),
    h('span', { class: 'verdict' }, h('span', { class: 'word' }, known ? (met ? 'met' : 'not met') : 'not yet')));
}
