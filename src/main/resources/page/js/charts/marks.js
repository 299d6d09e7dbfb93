import { clock } from '../format.js';

/** What a mark looks like and is called, by kind; shape first, so that nobody needs the colour. */
export const KINDS = {
  lever: { sign: '◆', word: 'lever' },
  fault: { sign: '▲', word: 'fault' },
  run: { sign: '▬', word: 'run' },
  question: { sign: '●', word: 'question' },
  turn: { sign: '■', word: 'session' },
};

/**
 * The marks of a session on the time axis, from the entries of its journal.
 *
 * @param {object[]} entries
 * @returns {{seq: number, at: number, until?: number, kind: string, title: string, entry: object}[]}
 */
export function marksOf(entries) {
  const marks = [];
  for (const entry of entries) {
    const { event } = entry;
    if (event.type === 'run-finished') {
      const run = marks.findLast((mark) => mark.kind === 'run' && mark.entry.event.run === event.run);
      if (run) Object.assign(run, { until: entry.elapsedSeconds, finished: entry });
    } else {
      const told = tell(event);
      if (told) marks.push({ seq: entry.seq, at: entry.elapsedSeconds, kind: told[0], title: told[1], entry });
    }
  }
  return marks;
}

function tell(event) {
  switch (event.type) {
    case 'levers-changed':
      return ['lever', Object.entries(event.to).map(([name, value]) => `${name} ${event.from[name]} → ${value}`).join(', ')];
    case 'action-begun':
      return ['lever', `${event.action} begins, takes ${event.seconds} s`];
    case 'action-failed':
      return ['lever', `${event.action} failed: ${event.why}`];
    case 'action-taken':
      return ['lever', `${event.action}: ${event.outcome}`];
    case 'fault-started':
      return ['fault', `${event.fault} begins, by the ${event.by}`];
    case 'fault-stopped':
      return ['fault', `${event.fault} is over`];
    case 'run-started':
      return ['run', `run ${event.run}, ${event.profile}: ${event.plan}`];
    case 'spoke':
      return event.questionId && event.kind !== 'PROBE' && event.kind !== 'HINT' ? ['question', event.text] : null;
    case 'paused':
      return ['turn', `paused${event.reason ? `: ${event.reason}` : ''}`];
    case 'system-reset':
      return ['turn', 'the live system was reset'];
    case 'recovered':
      return ['turn', `the server came back after ${Math.round(event.downSeconds)} s`];
    case 'ended':
      return ['turn', 'the session ended'];
    default:
      return null;
  }
}

/**
 * Marks that would cover each other, put together: each group is one button of a finger's width, or of two where it
 * stands for several.
 *
 * @param {(seconds: number) => number} x the middle of a mark's button
 */
export function grouped(marks, x, finger) {
  const groups = [];
  for (const mark of marks) {
    const last = groups.at(-1);
    const room = last?.marks.length > 1 ? finger * 1.75 : finger * 1.4;
    if (last && x(mark.at) - last.x < room) last.marks.push(mark);
    else groups.push({ x: x(mark.at), marks: [mark] });
  }
  return groups;
}

/** How a group is read aloud and shown on hover. */
export function describe(marks) {
  return marks.map(({ at, kind, title }) => `${clock(at)} ${KINDS[kind].word}: ${title}`).join('; ');
}
