import { h, write } from './dom.js';
import { clock } from './format.js';
import { confirmed } from './dialog.js';
import { calm, themeButton, calmButton } from './comfort.js';

const SHORT_SECONDS = 120;

/** The clock, the phase, and what can be done to the session as a whole. @param {import('./console.js').Console} console */
export function mountHeader(console) {
  const { session } = console;
  const time = document.getElementById('clock');
  const phase = document.getElementById('phase');
  const buttons = controls(console);
  document.getElementById('controls').replaceChildren(...buttons.all);

  const tick = () => {
    const left = session.remaining();
    write(time, session.view.state === 'ended' ? '0:00' : calm() ? `${Math.ceil(left / 60)} min` : clock(left));
    time.closest('.clock').classList.toggle('short', left < SHORT_SECONDS && session.view.state === 'running');
  };
  const show = (view) => {
    const at = view.phases.findIndex((each) => each.state === 'now');
    write(phase, at < 0 ? `${view.state === 'ended' ? 'over' : 'not begun'}` : `${at + 1}/${view.phases.length} ${view.phases[at].title}`);
    buttons.show(view);
    tick();
  };
  show(session.view);
  session.on('view', show);
  document.addEventListener('looks', tick);
  setInterval(tick, 500);
}

function controls(console) {
  const { session, acts, say } = console;
  const attempt = async (path, body) => {
    try {
      await session.api.post(path, body);
      session.refresh(0);
    } catch (problem) {
      say(problem.words);
    }
  };
  const pause = h('button', { type: 'button', onclick: () => attempt(session.view.state === 'paused' ? '/resume' : '/pause', session.view.state === 'paused' ? undefined : { reason: '' }) }, 'Pause');
  const end = h('button', {
    type: 'button',
    onclick: async () => {
      const sure = await confirmed('End the interview?', 'The clock stops for good, and the report is written from what happened so far. Nothing can be added afterwards.', 'End it');
      if (sure) attempt('/end');
    },
  }, 'End');
  const report = h('a', { class: 'button', href: `/sessions/${session.id}/report` }, 'Report');
  const help = h('button', { type: 'button', 'aria-keyshortcuts': '?', onclick: () => document.dispatchEvent(new CustomEvent('help')) }, 'Keys ?');
  return {
    all: [acts && pause, acts && end, report, calmButton(), themeButton(), help].filter(Boolean),
    show({ state }) {
      write(pause, state === 'paused' ? 'Go on' : 'Pause');
      pause.hidden = end.hidden = state === 'ended';
      report.hidden = state !== 'ended';
    },
  };
}
