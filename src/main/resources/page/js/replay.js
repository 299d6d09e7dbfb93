import { mountCharts } from './charts/charts.js';
import { h } from './dom.js';
import { mountTopology } from './topology.js';
import { Recording } from './replay/recording.js';
import { Player } from './replay/player.js';
import { mountTransport } from './replay/transport.js';
import { mountKeys } from './replay/keys.js';
import { mountTurns } from './replay/turns.js';
import { mountLevers } from './replay/levers.js';
import { mountMarks } from './replay/marks.js';
import './page.js';

const page = document.getElementById('replay');
const loading = document.getElementById('loading');

/** The parts of the screen are those of the interview; here a recording tells them what was, instead of a stream. */
async function begin() {
  const recording = new Recording(page.dataset.session, page.dataset.scenario);
  try {
    await recording.load();
  } catch (problem) {
    loading.replaceChildren(problem.message, ' ', h('button', { type: 'button', onclick: () => location.reload() }, 'Try again'));
    return;
  }
  const player = new Player(recording);
  mountTopology({ session: recording });
  const charts = mountCharts({ session: recording, replay: (seconds) => player.go(seconds) });
  player.on((seconds) => charts.cursor(seconds));
  mountTransport(document.getElementById('transport'), recording, player);
  mountTurns(document.getElementById('turns'), player);
  mountLevers(document.getElementById('levers'), recording, player);
  mountMarks(document.getElementById('marks'), recording, player);
  mountKeys(recording, player);
  loading.remove();
  const wanted = () => player.go(recording.secondsOf(decodeURIComponent(location.hash.slice(1))) ?? 0);
  addEventListener('hashchange', wanted);
  wanted();
  page.dataset.ready = 'true';
}

begin();
