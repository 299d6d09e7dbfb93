import { h, write } from './dom.js';
import { clock, count } from './format.js';

const STATES = { running: '', paused: 'paused', done: '✓ done', failed: '✗ failed', cancelled: 'cancelled' };
const OVER_SHOWN_MILLIS = 20_000;

/**
 * Work on the system that takes a while: how far it is, how fast, how long still. What is over stays a moment.
 *
 * @param {import('./console.js').Console} console
 */
export function mountJobs({ session, say }) {
  const list = document.getElementById('jobs');
  const items = new Map();
  const over = new Map();

  const show = ({ jobs = [] }) => {
    const names = new Set();
    jobs.forEach((job, at) => {
      const key = `${job.name} ${jobs.slice(0, at).filter((each) => each.name === job.name).length}`;
      if (isOver(job) && !lingers(key, job)) return;
      names.add(key);
      const item = items.get(key) ?? items.set(key, build()).get(key);
      item.show(job);
      list.append(item.element);
    });
    for (const [key, item] of items) {
      if (names.has(key)) continue;
      item.element.remove();
      items.delete(key);
    }
    list.parentElement.hidden = items.size === 0;
  };

  /* One that was over before this page was opened is not news. */
  function lingers(key, job) {
    const id = `${key} ${job.state}`;
    if (!over.has(id)) {
      over.set(id, items.has(key) ? performance.now() : -OVER_SHOWN_MILLIS);
      if (items.has(key)) say([`${job.name}: ${job.state}`, job.note].filter(Boolean).join(' · '));
    }
    return performance.now() - over.get(id) < OVER_SHOWN_MILLIS;
  }

  show(session.view);
  session.on('view', show);
}

function isOver({ state }) {
  return ['done', 'failed', 'cancelled'].includes(state);
}

function build() {
  const name = h('b', {});
  const bar = h('progress', {});
  const figures = h('span', { class: 'amounts' });
  const note = h('span', { class: 'note' });
  const element = h('li', {}, name, ' ', bar, ' ', figures, ' ', note);
  return {
    element,
    show(job) {
      write(name, job.name);
      element.title = job.meaning;
      element.dataset.state = job.state;
      bar.max = job.total;
      bar.value = Math.min(job.done, job.total);
      bar.setAttribute('aria-label', job.name);
      write(figures, [
        job.unit === 's' ? '' : `${count(job.done)} of ${count(job.total)} ${job.unit}`,
        job.state === 'running' && job.unit !== 's' && job.perSecond > 0 ? `${count(job.perSecond)}/s` : '',
        job.secondsLeft === null || job.secondsLeft === undefined ? '' : `${clock(job.secondsLeft)} left`,
        STATES[job.state],
      ].filter(Boolean).join(' · '));
      write(note, job.note);
    },
  };
}
