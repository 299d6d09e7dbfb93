import { h, write } from './dom.js';

const root = document.documentElement;

function keep(name, value) {
  try {
    localStorage.setItem(`hotseat.${name}`, value);
  } catch {
    // storage is closed: the choice holds for this page
  }
}

function changed() {
  document.dispatchEvent(new CustomEvent('looks'));
}

/** Changes between light and dark. Until it is used the system's preference holds. */
export function themeButton() {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const now = () => root.dataset.theme ?? (dark.matches ? 'dark' : 'light');
  const button = h('button', { type: 'button' }, '');
  const show = () => write(button, now() === 'dark' ? 'Light' : 'Dark');
  button.addEventListener('click', () => {
    root.dataset.theme = now() === 'dark' ? 'light' : 'dark';
    keep('theme', root.dataset.theme);
    show();
    changed();
  });
  dark.addEventListener('change', () => {
    show();
    changed();
  });
  show();
  return button;
}

/** Calm mode: nothing moves, and the clock shows minutes only. */
export function calmButton() {
  const button = h('button', { type: 'button', title: 'Nothing moves by itself, and the clock counts in minutes' }, 'Calm');
  const show = () => button.setAttribute('aria-pressed', String(root.dataset.calm === 'on'));
  button.addEventListener('click', () => {
    if (root.dataset.calm === 'on') delete root.dataset.calm;
    else root.dataset.calm = 'on';
    keep('calm', root.dataset.calm ?? 'off');
    show();
    changed();
  });
  show();
  return button;
}

/** Whether the reader wants it calm. */
export function calm() {
  return root.dataset.calm === 'on';
}
