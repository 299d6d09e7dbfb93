/**
 * A request as a line for a shell. Everything that a shell could take for its own stands in quotes.
 *
 * @param {string} base address of the live system
 * @param {{method: string, path: string, headers: Record<string, string>, body: string}} request
 */
export function curl(base, { method, path, headers, body }) {
  const parts = ['curl', '-i'];
  const implied = body ? 'POST' : 'GET';
  if (method === 'HEAD') parts[1] = '-I';
  else if (method !== implied) parts.push('-X', method);
  for (const [name, value] of Object.entries(headers)) parts.push('-H', quoted(`${name}: ${value}`));
  if (body) parts.push('-d', quoted(body.replace(/\n\s*/g, ' ')));
  return [...parts, quoted(base + (path.startsWith('/') ? path : `/${path}`))].join(' ');
}

function quoted(text) {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
