import { h, write } from '../dom.js';
import { attempt, empty } from './parts.js';

const LIMIT = 100;
const KEPT = 500;

/** Log lines, newest first: searched, or followed as they come. @param {HTMLElement} panel @param {import('../console.js').Console} console */
export function mount(panel, console) {
  const { session } = console;
  const text = h('input', { type: 'search', placeholder: 'words in the message' });
  const trace = h('input', { type: 'search', class: 'mono', placeholder: 'trace id' });
  const level = h('select', {}, h('option', { value: '' }, 'any'), ['INFO', 'WARN', 'ERROR'].map((each) => h('option', { value: each }, each)));
  const follow = h('button', { type: 'button', 'aria-pressed': 'true', onclick: () => setFollowing(!following) }, 'Following');
  const state = h('p', { class: 'dim small', role: 'status' });
  const list = h('ol', { class: 'lines' });
  const scroll = h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Log lines, newest first' }, list);
  const older = h('button', { type: 'button', hidden: true, onclick: () => more() }, 'Older lines');
  const notice = h('div', {});
  panel.append(
    h('form', { class: 'filters', onsubmit: (event) => { event.preventDefault(); fresh(); } },
      h('label', {}, 'Text ', text), h('label', {}, 'Trace ', trace), h('label', {}, 'Level ', level), h('button', {}, 'Search'), follow),
    state, notice, scroll, older);
  level.addEventListener('change', () => fresh());

  let following = true;
  let shown = false;
  let newest = 0;
  let next = null;
  let busy = false;

  function query(extra) {
    const parts = new URLSearchParams({ limit: String(LIMIT), ...extra });
    if (text.value) parts.set('text', text.value);
    if (trace.value.trim()) parts.set('trace', trace.value.trim());
    if (level.value) parts.set('level', level.value);
    return `/logs?${parts}`;
  }

  async function fresh() {
    newest = 0;
    list.replaceChildren();
    await read();
    if (!list.hasChildNodes() && !notice.hasChildNodes()) list.append(h('li', {}, empty(text.value || trace.value || level.value ? 'No line fits.' : 'No line yet. The system writes when something is worth telling.')));
  }

  async function read() {
    if (busy) return;
    busy = true;
    await attempt(null, notice, async () => {
      const page = await session.api.get(query({}));
      notice.replaceChildren();
      const lines = page.lines.filter((line) => line.seq > newest);
      if (lines.length) {
        if (newest === 0) {
          list.replaceChildren();
          next = page.next;
        }
        newest = lines[0].seq;
        list.prepend(...lines.map(item));
        while (list.childElementCount > KEPT) list.lastElementChild.remove();
      }
      older.hidden = !next;
    });
    busy = false;
  }

  function more() {
    return attempt(older, notice, async () => {
      const page = await session.api.get(query({ cursor: next }));
      list.append(...page.lines.map(item));
      next = page.next;
      older.hidden = !next;
    });
  }

  function item(line) {
    return h('li', { class: line.level.toLowerCase() },
      h('time', { datetime: line.at }, line.at.slice(11, 23)), h('b', {}, line.level), h('span', { class: 'part' }, line.part), h('span', { class: 'message' }, line.message,
        line.traceId && [' ', h('button', { type: 'button', class: 'quiet', title: 'Show this call', onclick: () => console.tabs.show('traces', line.traceId) }, `trace ${line.traceId.slice(0, 8)}`)]));
  }

  function setFollowing(on) {
    following = on;
    follow.setAttribute('aria-pressed', String(on));
    write(follow, on ? 'Following' : 'Paused');
    write(state, on ? 'New lines come by themselves, once a second.' : 'Paused: new lines wait until you follow again.');
    if (on) read();
  }

  session.on('second', () => shown && following && read());
  setFollowing(true);
  return {
    show(traceId) {
      shown = true;
      if (traceId) {
        trace.value = traceId;
        text.value = '';
      }
      fresh();
    },
    hide() {
      shown = false;
    },
  };
}
