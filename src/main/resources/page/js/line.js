/** Says when the line to the server is lost, and when it is back. @param {import('./console.js').Console} console */
export function mountLine({ session, say }) {
  const notice = document.getElementById('notice');
  session.on('line', (state) => {
    notice.hidden = state !== 'lost';
    if (state === 'lost') notice.textContent = 'The line to the server is lost. What you type is kept; this page goes on by itself when the server is back.';
    else if (state === 'open') say('The line is back; nothing was missed.');
  });
}
