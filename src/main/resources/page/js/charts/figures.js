import { millis, perSecond, count, short } from '../format.js';

/**
 * The four charts, each made of what the scenario declares: a title, what can be chosen, and the lines of a choice.
 * `auto` finds the choice that deserves to be looked at, given the last readings.
 *
 * @param {import('../session.js').Session} session
 */
export function figures(session) {
  const { operations, parts } = session.scenario;
  const { series } = session;
  const names = operations.map(({ name }) => name);
  const pools = parts.filter(({ slots }) => slots > 0).map(({ name }) => name);
  const seen = (key) => series.columns.has(key);
  return [
    {
      id: 'throughput',
      title: 'Throughput',
      unit: perSecond,
      lines: () => names.filter((name) => seen(`rate/${name}`)).map((name, index) => ({ key: `rate/${name}`, label: name, hue: index, dash: index })),
      sparse: true,
    },
    {
      id: 'latency',
      title: 'Latency',
      unit: millis,
      log: true,
      choices: names,
      auto: (now) => most(names, (name) => now(`rate/${name}`)),
      lines: (name) => [
        { key: `p999/${name}`, label: 'p99.9', hue: 2, dash: 2 },
        { key: `p99/${name}`, label: 'p99', hue: 1, dash: 0, width: 2 },
        { key: `p50/${name}`, label: 'p50', hue: 0, dash: 1 },
      ],
    },
    {
      id: 'errors',
      title: 'Errors by why',
      unit: perSecond,
      lines: () => series.keys('why/').map((key, index) => ({ key, label: key.slice('why/'.length), hue: index + 1, dash: index })),
      sparse: true,
      empty: 'Nothing has failed.',
    },
    {
      id: 'pools',
      title: 'Pool',
      unit: count,
      choices: pools,
      auto: (now) => most(pools, (name) => 1e6 * now(`waiting/${name}`) + now(`inUse/${name}`) / Math.max(1, now(`size/${name}`))),
      lines: (name) => [
        { key: `size/${name}`, label: 'slots', hue: 4, dash: 4, width: 1 },
        { key: `waiting/${name}`, label: 'waiting', hue: 1, dash: 2 },
        { key: `inUse/${name}`, label: 'in use', hue: 0, dash: 0, width: 2 },
      ],
      empty: 'No part is bounded.',
    },
  ];
}

/** The name with the largest value; none where nothing goes on, so that a chart keeps what it last showed. */
function most(names, value) {
  const best = names.reduce((one, name) => (value(name) > value(one) ? name : one), names[0]);
  return best !== undefined && value(best) > 0 ? best : undefined;
}

/** A line's value for a person. */
export function reading(figure, value) {
  if (Number.isNaN(value)) return '–';
  if (figure.unit === perSecond) return `${short(value)}/s`;
  if (figure.unit === millis) return value >= 1000 ? `${short(value / 1000)} s` : `${short(value)} ms`;
  return short(value);
}
