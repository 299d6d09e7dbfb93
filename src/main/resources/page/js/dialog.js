import { h } from './dom.js';

/**
 * Opens a dialog that closes by its button, by Escape and by a click beside it, and gives the focus back.
 *
 * @param {string} title @param {...(Node | string)} content
 * @returns {HTMLDialogElement}
 */
export function open(title, ...content) {
  const dialog = h('dialog', { 'aria-labelledby': 'dialog-title', class: 'sheet' },
    h('div', { class: 'sheet-head' }, h('h2', { id: 'dialog-title' }, title), h('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, 'Close')),
    ...content);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks before something that cannot be taken back. @returns {Promise<boolean>} */
export function confirmed(title, words, yes) {
  return new Promise((resolve) => {
    let sure = false;
    const dialog = open(title, h('p', {}, words),
      h('div', { class: 'sheet-foot' },
        h('button', { type: 'button', onclick: () => dialog.close() }, 'Not now'),
        h('button', { type: 'button', class: 'danger', onclick: () => { sure = true; dialog.close(); } }, yes)));
    dialog.addEventListener('close', () => resolve(sure));
  });
}
