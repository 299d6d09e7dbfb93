import { h } from '../dom.js';
import { millis } from '../format.js';
import { attempt, empty, table } from './parts.js';
import { plan, readPlan } from './plan.js';

/** One read-only statement at a time on the live system's database; plans as a tree. @param {HTMLElement} panel @param {import('../console.js').Console} console */
export function mount(panel, console) {
  const { session } = console;
  const text = h('textarea', { rows: 3, class: 'mono', spellcheck: 'false', maxlength: 10000, 'aria-label': 'Statement', placeholder: 'SELECT …', onkeydown: (event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && (event.preventDefault(), run(text.value)) });
  const runButton = h('button', { class: 'primary' }, 'Run');
  const planButton = h('button', { type: 'button', onclick: () => run(`EXPLAIN ANALYZE ${text.value.replace(/^\s*explain(\s+analyze)?\s/i, '')}`) }, 'Show its plan');
  const result = h('div', { class: 'result', 'aria-live': 'polite' }, empty('Reading only: the statement runs on the system\'s own database, beside its traffic. “Show its plan” says how many rows were examined.'));
  const schema = h('div', { class: 'schema' }, opened('Tables', async (place) => {
    const { rows: tables } = await session.api.post('/sql', { sql: 'SHOW TABLES' });
    place.replaceChildren(...tables.map(([name]) => tableHelp(name.toLowerCase())));
  }));
  panel.append(h('div', { class: 'pair' },
    h('div', {},
      h('form', { class: 'statement', onsubmit: (event) => { event.preventDefault(); run(text.value); } }, text, h('p', {}, runButton, ' ', planButton, ' ', h('span', { class: 'dim small' }, h('kbd', {}, 'Ctrl Enter'), ' runs it'))),
      result),
    schema));

  function run(statement) {
    if (!statement.trim()) {
      text.focus();
      return undefined;
    }
    return attempt(runButton, result, async () => {
      const answer = await session.api.post('/sql', { sql: statement });
      const tree = readPlan(answer);
      result.replaceChildren(tree ? plan(tree, answer.tookMillis) : rows(answer));
    });
  }

  function tableHelp(name) {
    return opened(h('code', {}, name), async (place) => {
      const { rows: columns } = await session.api.post('/sql', { sql: `SHOW COLUMNS FROM ${name}` });
      place.replaceChildren(
        h('ul', {}, columns.map(([column, type]) => h('li', {}, h('code', {}, column.toLowerCase()), ' ', h('span', { class: 'dim' }, type.toLowerCase())))),
        h('button', { type: 'button', class: 'quiet', onclick: () => { text.value = `SELECT * FROM ${name} LIMIT 20`; text.focus(); } }, 'Select from it'));
    });
  }
}

/* Something to unfold, asked for only when somebody unfolds it: a look at the database is kept in the journal. */
function opened(title, fill) {
  const place = h('div', {}, empty('Reading…'));
  let asked = false;
  return h('details', {
    ontoggle: (event) => {
      if (asked || !event.target.open) return;
      asked = true;
      attempt(null, place, () => fill(place));
    },
  }, h('summary', {}, title), place);
}

function rows({ columns, rows: lines, truncated, tookMillis }) {
  return h('div', {},
    h('p', { class: 'dim small' }, `${lines.length} ${lines.length === 1 ? 'row' : 'rows'} in ${millis(tookMillis)}${truncated ? '; cut off here' : ''}`),
    lines.length ? table('Result', columns, lines.map((line) => h('tr', {}, line.map((cell) => h('td', {}, cell === null ? h('i', { class: 'dim' }, 'null') : cell))))) : empty('No row fits.'));
}
