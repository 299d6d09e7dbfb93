const LOG_FLOOR = 0.01;

/**
 * From values to heights: linear from zero, or by powers of ten. The top is a round number, so that the axis does not
 * move with every second.
 *
 * @param {number} most the largest value shown @param {boolean} log @param {number} least the smallest value above zero
 */
export function scale(most, log, least = LOG_FLOOR) {
  return log ? logarithmic(most, least) : linear(most);
}

function linear(most) {
  const top = round(most > 0 ? most : 1);
  return { top, share: (value) => value / top, ticks: [top / 2, top] };
}

function logarithmic(most, least) {
  const low = Math.floor(Math.log10(Math.max(LOG_FLOOR, Math.min(least, most / 10))));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(LOG_FLOOR * 10, most))));
  const ticks = [];
  const step = high - low > 3 ? 2 : 1;
  for (let power = high; power > low; power -= step) ticks.unshift(10 ** power);
  return { top: 10 ** high, share: (value) => (Math.log10(Math.max(value, 10 ** low)) - low) / (high - low), ticks };
}

/** The next of 1, 2, 4, 5, 8 and ten times those. */
function round(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  const first = [1, 2, 4, 5, 8, 10].find((each) => each * power >= value * 1.02) ?? 20;
  return first * power;
}

/** Moments at which a time axis is labelled. */
export function timeTicks(from, to, most) {
  const step = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800].find((each) => (to - from) / each <= most) ?? 3600;
  const ticks = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push(at);
  return ticks;
}
