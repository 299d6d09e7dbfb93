import { h } from '../dom.js';

/** What a tab shows where there is nothing yet. */
export function empty(...words) {
  return h('p', { class: 'empty' }, ...words);
}

/** What the server said no with. @param {import('../api.js').Problem} problem */
export function refusal(problem) {
  const told = problem.errors ?? [];
  return h('div', { class: 'refused', role: 'alert' },
    h('p', {}, problem.message),
    told.length > 0 && h('ul', {}, told.map((each) => h('li', {}, h('code', {}, each.field), ` expected ${each.expected}`, each.got && `, got ${each.got}`))));
}

/** A reason in a few letters; what failed is told by the sign as well as by the colour. */
export function why(reason) {
  return reason ? h('span', { class: 'why' }, `✖ ${reason}`) : null;
}

/**
 * Puts a text on the clipboard, and says so on the button.
 * @param {() => string} text
 */
export function copyButton(text, words = 'Copy') {
  const button = h('button', {
    type: 'button',
    class: 'quiet',
    onclick: async () => {
      try {
        await navigator.clipboard.writeText(text());
        button.textContent = 'Copied';
      } catch {
        button.textContent = 'Not allowed by the browser';
      }
      setTimeout(() => (button.textContent = words), 1_500);
    },
  }, words);
  return button;
}

/** A table whose wide content scrolls by itself. */
export function table(label, head, rows) {
  return h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label },
    h('table', {}, h('thead', {}, h('tr', {}, head.map((each) => h('th', { scope: 'col', class: each.figure && 'figure' }, each.title ?? each)))), h('tbody', {}, rows)));
}

/** Runs `work`; while it goes on the button waits, and what goes wrong is shown in `place`. */
export async function attempt(button, place, work) {
  if (button) button.disabled = true;
  try {
    await work();
  } catch (problem) {
    place.replaceChildren(refusal(problem));
  } finally {
    if (button) button.disabled = false;
  }
}
