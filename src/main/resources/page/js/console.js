import { Session } from './session.js';
import { mountHeader } from './header.js';
import { mountConversation } from './conversation.js';
import { mountAnswer } from './answer.js';
import { mountTopology } from './topology.js';
import { mountObjectives } from './objectives.js';
import { mountJobs } from './jobs.js';
import { mountTabs } from './tabs.js';
import { mountCharts } from './charts/charts.js';
import { mountKeys } from './keys.js';
import { mountLine } from './line.js';
import { say } from './say.js';

const page = document.getElementById('console');
const session = new Session(page.dataset.session, page.dataset.scenario, page.dataset.role);

/**
 * What every part of the screen is given.
 *
 * @typedef {object} Console
 * @property {Session} session the session; its `api` is the JSON API below `/api/sessions/{id}`
 * @property {boolean} leads whether this reader leads the session, as its interviewer or host does
 * @property {boolean} answers whether this reader may speak
 * @property {boolean} acts whether this reader may change and load the system
 * @property {(text: string) => void} say tells the reader something, aloud too
 * @property {ReturnType<typeof mountTabs>} tabs `show(id, ...what)` opens a tab
 * @property {ReturnType<typeof mountCharts>} charts `moment(seconds)` moves the cursor
 */
const console_ = {
  session,
  leads: page.dataset.role === 'interviewer' || page.dataset.role === 'host',
  answers: page.dataset.answers === 'true',
  acts: page.dataset.acts === 'true',
  say,
};

/** The page as the server sent it can be read while this goes on; each part takes over its own piece. */
async function begin() {
  try {
    await session.start();
  } catch (problem) {
    say(`This page could not be brought to life: ${problem.message} Trying again.`);
    setTimeout(begin, 3_000);
    return;
  }
  mountHeader(console_);
  mountLine(console_);
  mountConversation(console_);
  mountAnswer(console_);
  mountTopology(console_);
  mountObjectives(console_);
  mountJobs(console_);
  console_.charts = mountCharts(console_);
  console_.tabs = mountTabs(console_);
  mountKeys(console_);
  page.dataset.ready = 'true';
}

begin();
