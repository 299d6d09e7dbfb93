import { mark, svg, write } from './dom.js';
import { count, share, short } from './format.js';

const ERRORS_STRAIN = 0.001;
const ERRORS_FAIL = 0.01;
const SMALLEST_PIXELS = 9.5;
const WORDS = { '': 'well', strained: 'under strain', failing: 'failing' };

/**
 * Fills the picture that the server laid out with the figures of each second, and draws the wires between the parts.
 *
 * @param {import('./console.js').Console} console
 */
export function mountTopology({ session }) {
  const root = document.getElementById('topology');
  const parts = [...root.querySelectorAll('.part')].map((element) => ({ element, name: element.dataset.part, hops: hopsOf(element) }));
  parts.filter((part) => part.hops.length > 1).forEach((part) => part.element.classList.add('many'));
  const wires = new Wires(root, parts);
  const show = (readings) => {
    if (!readings) return;
    for (const part of parts) showPart(part, readings.numbers, readings.recent, wires);
  };
  show(session.readings);
  session.on('second', ({ event }) => show(event.readings));
  const fit = () => {
    shrink(root);
    wires.lay();
  };
  session.on('second', () => {
    if (root.scrollWidth > root.clientWidth) fit();
  });
  new ResizeObserver(fit).observe(root);
  for (const part of parts) new ResizeObserver(() => wires.lay()).observe(part.element);
}

/* The figures have the room that the window leaves; where that is not enough, all of them become smaller together. */
function shrink(root) {
  root.style.removeProperty('--scale');
  const columns = root.querySelector('.columns');
  let size = Number.parseFloat(getComputedStyle(columns).fontSize);
  while (root.scrollWidth > root.clientWidth && size > SMALLEST_PIXELS) {
    size -= 0.25;
    root.style.setProperty('--scale', `${size}px`);
  }
}

function hopsOf(element) {
  return [...element.querySelectorAll('.hop')].map((hop) => ({
    name: hop.dataset.hop,
    rate: hop.querySelector('.rate'),
    p99: hop.querySelector('.p99'),
    err: hop.querySelector('.err'),
  }));
}

/* A rate is the last second's; whether something is wrong is judged over the last five, or the picture would flicker. */
function showPart(part, now, recent, wires) {
  let worst = showPool(part, now);
  let busy = false;
  for (const hop of part.hops) {
    const rate = now[`rate/${hop.name}`] ?? 0;
    const failed = recent[`errorShare/${hop.name}`] ?? 0;
    busy ||= rate > 0;
    write(hop.rate, `${short(rate)}/s`);
    write(hop.p99, rate > 0 ? briefly(now[`p99/${hop.name}`]) : '');
    write(hop.err, failed >= ERRORS_STRAIN ? `✖ ${share(failed)}` : '');
    const trouble = failed >= ERRORS_FAIL ? 'failing' : failed >= ERRORS_STRAIN ? 'strained' : '';
    wires.colour(hop.name, trouble || (rate > 0 ? '' : 'idle'));
    worst = graver(worst, trouble);
  }
  mark(part.element, 'data-trouble', worst);
  mark(part.element, 'data-idle', part.hops.length && !busy ? 'true' : '');
  write(part.element.querySelector('.state'), WORDS[worst]);
}

function showPool(part, now) {
  const pool = part.element.querySelector('.pool');
  if (!pool) return '';
  const size = now[`size/${part.name}`];
  const inUse = now[`inUse/${part.name}`] ?? 0;
  const waiting = now[`waiting/${part.name}`] ?? 0;
  if (size === undefined) return '';
  write(pool, `${count(inUse)}/${count(size)}${waiting > 0 ? ` +${short(waiting)}` : ''}`);
  pool.classList.toggle('full', inUse >= size);
  return waiting > 0 ? 'strained' : '';
}

/** A latency in the room that a hop has. */
function briefly(millis) {
  if (millis === undefined) return '';
  return millis >= 1000 ? `${short(millis / 1000)} s` : `${short(millis)} ms`;
}

function graver(one, other) {
  const order = ['', 'strained', 'failing'];
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
}

/** The wires: one curve per hop, from the right side of the caller to the left side of the called. */
class Wires {
  constructor(root, parts) {
    this.canvas = root.querySelector('.wires');
    this.root = root;
    this.elements = new Map(parts.map((part) => [part.name, part.element]));
    this.paths = new Map();
    for (const hop of parts.flatMap((part) => part.hops)) {
      const path = svg('path', { class: 'idle' });
      this.paths.set(hop.name, path);
      this.canvas.append(path);
    }
  }

  colour(hop, state) {
    const path = this.paths.get(hop);
    if (path.getAttribute('class') !== state) path.setAttribute('class', state);
  }

  lay() {
    const origin = this.root.getBoundingClientRect();
    for (const [hop, path] of this.paths) {
      const [from, to] = hop.split('>').map((name) => this.elements.get(name)?.getBoundingClientRect());
      if (from && to) path.setAttribute('d', curve(from, to, origin));
    }
  }
}

function curve(from, to, origin) {
  const y1 = from.top + from.height / 2 - origin.top;
  const y2 = to.top + to.height / 2 - origin.top;
  if (to.left < from.right) {
    const x = Math.min(from.left, to.left) - origin.left; // the same column: a bow on its left
    return `M${x} ${y1} C${x - 18} ${y1} ${x - 18} ${y2} ${x} ${y2}`;
  }
  const x1 = from.right - origin.left;
  const x2 = to.left - origin.left;
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}
