import { h } from '../dom.js';
import { millis } from '../format.js';
import { attempt, copyButton, empty, why } from './parts.js';
import { curl } from './curl.js';

const KEPT = 30;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];

/** Calls the live system by hand. Each call is also a line of curl, which does the same. @param {HTMLElement} panel @param {import('../console.js').Console} console */
export function mount(panel, console) {
  const { session, acts } = console;
  const method = h('select', { 'aria-label': 'Method' }, METHODS.map((each) => h('option', { value: each }, each)));
  const path = h('input', { class: 'mono', 'aria-label': 'Path', value: '/', spellcheck: 'false', autocomplete: 'off' });
  const headers = h('textarea', { rows: 2, class: 'mono', spellcheck: 'false', placeholder: 'X-Region: us' });
  const body = h('textarea', { rows: 3, class: 'mono', spellcheck: 'false' });
  const line = h('code', {});
  const send = h('button', { class: 'primary' }, 'Send');
  send.disabled = !acts;
  const ready = h('ul', { class: 'ready' }, session.scenario.operations.map((each) => h('li', {}, h('button', { type: 'button', title: each.meaning, onclick: () => fill(each.method, each.path, '', pretty(each.sampleBody)) }, h('b', {}, each.method), ` ${each.path} `, h('span', { class: 'dim' }, each.name)))));
  const answer = h('div', { class: 'reply', 'aria-live': 'polite' }, empty('Choose a ready request or write one. What comes back stands here: status, headers, body, and how long it took.'));
  const history = h('ol', { class: 'history', reversed: true });
  panel.append(h('div', { class: 'pair' },
    h('form', { class: 'request', oninput: () => tell(), onkeydown: (event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && (event.preventDefault(), go()), onsubmit: (event) => { event.preventDefault(); go(); } },
      ready,
      h('div', { class: 'line' }, method, path, send),
      h('label', {}, 'Headers, one a line', headers), h('label', {}, 'Body', body),
      h('div', { class: 'curl' }, h('pre', { tabindex: '0', 'aria-label': 'The same with curl' }, line), copyButton(() => line.textContent, 'Copy')),
      h('details', {}, h('summary', {}, 'Sent before'), history)),
    answer));
  tell();

  function request() {
    return { method: method.value, path: path.value.trim() || '/', headers: readHeaders(headers.value), body: body.value };
  }

  function fill(newMethod, newPath, newHeaders, newBody) {
    method.value = newMethod;
    path.value = newPath;
    headers.value = newHeaders;
    body.value = newBody;
    tell();
    path.focus();
    const hole = newPath.indexOf('{');
    if (hole >= 0) path.setSelectionRange(hole, newPath.indexOf('}') + 1);
  }

  function tell() {
    line.textContent = curl(session.view.liveUrl, request());
  }

  function go() {
    const sent = request();
    const shown = [method.value, path.value, headers.value, body.value];
    return attempt(send, answer, async () => {
      const reply = await session.api.post('/requests', sent);
      answer.replaceChildren(replied(reply, () => console.tabs.show('traces', reply.traceId)));
      history.prepend(h('li', {}, h('button', { type: 'button', class: 'quiet', onclick: () => fill(...shown) }, `${sent.method} ${sent.path}`), h('span', { class: 'dim' }, ` ${reply.status}, ${millis(reply.tookMillis)}`)));
      while (history.childElementCount > KEPT) history.lastElementChild.remove();
    });
  }
}

function replied({ status, reason, headers, body, tookMillis, why: refused, traceId }, openTrace) {
  return h('article', { 'aria-label': 'Reply' },
    h('p', { class: 'status' }, h('b', { class: status >= 400 ? 'bad' : 'good' }, `${status >= 400 ? '✖' : '✓'} ${status} ${reason}`), ' ', why(refused), h('span', { class: 'took' }, millis(tookMillis)),
      traceId && h('button', { type: 'button', class: 'quiet', onclick: openTrace }, 'Its trace')),
    h('dl', { class: 'headers' }, Object.entries(headers).map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))),
    body ? h('pre', { tabindex: '0', 'aria-label': 'Body' }, pretty(body)) : empty('No body.'));
}

function readHeaders(text) {
  const lines = text.split('\n').map((each) => each.split(/:(.*)/s)).filter(([name]) => name.trim());
  return Object.fromEntries(lines.map(([name, value = '']) => [name.trim(), value.trim()]));
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
