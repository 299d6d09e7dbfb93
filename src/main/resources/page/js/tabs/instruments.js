import { h, mark, write } from '../dom.js';
import { fields } from './fields.js';
import { attempt, empty, table } from './parts.js';

const AGAIN_MILLIS = 2_000;

/* Words as short as these stay in one piece, as figures do; what is longer may break anywhere. */
const ONE_LINE_MAX = 24;

/**
 * The instruments that only this system has: which there are on the left, what the chosen one shows on the right, read
 * again every few seconds for as long as somebody can see it.
 *
 * @param {HTMLElement} panel @param {import('../console.js').Console} console
 */
export function mount(panel, console) {
  const { session } = console;
  const list = h('ul', { class: 'instrument-list', 'aria-label': 'Instruments' });
  const place = h('div', { class: 'instrument' }, empty('Choose an instrument.'));
  const notice = h('div', {});
  panel.append(notice, h('div', { class: 'instruments' }, list, place));
  let open = null;
  let shown = false;
  let busy = false;
  let readAt = 0;

  const listed = attempt(null, notice, async () => {
    const { sheets } = await session.api.get('/sheets');
    list.replaceChildren(...sheets.map((each) => h('li', {}, h('button', { type: 'button', data: { sheet: each.name }, onclick: () => choose(each) }, each.title))));
    if (sheets.length) choose(sheets[0]);
    else place.replaceChildren(empty('This system has no instruments of its own. Metrics, traces, logs and SQL have tabs of theirs.'));
  });

  function choose(sheet) {
    list.querySelectorAll('button').forEach((each) => mark(each, 'aria-current', each.dataset.sheet === sheet.name ? 'true' : ''));
    const told = fields(sheet.parameters, { subject: sheet.title });
    const state = h('p', { class: 'dim small' });
    const result = h('div', { class: 'result' });
    const button = h('button', {}, 'Show');
    const form = sheet.parameters.length > 0 && h('form', { class: 'told', onsubmit: (event) => { event.preventDefault(); read(button); } }, told.elements, h('p', { class: 'deeds' }, button));
    place.replaceChildren(h('h3', {}, sheet.title), h('p', { class: 'dim small' }, sheet.meaning), form || '', state, result);
    open = { sheet, told, state, result, columns: null };
    if (sheet.parameters.some((each) => each.required && !each.initial)) open.waits = true;
    else read(null);
  }

  async function read(button) {
    const { sheet, told, result, state } = open;
    const mine = open;
    if (busy && !button) return;
    busy = true;
    await attempt(button, result, async () => {
      const answer = await session.api.get(`/sheets/${encodeURIComponent(sheet.name)}?${new URLSearchParams(told.values())}`);
      if (mine !== open) return;
      mine.waits = false;
      write(state, answer.truncated ? `The first ${answer.rows.length} rows; there are more.` : '');
      show(mine, answer);
    });
    if (result.querySelector('.refused')) {
      mine.columns = null;
      mine.waits = true; // what was refused is not asked again by itself
    }
    busy = false;
    readAt = performance.now();
  }

  session.on('second', () => {
    const seen = shown && !document.hidden && session.view.state !== 'ended';
    if (seen && open && !open.waits && performance.now() - readAt > AGAIN_MILLIS) read(null);
  });
  return {
    async show() {
      shown = true;
      await listed;
      if (open && !open.waits && performance.now() - readAt > AGAIN_MILLIS) read(null);
    },
    hide() {
      shown = false;
    },
  };
}

/* Only the rows are put in anew where the columns are the same, so that nobody who scrolls or reads is thrown back. */
function show(open, { title, columns, rows, text }) {
  const lines = rows.map((row) => h('tr', {}, row.map((cell, at) => h('td', { class: columns[at].figure ? 'figure' : cell.length <= ONE_LINE_MAX && 'short' }, cell))));
  const heads = JSON.stringify(columns);
  if (open.columns !== heads) {
    open.columns = heads;
    open.body = null;
    open.words = h('pre', { class: 'words', tabindex: '0', hidden: true });
    open.none = empty('Nothing just now.');
    const grid = columns.length > 0 && table(title, columns.map((each) => ({ title: each.title, figure: each.figure })), []);
    open.body = grid && grid.querySelector('tbody');
    open.result.replaceChildren(grid || '', open.none, open.words);
  }
  open.body?.replaceChildren(...lines);
  open.none.hidden = rows.length > 0 || text !== '';
  open.words.hidden = text === '';
  write(open.words, text);
}
