/**
 * Every tab of the tools, in order. The keys 1–9 open them.
 *
 * A tab is one module in this folder. It exports `mount(panel, console)`, which fills `panel` once and may return
 * `show(...what)` and `hide()`, called whenever it is shown (with what `console.tabs.show(id, ...what)` was given) and
 * left. `console` is described in `../console.js`: `console.session` has the state, the readings (`series`) and the API
 * (`session.api.get('/traces')`), and tells of every change (`session.on('second', …)`).
 *
 * @typedef {object} Tab
 * @property {string} id of the tab, also in its elements' ids
 * @property {string | ((console: object) => string)} title as shown
 * @property {() => Promise<{mount: (panel: HTMLElement, console: object) => object | void}>} load its module
 * @property {(console: object) => boolean} [when] whether it is there at all; always where absent
 * @property {(console: object) => boolean} [opens] whether it is the one shown first, in place of the first in the row
 */

/** @type {Tab[]} */
export const TABS = [
  { id: 'design', title: 'Design', load: () => import('./design.js'), when: hasLevers },
  { id: 'load', title: 'Load', load: () => import('./load.js') },
  { id: 'requests', title: 'Requests', load: () => import('./requests.js') },
  { id: 'traces', title: 'Traces', load: () => import('./traces.js') },
  { id: 'logs', title: 'Logs', load: () => import('./logs.js') },
  { id: 'sql', title: 'SQL', load: () => import('./sql.js'), when: ({ acts }) => acts },
  { id: 'instruments', title: 'Instruments', load: () => import('./instruments.js'), when: ({ session }) => session.scenario.sheets.length > 0, opens: (console) => !hasLevers(console) },
  { id: 'runs', title: 'Runs', load: () => import('./runs.js') },
  { id: 'faults', title: deeds, load: () => import('./faults.js'), when: mayBreak },
];

/* Who cannot change a design but only watch and act needs no empty tab before all others. */
function hasLevers({ session }) {
  return session.levers.length > 0;
}

/* Who is on call looks for what to do, and not for what to break. */
function deeds({ leads, session }) {
  const { faults, actions } = session.scenario;
  if (!actions.length) return 'Faults';
  return faults.length || leads ? 'Faults, actions' : 'Actions';
}

/* Where there is nothing to break and nothing to do, there is no such tab. */
function mayBreak({ leads, session }) {
  return leads || session.scenario.faults.length > 0 || session.scenario.actions.length > 0;
}
