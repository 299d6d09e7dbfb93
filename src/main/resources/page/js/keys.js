import { h } from './dom.js';
import { open } from './dialog.js';

const SHEET = [
  ['/', 'to the answer'],
  ['r', 'to the load: run it'],
  ['1 – 9', 'tabs'],
  ['h', 'ask for a hint'],
  ['← →', 'in the charts: a second back or on; with Shift ten'],
  ['Esc', 'out of the answer, or close what is open'],
  ['Ctrl Enter', 'send what is typed'],
  ['?', 'this sheet'],
];

/** Keyboard shortcuts. None works while something is typed or a dialog is open. @param {import('./console.js').Console} console */
export function mountKeys({ tabs }) {
  const help = () => {
    if (!document.querySelector('dialog[open]')) open('Keys', h('dl', { class: 'keys' }, SHEET.map(([key, what]) => h('div', {}, h('dt', {}, h('kbd', {}, key)), h('dd', {}, what)))));
  };
  document.addEventListener('help', help);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && isTyping(event.target)) event.target.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    const act = actFor(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  });

  function actFor(key) {
    if (key >= '1' && key <= '9') return () => tabs.at(Number(key) - 1);
    return {
      '?': help,
      '/': () => document.querySelector('#question textarea, #question input')?.focus(),
      h: () => document.getElementById('hint')?.click(),
      r: () => tabs.show('load', 'focus'),
    }[key];
  }
}

function isTyping(element) {
  return element instanceof HTMLElement && (element.isContentEditable || element.matches('input:not([type=radio]):not([type=checkbox]), textarea, select'));
}
