/** Numbers with their units, written as in the terminal: three digits that matter, then the unit. */

const NONE = '–';
const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** Milliseconds: `0.42 ms`, `18 ms`, `1.84 s`. */
export function millis(value) {
  if (!Number.isFinite(value)) return NONE;
  return Math.abs(value) >= 1000 ? `${significant(value / 1000)} s` : `${significant(value)} ms`;
}

/** A count: `7`, `940`, `12.3 k`, `1.2 M`. */
export function count(value) {
  if (!Number.isFinite(value)) return NONE;
  const size = Math.abs(value);
  if (size >= 1e9) return `${(value / 1e9).toFixed(1)} G`;
  if (size >= 1e6) return `${(value / 1e6).toFixed(1)} M`;
  if (size >= 1e4) return `${(value / 1e3).toFixed(1)} k`;
  return Number.isInteger(value) ? grouped.format(value) : significant(value);
}

/** A rate: `1,950/s`. */
export function perSecond(value) {
  if (!Number.isFinite(value)) return NONE;
  return `${count(Math.abs(value) >= 100 ? Math.round(value) : value)}/s`;
}

/** A share of one: `0.3 %`. */
export function share(value) {
  if (!Number.isFinite(value)) return NONE;
  const percent = value * 100;
  return percent === 0 || Math.abs(percent) >= 10 ? `${percent.toFixed(0)} %` : `${significant(percent)} %`;
}

/** A value in a unit that a scenario or a blueprint named. */
export function amount(value, unit = '') {
  if (value === null || value === undefined || !Number.isFinite(value)) return NONE;
  if (unit === 'ms') return millis(value);
  if (unit === 'per second' || unit === '/s' || unit === 'calls/s') return perSecond(value);
  if (unit === 'share') return share(value);
  return unit ? `${count(value)} ${unit}` : count(value);
}

/** The unit of a reading, from its key. */
export function unitOf(key) {
  const measure = key.slice(0, key.indexOf('/'));
  if (['p50', 'p99', 'p999', 'max', 'service', 'lag'].includes(measure)) return 'ms';
  if (['rate', 'errors', 'goodput', 'wasted', 'why', 'throughput', 'achieved'].includes(measure)) return 'per second';
  return measure === 'errorShare' ? 'share' : '';
}

/** A number in as few signs as can be read at a glance: `0.03`, `5.8`, `242`, `1.9k`. */
export function short(value) {
  const size = Math.abs(value);
  if (size >= 9_950) return `${Math.round(value / 1000)}k`;
  if (size >= 1_000) return `${(value / 1000).toFixed(1)}k`;
  if (size >= 9.95 || Number.isInteger(value)) return String(Math.round(value));
  return size >= 0.1 ? value.toFixed(1) : value < 0.005 ? '0' : value.toFixed(2);
}

/** A clock: `17:42`, `1:02:03`. */
export function clock(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const minutes = Math.floor(whole / 60);
  const two = (number) => String(number).padStart(2, '0');
  return minutes >= 60
    ? `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`
    : `${minutes}:${two(whole % 60)}`;
}

/** Three significant digits, without an exponent. */
function significant(value) {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 100) return grouped.format(Math.round(value));
  return value.toFixed(size >= 10 ? 1 : size >= 0.995 ? 2 : 3).replace(/\.?0+$/, '');
}
