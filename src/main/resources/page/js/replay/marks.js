import { h } from '../dom.js';
import { clock } from '../format.js';

/**
 * Everything that happened, as a list to jump from.
 *
 * @param {HTMLElement} list @param {import('./recording.js').Recording} recording @param {import('./player.js').Player} player
 */
export function mountMarks(list, recording, player) {
  const buttons = recording.marks.map((mark) => h('button', { type: 'button', title: mark.text, onclick: () => player.go(mark.seconds) },
    h('time', {}, clock(mark.seconds)), h('span', { class: 'kind' }, mark.kind), h('span', { class: 'text' }, mark.text)));
  list.replaceChildren(...buttons.map((button) => h('li', {}, button)));
  let shown;
  player.on((seconds) => {
    const at = recording.marks.findLastIndex((mark) => mark.seconds <= seconds);
    if (buttons[at] === shown) return;
    shown?.removeAttribute('aria-current');
    shown = buttons[at];
    shown?.setAttribute('aria-current', 'true');
    if (shown && !list.contains(document.activeElement)) list.scrollTop = shown.offsetTop - list.offsetTop - list.clientHeight / 2;
  });
}
