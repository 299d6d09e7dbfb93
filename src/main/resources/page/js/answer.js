import { h } from './dom.js';
import { because } from './conversation.js';

/**
 * The open question, pinned, and the box to answer it. What is typed is kept until it was sent, also over a reload and
 * a lost line.
 *
 * @param {import('./console.js').Console} console
 */
export function mountAnswer(console) {
  const { session, answers } = console;
  const box = document.getElementById('question');
  let shown = '';
  const show = (view) => {
    const state = JSON.stringify([view.question, view.state]);
    if (state === shown) return;
    shown = state;
    const focused = box.contains(document.activeElement) ? document.activeElement.name : null;
    box.replaceChildren(...content(view));
    if (focused) box.querySelector(`[name="${focused}"]`)?.focus();
  };
  show(session.view);
  session.on('view', show);

  function content(view) {
    const { question, state } = view;
    if (state === 'ended') return [h('p', { class: 'asked' }, h('b', {}, 'The interview is over'), h('a', { href: `/sessions/${session.id}/report` }, 'Read the report'))];
    const asked = question && h('div', { class: 'asked', tabindex: '0', role: 'region', 'aria-label': 'Open question' },
      h('b', {}, 'Open question'), h('p', {}, question.text), question.because && because(question.because));
    if (!answers) return [asked ?? h('p', { class: 'dim' }, 'No question is open.')];
    return [asked, form(console, question)].filter(Boolean);
  }
}

function form(console, question) {
  const { session, say } = console;
  const kept = new Draft(session.id);
  const failed = h('p', { class: 'failed', role: 'alert', hidden: true });
  const send = async (path, body) => {
    const buttons = [...element.querySelectorAll('button')];
    buttons.forEach((button) => (button.disabled = true));
    failed.hidden = true;
    try {
      await session.api.post(path, body);
      return true;
    } catch (problem) {
      failed.textContent = problem.words;
      failed.hidden = false;
      return false;
    } finally {
      buttons.forEach((button) => (button.disabled = false));
      session.refresh(0);
    }
  };
  const text = h('textarea', { name: 'text', rows: '3', maxlength: '8000', value: kept.text, 'aria-keyshortcuts': '/', oninput: () => (kept.text = text.value), onkeydown: sendOnCtrlEnter });
  const element = h('form', { onsubmit: submit },
    question && fields(question),
    h('label', { class: 'wide' }, label(question), text),
    failed,
    h('div', { class: 'buttons' },
      h('button', { class: 'primary' }, question ? 'Answer' : 'Say it'),
      question && hint(question, () => send('/hints')),
      question && h('button', { type: 'button', class: 'quiet push', onclick: () => send('/answers', { text: 'next' }) }, question.kind === 'open' ? 'Next' : 'Skip')));
  return element;

  async function submit(event) {
    event.preventDefault();
    const body = bodyOf(element, question);
    if (!body) {
      text.focus();
      return;
    }
    if (await send('/answers', body)) {
      kept.text = '';
      text.value = '';
      element.reset();
    }
  }

  function sendOnCtrlEnter(event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) element.requestSubmit();
  }
}

function label(question) {
  if (!question) return 'Say or ask something';
  return { estimate: 'How you got there (optional)', choice: 'Why (optional)', do: 'Say or ask something; the system shows when it is done', explain: 'Your explanation' }[question.kind] ?? 'Your answer, or a question back';
}

function hint({ hintsGiven, hintsLeft }, ask) {
  const all = hintsGiven + hintsLeft;
  if (!all) return null;
  return h('button', { type: 'button', id: 'hint', 'aria-keyshortcuts': 'h', disabled: hintsLeft === 0, onclick: ask }, hintsLeft === 0 ? `Hints ${hintsGiven}/${all}` : `Hint ${hintsGiven + 1}/${all}`);
}

function fields(question) {
  if (question.kind === 'choice') {
    return h('fieldset', { class: 'options' }, h('legend', {}, 'Your choice'),
      question.options.map((option) => h('label', {}, h('input', { type: 'radio', name: 'choice', value: option.id }), h('span', {}, option.text))));
  }
  if (question.kind === 'estimate') {
    return h('div', { class: 'numbers' },
      h('label', {}, `Your estimate, in ${question.unit}`, number('value')),
      question.assumptions.map((each) => h('label', {}, `${each.text}${each.unit ? `, in ${each.unit}` : ''}`, number(`assumption.${each.name}`))));
  }
  if (question.kind === 'do') return h('p', { class: 'watched' }, 'This question watches the live system: it closes by itself when what was asked for holds there.');
  return null;
}

function number(name) {
  return h('input', { name, inputmode: 'decimal', autocomplete: 'off' });
}

/** What the fields say, as the API wants it; null where they say nothing. */
function bodyOf(form, question) {
  const data = new FormData(form);
  const said = (name) => String(data.get(name) ?? '').trim();
  const body = {};
  if (said('text')) body.text = said('text');
  if (said('choice')) body.choice = said('choice');
  if (said('value')) Object.assign(body, { value: parsed(said('value')), unit: question.unit });
  const assumptions = [...data.keys()].filter((name) => name.startsWith('assumption.') && said(name));
  if (assumptions.length) body.assumptions = Object.fromEntries(assumptions.map((name) => [name.slice('assumption.'.length), parsed(said(name))]));
  return body.text || body.choice || body.value !== undefined ? body : null;
}

/** `1,500`, `2e9`, `1.5 k`; what is no number goes to the server as it is, which says what it expects. */
function parsed(text) {
  const match = /^(-?[\d.,\s]+(?:e[-+]?\d+)?)\s*([kMGT]?)$/i.exec(text);
  const value = match ? Number(match[1].replaceAll(/[,\s]/g, '')) * { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12 }[match[2].toLowerCase()] : Number.NaN;
  return Number.isFinite(value) ? value : text;
}

/** What was typed and not yet sent. */
class Draft {
  constructor(session) {
    this.key = `hotseat.draft.${session}`;
  }

  get text() {
    try {
      return sessionStorage.getItem(this.key) ?? '';
    } catch {
      return '';
    }
  }

  set text(text) {
    try {
      sessionStorage.setItem(this.key, text);
    } catch {
      // storage is closed: the box itself still keeps it
    }
  }
}
