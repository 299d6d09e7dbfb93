// Theme and calm mode, as the reader last chose them. A plain script, run before the first paint, so that the page
// never shows the other theme first.
(() => {
  const root = document.documentElement;
  const kept = (name) => {
    try {
      return localStorage.getItem(`hotseat.${name}`);
    } catch {
      return null; // storage is closed: the system's preference holds
    }
  };
  const theme = kept('theme');
  if (theme === 'light' || theme === 'dark') {
    root.dataset.theme = theme;
  }
  if (kept('calm') === 'on') {
    root.dataset.calm = 'on';
  }
})();
