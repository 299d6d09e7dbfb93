/** @param {import('../console.js').Console} console */
export function mountCharts() {
  return { moment() {} };
}
