import { next, previous } from './transport.js';

/** Keys of the replay. None works while something is typed. */
export function mountKeys(recording, player) {
  const acts = {
    ' ': () => player.toggle(),
    ArrowLeft: (event) => player.step(event.shiftKey ? -10 : -1),
    ArrowRight: (event) => player.step(event.shiftKey ? 10 : 1),
    Home: () => player.go(0),
    End: () => player.go(recording.length),
    n: () => player.go(next(recording, player.seconds)),
    p: () => player.go(previous(recording, player.seconds)),
    '+': () => player.faster(1),
    '-': () => player.faster(-1),
  };
  document.addEventListener('keydown', (event) => {
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || owns(event.target, event.key)) return;
    event.preventDefault();
    act(event);
  });
}

/* What has the focus may want the key for itself: a button the space bar, a slider and a list the arrows. */
function owns(element, key) {
  if (element.matches('input[type=range], [role=slider], .charts *, .charts')) return key !== ' ' && key.length > 1;
  if (element.matches('select, textarea, input')) return true;
  return key === ' ' && element.matches('button, summary, a');
}
