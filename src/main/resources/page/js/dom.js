/**
 * An element, its attributes and what is in it. Text is always text, never markup.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes] `on…` is a listener, `class` a class, `data` the data attributes;
 *   `false`, `null` and `undefined` leave an attribute out, `true` sets it without a value
 * @param {...(Node | string | number | null | undefined | false | Array)} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'data') Object.assign(element.dataset, value);
    else if (name === 'value') element.value = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...nodes(children));
  return element;
}

/** An element of a drawing. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...nodes(children));
  return element;
}

/** Writes a text only where it differs, so that nothing is laid out or read aloud twice. */
export function write(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

/** Sets an attribute, or takes it away where the value is empty; only where it differs. */
export function mark(element, name, value) {
  if (!value) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

function nodes(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : document.createTextNode(String(child))));
}
