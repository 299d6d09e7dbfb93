import { h } from '../dom.js';
import { KINDS, describe, grouped } from './marks.js';

const FINGER_PIXELS = 24;
const SHOWN = 2;

/** The time axis with its marks. It is a slider too: the arrow keys move the cursor of all charts. */
export class Lane {
  /** @param {{open: (marks: object[]) => void, move: (seconds: number | null) => void, step: (by: number) => void}} act */
  constructor(act) {
    this.act = act;
    this.range = { from: 0, to: 1 };
    this.slider = h('div', { class: 'slider', role: 'slider', tabindex: '0', 'aria-label': 'Moment shown in all charts', 'aria-keyshortcuts': 'ArrowLeft ArrowRight', onkeydown: (event) => this.#key(event), onblur: () => act.move(null) });
    this.at = h('span', { class: 'at', hidden: true });
    this.marks = h('div', { class: 'marks' });
    this.element = h('div', { class: 'lane' }, this.slider, this.marks, this.at);
    this.shape = '';
  }

  x(seconds) {
    return ((seconds - this.range.from) / (this.range.to - this.range.from)) * this.element.clientWidth;
  }

  /** The middle of a mark's button: all of it stays on the axis. */
  middle(seconds) {
    const edge = FINGER_PIXELS;
    return Math.min(Math.max(this.x(seconds), edge), Math.max(edge, this.element.clientWidth - edge));
  }

  draw(marks, range) {
    this.range = range;
    this.slider.setAttribute('aria-valuemin', String(Math.round(range.from)));
    this.slider.setAttribute('aria-valuemax', String(Math.round(range.to)));
    const groups = grouped(marks.filter((mark) => mark.at >= range.from), (at) => this.middle(at), FINGER_PIXELS);
    const shape = JSON.stringify([groups.map((group) => group.marks.map((mark) => mark.seq))]);
    if (shape !== this.shape) {
      this.shape = shape;
      this.buttons = groups.map(({ marks: inside }) => this.#button(inside));
      this.marks.replaceChildren(...this.buttons);
    }
    groups.forEach((group, index) => (this.buttons[index].style.left = `${group.x}px`));
    this.#spans(marks);
  }

  /** @param {number | null} seconds @param {string} spoken what all charts show there */
  cursor(seconds, spoken) {
    this.at.hidden = seconds === null;
    if (seconds !== null) this.at.style.left = `${this.x(seconds)}px`;
    if (document.activeElement === this.slider || !this.slider.hasAttribute('aria-valuetext')) {
      this.slider.setAttribute('aria-valuenow', String(Math.round(seconds ?? this.range.to)));
      this.slider.setAttribute('aria-valuetext', spoken);
    }
  }

  #button(marks) {
    const signs = [...new Set(marks.map(({ kind }) => KINDS[kind].sign))].slice(0, SHOWN).join('');
    const words = describe(marks);
    return h('button', { type: 'button', class: marks[0].kind, title: words, 'aria-label': words, onclick: () => this.act.open(marks), onpointerenter: () => this.act.move(marks[0].at), onpointerleave: () => this.act.move(null) }, marks.length > 1 ? `${signs}${marks.length}` : signs);
  }

  #spans(marks) {
    this.element.querySelectorAll('.span').forEach((span) => span.remove());
    for (const mark of marks.filter(({ kind }) => kind === 'run')) {
      const span = h('span', { class: 'span' });
      const from = Math.max(0, this.x(mark.at));
      span.style.left = `${from}px`;
      span.style.width = `${Math.max(2, this.x(mark.until ?? this.range.to) - from)}px`;
      this.element.append(span);
    }
  }

  #key(event) {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -60, PageUp: 60, Home: -1e6, End: 1e6 }[event.key];
    if (!by) return;
    event.preventDefault();
    this.act.step(event.shiftKey ? by * 10 : by);
  }
}
