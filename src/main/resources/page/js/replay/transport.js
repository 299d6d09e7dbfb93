import { h, svg, write } from '../dom.js';
import { clock } from '../format.js';
import { SPEEDS } from './player.js';

const WIDTH = 1000;
const SHAPES = {
  lever: 'm0 2l6 6l-6 6l-6 -6z',
  fault: 'm0 2l6 11h-12z',
  run: 'm-6 4h12v8h-12z',
  question: 'm-4 8a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
  'follow-up': 'm-4 8a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
};

/**
 * Play and pause, speed, and the line to scrub along.
 *
 * @param {HTMLElement} root @param {import('./recording.js').Recording} recording @param {import('./player.js').Player} player
 */
export function mountTransport(root, recording, player) {
  const play = h('button', { type: 'button', class: 'primary play', onclick: () => player.toggle(), 'aria-keyshortcuts': 'Space' }, 'Play');
  const now = h('b', {}, clock(0));
  const told = h('p', { class: 'told' });
  const speed = h('select', { onchange: (event) => player.setSpeed(Number(event.target.value)) }, SPEEDS.map((each) => h('option', { value: each }, `${each}×`)));
  const range = h('input', { type: 'range', min: 0, max: Math.max(1, Math.ceil(recording.length)), step: 1, value: 0, 'aria-label': 'Moment', oninput: () => player.go(Number(range.value)) });
  root.append(
    h('div', { class: 'deck' },
      play,
      h('p', { class: 'now' }, now, h('span', {}, ` of ${clock(recording.length)}`)),
      h('label', {}, 'Speed', speed),
      h('button', { type: 'button', onclick: () => player.go(previous(recording, player.seconds)), 'aria-keyshortcuts': 'p' }, 'Previous'),
      h('button', { type: 'button', onclick: () => player.go(next(recording, player.seconds)), 'aria-keyshortcuts': 'n' }, 'Next'),
      told),
    h('div', { class: 'scrub' }, range, ticks(recording)),
    h('p', { class: 'dim small keys' }, h('kbd', {}, 'Space'), ' plays and pauses, ', h('kbd', {}, '←'), ' ', h('kbd', {}, '→'), ' a second (with Shift ten), ', h('kbd', {}, 'n'), ' ', h('kbd', {}, 'p'), ' the next and the previous event, ', h('kbd', {}, '+'), ' ', h('kbd', {}, '−'), ' the speed'));

  player.on((seconds) => {
    write(play, player.playing ? 'Pause' : 'Play');
    write(now, clock(seconds));
    speed.value = String(player.speed);
    range.value = String(Math.round(seconds));
    const mark = recording.marks.findLast((each) => each.seconds <= seconds);
    range.setAttribute('aria-valuetext', `${clock(seconds)}${mark ? `, after ${mark.kind}: ${mark.text.slice(0, 60)}` : ''}`);
    const words = mark ? [h('b', {}, `${clock(mark.seconds)} ${mark.kind}`), ` ${mark.text}`] : [];
    if (told.dataset.seq !== String(mark?.seq)) {
      told.dataset.seq = String(mark?.seq);
      told.replaceChildren(...words);
    }
  });
}

/** The moment of the next event after one. */
export function next(recording, seconds) {
  return recording.marks.find((mark) => mark.seconds > seconds)?.seconds ?? recording.length;
}

/** The moment of the last event before one. */
export function previous(recording, seconds) {
  return recording.marks.findLast((mark) => mark.seconds < seconds)?.seconds ?? 0;
}

/* Decoration: the same events stand in the list below, as words. */
function ticks(recording) {
  const picture = svg('svg', { viewBox: `0 0 ${WIDTH} 16`, preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' });
  const whole = Math.max(1, Math.ceil(recording.length)); // as the slider above counts
  picture.append(svg('line', { x1: 0, x2: WIDTH, y1: 8, y2: 8, 'vector-effect': 'non-scaling-stroke' }));
  for (const mark of recording.marks) {
    const shape = SHAPES[mark.kind];
    if (shape) picture.append(svg('path', { class: mark.kind === 'follow-up' ? 'question' : mark.kind, d: `M${((mark.seconds / whole) * WIDTH).toFixed(1)} 0${shape}` }));
  }
  return picture;
}
