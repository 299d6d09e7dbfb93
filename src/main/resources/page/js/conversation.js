import { h } from './dom.js';
import { clock } from './format.js';

const TAGS = { 'follow-up': 'follow-up', 'changed-requirement': 'changed requirement', hint: 'hint', clarification: 'answer', probe: 'probe' };
const NEAR_PIXELS = 80;

/** The turns so far; new ones are added below, and read aloud. @param {import('./console.js').Console} console */
export function mountConversation({ session }) {
  const list = document.getElementById('turns');
  const log = document.getElementById('log');
  const add = (turn) => {
    if (document.getElementById(`turn-${turn.seq}`)) return;
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PIXELS;
    list.append(item(turn));
    if (atEnd) log.scrollTop = log.scrollHeight;
  };
  session.turns.forEach(add);
  log.scrollTop = log.scrollHeight;
  session.on('turn', add);
}

/** One turn as a list item; the same markup as the server's. */
function item(turn) {
  const mine = turn.from === 'candidate';
  return h('li', { class: `turn ${turn.from} ${turn.kind}`, id: `turn-${turn.seq}`, data: { seq: turn.seq } },
    h('p', { class: 'who' },
      h('b', {}, mine ? 'Candidate' : 'Interviewer'), ' ',
      h('time', { datetime: turn.at }, clock(turn.elapsedSeconds)),
      TAGS[turn.kind] && [' ', h('span', { class: 'tag' }, TAGS[turn.kind])]),
    h('p', { class: 'words' }, turn.text),
    turn.because && because(turn.because));
}

/** The rule that made the interviewer ask, and the live values it fired on. */
export function because({ rule, values }) {
  return h('details', { class: 'because' },
    h('summary', {}, 'because ', h('code', {}, rule)),
    h('dl', {}, Object.entries(values).map(([name, value]) => h('div', {}, h('dt', {}, h('code', {}, name)), h('dd', {}, value)))));
}
