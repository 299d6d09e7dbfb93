import { clock } from '../format.js';
import { scale, timeTicks } from './scale.js';

const GAP_SECONDS = 3.5;
const BOTTOM = 15;
const TOP = 6;
const DASHES = [[], [6, 3], [2, 2], [8, 2, 2, 2], [4, 4], [1, 3]];

/**
 * One chart on two canvases: the lines below, drawn once a second, and the cursor above, which moves with the pointer
 * without touching the lines. However long the series, a line costs two points per column of pixels.
 */
export class Plot {
  /** @param {HTMLElement} frame that it fills @param {import('../series.js').Series} series @param {{log?: boolean, unit: (value: number) => string}} look */
  constructor(frame, series, look) {
    this.series = series;
    this.look = look;
    this.lines = [];
    this.range = { from: 0, to: 60 };
    this.frame = frame;
    this.base = frame.appendChild(document.createElement('canvas'));
    this.over = frame.appendChild(document.createElement('canvas'));
    this.base.setAttribute('aria-hidden', 'true');
    this.over.setAttribute('aria-hidden', 'true');
  }

  /** @param {{key: string, colour: string, dash: number, level?: boolean}[]} lines */
  draw(lines, range, bands, colours) {
    this.lines = lines;
    this.range = range;
    this.colours = colours;
    const pen = this.#fresh(this.base);
    this.axis = this.#axis();
    this.#bands(pen, bands);
    if (lines.length) this.#grid(pen);
    for (const line of lines) this.#line(pen, line);
  }

  /** Where a moment is, in pixels from the left. */
  x(seconds) {
    const { from, to } = this.range;
    return ((seconds - from) / (to - from)) * this.width;
  }

  y(value) {
    return TOP + (1 - Math.min(1, Math.max(0, this.axis.share(value)))) * (this.height - TOP - BOTTOM);
  }

  /** Draws the cursor at a second, or takes it away. @param {number} index of the series, or -1 */
  cursor(index) {
    const pen = this.#fresh(this.over);
    if (index < 0 || !this.axis) return;
    const x = this.x(this.series.times[index]);
    pen.strokeStyle = this.colours.ink;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(Math.round(x) + 0.5, 0);
    pen.lineTo(Math.round(x) + 0.5, this.height - BOTTOM);
    pen.stroke();
    for (const { key, colour } of this.lines) {
      const value = this.series.at(key, index);
      if (Number.isNaN(value)) continue;
      pen.fillStyle = colour;
      pen.beginPath();
      pen.arc(x, this.y(value), 3, 0, 2 * Math.PI);
      pen.fill();
    }
  }

  #fresh(canvas) {
    const ratio = window.devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = this.frame;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    this.width = width;
    this.height = height;
    const pen = canvas.getContext('2d');
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    return pen;
  }

  #axis() {
    let most = 0;
    let least = Infinity;
    this.#each((value) => {
      if (value > most) most = value;
      if (value > 0 && value < least) least = value;
    });
    return scale(most, this.look.log ?? false, least);
  }

  #each(visit) {
    const from = Math.max(0, this.series.after(this.range.from) - 1);
    for (const { key } of this.lines) {
      const column = this.series.columns.get(key);
      if (!column) continue;
      for (let index = from; index < this.series.size; index += 1) {
        if (!Number.isNaN(column[index])) visit(column[index]);
      }
    }
  }

  #bands(pen, bands) {
    pen.fillStyle = this.colours.band;
    pen.globalAlpha = 0.55;
    for (const { from, to } of bands.runs) pen.fillRect(this.x(from), 0, Math.max(1, this.x(to) - this.x(from)), this.height - BOTTOM);
    pen.globalAlpha = 1;
    pen.strokeStyle = this.colours.quiet;
    pen.setLineDash([2, 3]);
    for (const at of bands.moments) this.#upright(pen, this.x(at));
    pen.setLineDash([]);
  }

  #upright(pen, x) {
    pen.beginPath();
    pen.moveTo(Math.round(x) + 0.5, 0);
    pen.lineTo(Math.round(x) + 0.5, this.height - BOTTOM);
    pen.stroke();
  }

  #grid(pen) {
    const { font, quiet, line } = this.colours;
    pen.font = font;
    pen.fillStyle = quiet;
    pen.strokeStyle = line;
    pen.lineWidth = 1;
    pen.textBaseline = 'bottom';
    for (const tick of [0, ...this.axis.ticks]) {
      const y = Math.round(tick === 0 ? this.height - BOTTOM : this.y(tick)) + 0.5;
      pen.beginPath();
      pen.moveTo(0, y);
      pen.lineTo(this.width, y);
      pen.stroke();
    }
    const ticks = timeTicks(this.range.from, this.range.to, Math.max(2, Math.floor(this.width / 60)));
    pen.textAlign = 'center';
    for (const at of ticks) {
      const x = this.x(at);
      if (x > 16 && x < this.width - 16) pen.fillText(clock(at), x, this.height);
    }
  }

  /** The labels of the values, above the lines so that they stay readable. */
  labels() {
    if (!this.lines.length) return;
    const pen = this.base.getContext('2d');
    pen.font = this.colours.font;
    pen.textAlign = 'left';
    pen.textBaseline = 'top';
    for (const tick of this.axis.ticks) {
      const y = this.y(tick) + 1;
      const text = this.look.unit(tick);
      pen.fillStyle = this.colours.pane;
      pen.globalAlpha = 0.75;
      pen.fillRect(0, y, pen.measureText(text).width + 4, 12);
      pen.globalAlpha = 1;
      pen.fillStyle = this.colours.quiet;
      pen.fillText(text, 2, y);
    }
  }

  #line(pen, { key, colour, dash, width }) {
    const column = this.series.columns.get(key);
    if (!column) return;
    pen.strokeStyle = colour;
    pen.lineWidth = width ?? 1.5;
    pen.setLineDash(DASHES[dash % DASHES.length]);
    pen.lineJoin = 'round';
    pen.beginPath();
    const from = Math.max(0, this.series.after(this.range.from) - 1);
    if (this.series.size - from > 2 * this.width) this.#dense(pen, column, from);
    else this.#sparse(pen, column, from);
    pen.stroke();
    pen.setLineDash([]);
  }

  #sparse(pen, column, from) {
    const { times, size } = this.series;
    let before = Number.NEGATIVE_INFINITY;
    for (let index = from; index < size; index += 1) {
      if (Number.isNaN(column[index])) {
        before = Number.NEGATIVE_INFINITY;
        continue;
      }
      const x = this.x(times[index]);
      const y = this.y(column[index]);
      if (times[index] - before > GAP_SECONDS) {
        pen.moveTo(x - 0.5, y);
        pen.lineTo(x, y); // a second that stands alone is still seen
      } else {
        pen.lineTo(x, y);
      }
      before = times[index];
    }
  }

  /** The lowest and the highest value of each column of pixels: no peak is lost, and nothing else is drawn. */
  #dense(pen, column, from) {
    const { times, size } = this.series;
    let index = from;
    let drawing = false;
    while (index < size) {
      const x = Math.floor(this.x(times[index]));
      let low = Infinity;
      let high = Number.NEGATIVE_INFINITY;
      for (; index < size && Math.floor(this.x(times[index])) === x; index += 1) {
        const value = column[index];
        if (value < low) low = value;
        if (value > high) high = value;
      }
      if (low > high) {
        drawing = false;
        continue;
      }
      if (drawing) pen.lineTo(x, this.y(low));
      else pen.moveTo(x, this.y(low));
      pen.lineTo(x, this.y(high));
      drawing = true;
    }
  }
}
