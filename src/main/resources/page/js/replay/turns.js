/**
 * The conversation as the server sent it, each turn shown from its moment on.
 *
 * @param {HTMLElement} list @param {import('./player.js').Player} player
 */
export function mountTurns(list, player) {
  const turns = [...list.querySelectorAll('.turn')].map((element) => ({ element, seconds: Number(element.dataset.at) }));
  let shown = -1;
  player.on((seconds) => {
    const last = turns.findLastIndex((turn) => turn.seconds <= seconds);
    if (last === shown) return;
    shown = last;
    turns.forEach(({ element }, index) => {
      element.toggleAttribute('data-ahead', index > last);
      element.classList.toggle('lit', index === last);
    });
    if (last >= 0) list.scrollTop = turns[last].element.offsetTop - list.offsetTop - list.clientHeight / 3;
  });
}
