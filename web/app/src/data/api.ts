import type { Problem } from '../contracts';

/** Longest wait for any answer. A fetch that hangs is a failure, never a spinner for ever. */
const patience = 8_000;

/** The server answered, and the answer is no. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.name = 'Refusal';
  }
}

/** No answer came: cut, refused or timed out. Whether the server acted is unknown. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'NoAnswer';
  }
}

export type Ask = {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** A file goes as it is: the server finds out its encoding. */
  file?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  timeoutMs?: number;
};

type Watcher = (status: number, problem: Problem) => void;
let watcher: Watcher = () => {};

/** Tells one listener of every refusal; the session uses it to ask for sign-in in place. */
export function onRefusal(listener: Watcher): void {
  watcher = listener;
}

function cookie(name: string): string {
  const hit = document.cookie.split('; ').find((c) => c.startsWith(`${name}=`));
  return hit ? decodeURIComponent(hit.slice(name.length + 1)) : '';
}

function headersOf(ask: Ask): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json', ...ask.headers };
  if (ask.body !== undefined) headers['Content-Type'] = 'application/json';
  if (ask.file) headers['Content-Type'] = ask.file.type || 'text/csv';
  // The double-submit token: readable by our own scripts only, and asked for on every write.
  if (ask.method && ask.method !== 'GET') headers['X-XSRF-TOKEN'] = cookie('XSRF-TOKEN');
  return headers;
}

function limit(ask: Ask): AbortSignal {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new DOMException('timed out', 'TimeoutError')), ask.timeoutMs ?? patience);
  stop.signal.addEventListener('abort', () => clearTimeout(timer));
  if (ask.signal?.aborted) stop.abort(ask.signal.reason);
  ask.signal?.addEventListener('abort', () => stop.abort(ask.signal?.reason));
  return stop.signal;
}

async function parsed(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A proxy's HTML page in place of our JSON is no answer of the server.
    return response.ok ? Promise.reject(new Error('not JSON')) : { title: `HTTP ${response.status}` };
  }
}

/** The only fetch of the program. Resolves with the body, rejects with Refusal or NoAnswer. */
export async function api<T>(path: string, ask: Ask = {}): Promise<T> {
  try {
    return await once<T>(path, ask);
  } catch (error) {
    if (!isForgery(error)) throw error;
    // Another tab signed in as somebody else, or the server has new keys: nothing was done, a new token helps.
    await once('/api/session', { signal: ask.signal });
    return once<T>(path, ask);
  }
}

const isForgery = (error: unknown): boolean =>
  error instanceof Refusal && error.status === 400 && (error.problem.type ?? '').endsWith('/antiforgery');

async function once<T>(path: string, ask: Ask): Promise<T> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(path, {
      method: ask.method ?? 'GET',
      headers: headersOf(ask),
      body: ask.file ?? (ask.body === undefined ? undefined : JSON.stringify(ask.body)),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: limit(ask),
    });
    body = await parsed(response);
  } catch (cause) {
    if (ask.signal?.aborted) throw cause;
    throw new NoAnswer(cause);
  }
  if (response.ok) return body as T;
  const problem = (body ?? { title: `HTTP ${response.status}` }) as Problem;
  watcher(response.status, problem);
  throw new Refusal(response.status, problem);
}

export const query = (parts: Record<string, string | number | boolean | undefined | null>): string => {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(parts)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
};
