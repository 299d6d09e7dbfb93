import { h } from '../dom.js';

/** @param {HTMLElement} panel @param {import('../console.js').Console} console */
export function mount(panel, { session }) {
  panel.append(h('p', {}, `${session.levers.length} levers`));
}
