import { h } from './dom.js';

const SHOWN_MILLIS = 6_000;

/** Tells the reader something in passing; a screen reader says it aloud. */
export function say(text) {
  const toast = document.getElementById('toast');
  const words = h('p', {}, text);
  toast.replaceChildren(words);
  setTimeout(() => words.remove(), SHOWN_MILLIS);
}
