import { h } from '../dom.js';

const JUST_SECONDS = 3;

/**
 * The design as it stood at the moment.
 *
 * @param {HTMLElement} list @param {import('./recording.js').Recording} recording @param {import('./player.js').Player} player
 */
export function mountLevers(list, recording, player) {
  const initial = Object.fromEntries(recording.scenario.levers.map(({ name, initial: value }) => [name, value]));
  let shown = '';
  player.on((seconds) => {
    const { values, just } = fold(recording, initial, seconds);
    const text = JSON.stringify([values, just]);
    if (text === shown) return;
    shown = text;
    list.replaceChildren(...Object.entries(values).map(([name, value]) => h('li', { data: { ...(value !== initial[name] && { changed: 'true' }), ...(just.includes(name) && { just: 'true' }) } },
      h('span', {}, name), h('b', {}, value))));
  });
}

function fold(recording, initial, seconds) {
  let values = { ...initial };
  let just = [];
  for (const { elapsedSeconds, event } of recording.entries) {
    if (elapsedSeconds > seconds) break;
    if (event.type === 'system-reset') values = { ...initial };
    if (event.type !== 'levers-changed') continue;
    Object.assign(values, event.to);
    if (seconds - elapsedSeconds < JUST_SECONDS) just = Object.keys(event.to);
  }
  return { values, just };
}
