import { h } from '../dom.js';
import { millis } from '../format.js';
import { copyButton, why } from './parts.js';

/**
 * A call as a waterfall: one line per hop, from when it began to when it came back, and how much of it was waiting for
 * a slot.
 *
 * @param {object} trace as the API gives it @param {() => void} openLogs
 */
export function waterfall(trace, openLogs) {
  const whole = Math.max(1e-9, trace.durationMillis, ...trace.spans.map((span) => span.startMillis + span.durationMillis));
  return h('article', { class: 'waterfall', 'aria-label': `Trace of ${trace.operation}` },
    h('header', {},
      h('h3', {}, trace.operation, ' ', h('span', { class: 'dim' }, `${trace.region ? `${trace.region}, ` : ''}${trace.status}`), ' ', why(trace.why)),
      h('p', {}, h('b', {}, millis(trace.durationMillis)), ' in all, at ', h('time', { datetime: trace.at }, trace.at.slice(11, 23)), ' · ', h('code', {}, trace.traceId)),
      h('p', {}, h('button', { type: 'button', class: 'quiet', onclick: openLogs }, 'Its log lines'), copyButton(() => trace.traceId, 'Copy its id'))),
    h('ol', { class: 'spans' }, trace.spans.map((span) => line(span, whole))),
    h('p', { class: 'dim small' }, 'Hatched: waiting for a slot of the called part. Solid: at work there, or on the way.'));
}

function line(span, whole) {
  const waited = h('span', { class: 'waited' });
  const worked = h('span', { class: span.why ? 'worked bad' : 'worked' });
  const track = h('span', { class: 'track', 'aria-hidden': 'true' }, waited, worked);
  const share = (value) => `${(value / whole) * 100}%`;
  waited.style.left = share(span.startMillis);
  waited.style.width = share(span.waitedMillis);
  worked.style.left = share(span.startMillis + span.waitedMillis);
  worked.style.width = `max(2px, ${share(span.durationMillis - span.waitedMillis)})`;
  return h('li', {},
    h('span', { class: 'hop' }, span.hop, ' ', why(span.why)), track,
    h('span', { class: 'took' }, millis(span.durationMillis), span.waitedMillis > 0 && h('span', { class: 'dim' }, ` waited ${millis(span.waitedMillis)}`)));
}
