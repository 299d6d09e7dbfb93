import { h } from './dom.js';
import { TABS } from './tabs/registry.js';

/** Gives the tools more of the screen, and back. */
function taller() {
  const button = h('button', { type: 'button', class: 'quiet taller', 'aria-pressed': 'false', onclick: () => {
    const more = button.getAttribute('aria-pressed') === 'false';
    button.setAttribute('aria-pressed', String(more));
    document.getElementById('main').classList.toggle('tall-tools', more);
  } }, 'Taller');
  return button;
}

/**
 * The tabs below. A tab's module is fetched when it is first shown; see `tabs/registry.js` for how to add one.
 *
 * @param {import('./console.js').Console} console
 */
export function mountTabs(console) {
  const root = document.getElementById('tabs');
  const tabs = TABS.filter((tab) => !tab.when || tab.when(console)).map((tab) => build(tab));
  const list = h('div', { class: 'tablist', role: 'tablist', 'aria-labelledby': 'tools-title', onkeydown: walk });
  list.append(...tabs.map((tab) => tab.button));
  root.replaceChildren(h('div', { class: 'tabbar' }, list, taller()), ...tabs.map((tab) => tab.panel));
  let shown = null;

  function build(tab, index) {
    const button = h('button', { type: 'button', role: 'tab', id: `tab-${tab.id}`, 'aria-controls': `panel-${tab.id}`, 'aria-selected': 'false', tabindex: '-1', onclick: () => show(tab.id) },
      typeof tab.title === 'function' ? tab.title(console) : tab.title, h('span', { class: 'key', 'aria-hidden': 'true' }, ''));
    const panel = h('div', { class: 'tabpanel', role: 'tabpanel', id: `panel-${tab.id}`, 'aria-labelledby': `tab-${tab.id}`, tabindex: '0', hidden: true });
    return { ...tab, button, panel, mounted: null };
  }

  tabs.forEach((tab, index) => (tab.button.querySelector('.key').textContent = String(index + 1)));

  /**
   * Opens a tab; what else is given is handed to its `show`.
   * @param {string} id @param {...unknown} what
   */
  async function show(id, ...what) {
    const tab = tabs.find((each) => each.id === id);
    if (!tab) return;
    for (const each of tabs) {
      const chosen = each === tab;
      each.button.setAttribute('aria-selected', String(chosen));
      each.button.tabIndex = chosen ? 0 : -1;
      each.panel.hidden = !chosen;
    }
    if (shown !== tab) (await shown?.mounted)?.hide?.();
    shown = tab;
    tab.mounted ??= tab.load().then((module) => module.mount(tab.panel, console) ?? {});
    try {
      (await tab.mounted).show?.(...what);
    } catch (broken) {
      tab.mounted = null;
      tab.panel.replaceChildren(h('p', {}, `This tab could not be opened: ${broken.message}`));
    }
  }

  /** The arrow keys walk along the tabs, as in every tab list. */
  function walk(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = tabs.findIndex((tab) => tab === shown);
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : step ? (at + step + tabs.length) % tabs.length : -1;
    if (to < 0) return;
    event.preventDefault();
    show(tabs[to].id);
    tabs[to].button.focus();
  }

  show((tabs.find((tab) => tab.opens?.(console)) ?? tabs[0]).id);
  return { show, at: (index) => tabs[index] && (show(tabs[index].id), tabs[index].button.focus()) };
}
