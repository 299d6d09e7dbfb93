/** What the server said no with (RFC 9457). */
export class Problem extends Error {
  /** @param {{title: string, status: number, detail?: string, errors?: {field: string, expected: string, got: string}[]}} problem */
  constructor(problem) {
    super(problem.detail || problem.title);
    this.title = problem.title;
    this.status = problem.status;
    this.errors = problem.errors ?? [];
  }

  /** All of it in one line, for a person. */
  get words() {
    const fields = this.errors.map((each) => `${each.field}: expected ${each.expected}${each.got ? `, got ${each.got}` : ''}`);
    return [this.message, ...fields.filter((each) => !this.message.includes(each))].join(' ');
  }
}

/** The JSON API below one address, as curl would use it. */
export class Api {
  /** @param {string} base such as `/api/sessions/s18a9` */
  constructor(base) {
    this.base = base;
  }

  get(path) {
    return this.#send('GET', path);
  }

  post(path, body) {
    return this.#send('POST', path, body);
  }

  patch(path, body) {
    return this.#send('PATCH', path, body);
  }

  delete(path) {
    return this.#send('DELETE', path);
  }

  async #send(method, path, body) {
    const headers = { Accept: 'application/json' };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    let response;
    try {
      response = await fetch(this.base + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    } catch {
      throw new Problem({ title: 'The server cannot be reached', status: 0, detail: 'The server cannot be reached just now; nothing was sent.' });
    }
    const text = await response.text();
    let answer = null;
    try {
      answer = text ? JSON.parse(text) : null;
    } catch {
      throw new Problem({ title: 'Not an answer', status: response.status, detail: 'The server answered something that is not JSON.' });
    }
    if (!response.ok) throw new Problem(answer ?? { title: response.statusText, status: response.status });
    return answer;
  }
}
