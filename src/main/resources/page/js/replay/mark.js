const SPOKEN = { QUESTION: 'question', FOLLOW_UP: 'follow-up', CHANGED_REQUIREMENT: 'new requirement', HINT: 'hint' };

/** What an entry of the journal was, in a few words; nothing for small talk. @returns {{seq: number, seconds: number, kind: string, text: string} | null} */
export function markOf({ seq, elapsedSeconds, event }) {
  const told = tell(event);
  return told && { seq, seconds: elapsedSeconds, kind: told[0], text: told[1] };
}

function tell(event) {
  switch (event.type) {
    case 'opened': return ['opened', `${event.mode}, seed ${event.seed}`];
    case 'phase-entered': return ['phase', event.phase];
    case 'spoke': return SPOKEN[event.kind] ? [SPOKEN[event.kind], event.text] : null;
    case 'answered': return ['answer', event.text];
    case 'levers-changed': return ['lever', settings(event.to) + (event.reason ? `: ${event.reason}` : '')];
    case 'fault-started': return ['fault', `${event.fault} begins`];
    case 'fault-stopped': return ['fault', `${event.fault} is gone`];
    case 'action-begun': return ['action', `${event.action}${settings(event.arguments) && `, ${settings(event.arguments)}`} begins, takes ${event.seconds} s`];
    case 'action-failed': return ['action', `${event.action} failed: ${event.why}`];
    case 'action-taken': return ['action', `${event.action}: ${event.outcome}`];
    case 'run-started': return ['run', `Run ${event.run} starts: ${event.profile}, ${event.plan}`];
    case 'run-finished': return ['run', `Run ${event.run} ${event.state}`];
    case 'signal-seen': return ['signal', event.signal];
    case 'paused': return ['pause', event.reason || 'paused'];
    case 'resumed': return ['pause', 'resumed'];
    case 'system-reset': return ['system', 'reset'];
    case 'recovered': return ['system', `server back after ${Math.round(event.downSeconds)} s`];
    case 'ended': return ['ended', event.why];
    default: return null;
  }
}

export function settings(values) {
  return Object.entries(values).map(([name, value]) => `${name} = ${value}`).join(', ');
}
