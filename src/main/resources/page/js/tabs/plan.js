import { h } from '../dom.js';
import { count, millis } from '../format.js';

const MANY_ROWS = 1_000;
const ACCESS = /^\s*(FROM|INNER JOIN|LEFT OUTER JOIN|RIGHT OUTER JOIN|CROSS JOIN|JOIN)?\s*"?PUBLIC"?\."?(\w+)"?/;

/**
 * Reads a plan out of what the database answers to EXPLAIN ANALYZE: one step per table, in the order in which they are
 * visited, each with how it is reached and how many rows were examined. Null where the answer is no plan.
 *
 * @param {{columns: string[], rows: string[][]}} answer
 */
export function readPlan({ columns, rows }) {
  if (rows.length !== 1 || columns.length !== 1 || !/^plan$/i.test(columns[0])) return null;
  const text = rows[0][0];
  const steps = [];
  for (const line of text.split('\n')) {
    const access = ACCESS.exec(line);
    const note = /\/\*\s*(.*?)\s*\*\//.exec(line);
    if (access && !line.trim().startsWith('/*') && (access[1] || /^\s*"PUBLIC"\."\w+"(\s+"\w+")?\s*$/.test(line))) {
      steps.push({ how: access[1] ?? 'FROM', table: access[2].toLowerCase(), by: '', rows: null });
    } else if (note && steps.length) {
      const step = steps.at(-1);
      const scanned = /^scanCount:\s*(\d+)/.exec(note[1]);
      if (scanned) step.rows = Number(scanned[1]);
      else if (!/^(reads|writes):/.test(note[1]) && !step.by) step.by = note[1].replaceAll('"', '').replace(/^PUBLIC\./, '');
    }
  }
  const extras = [];
  if (/\bGROUP BY\b/.test(text)) extras.push('groups');
  if (/\bORDER BY\b/.test(text)) extras.push(/index sorted/i.test(text) ? 'sorted by the index' : 'sorts');
  return { steps, extras, text };
}

/** The plan as a tree: what is done last stands on top, what is read for it below. */
export function plan({ steps, extras, text }, tookMillis) {
  const total = steps.reduce((sum, step) => sum + (step.rows ?? 0), 0);
  const most = Math.max(1, ...steps.map((step) => step.rows ?? 0));
  return h('div', { class: 'query-plan' },
    h('p', {}, h('b', {}, count(total)), ' rows examined in ', h('b', {}, millis(tookMillis))),
    steps.length > 0 && h('ul', { class: 'tree' }, h('li', {}, h('b', {}, 'result'), extras.length > 0 && h('span', { class: 'dim' }, ` ${extras.join(', ')}`), branch(steps, most))),
    h('details', {}, h('summary', {}, 'As the database tells it'), h('pre', { tabindex: '0' }, text)));
}

/* Each table is read once for every row of the one above it, so it hangs from that one. */
function branch([step, ...rest], most) {
  if (!step) return null;
  const scan = /tableScan/i.test(step.by);
  const bar = h('span', { class: 'bar', 'aria-hidden': 'true' });
  bar.style.width = `${Math.max(0.5, ((step.rows ?? 0) / most) * 100)}%`;
  return h('ul', {}, h('li', {},
    h('p', {}, h('b', {}, step.table), ' ', h('span', { class: scan ? 'why' : 'dim' }, scan ? '✖ reads the whole table' : step.by ? `by ${step.by}` : ''), step.rows !== null && h('span', { class: step.rows >= MANY_ROWS ? 'took bad' : 'took' }, `${count(step.rows)} rows`)),
    h('span', { class: 'track' }, bar),
    branch(rest, most)));
}
