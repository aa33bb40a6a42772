import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { api, NoAnswer, onRefusal, Refusal } from './api';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());
afterEach(() => {
  server.resetHandlers();
  onRefusal(() => {});
});

it('carries the token on writes only', async () => {
  document.cookie = 'XSRF-TOKEN=a%20b; path=/';
  const tokens: (string | null)[] = [];
  server.use(http.all('*/api/x', ({ request }) => (tokens.push(request.headers.get('X-XSRF-TOKEN')), HttpResponse.json({}))));
  await api('/api/x');
  await api('/api/x', { method: 'POST', body: {} });
  expect(tokens).toEqual([null, 'a b']);
});

it('fetches a new token once when the old one is void, and sends again', async () => {
  let posts = 0;
  server.use(
    http.get('*/api/session', () => HttpResponse.json({})),
    http.post('*/api/x', () => {
      posts += 1;
      return posts === 1 ? HttpResponse.json({ type: '/problems/antiforgery' }, { status: 400 }) : HttpResponse.json({ done: true });
    }),
  );
  await expect(api('/api/x', { method: 'POST', body: {} })).resolves.toEqual({ done: true });
  expect(posts).toBe(2);
});

it('tells a refusal with its problem, to the caller and to the session', async () => {
  const heard = vi.fn();
  onRefusal(heard);
  server.use(http.get('*/api/x', () => HttpResponse.json({ detail: '没有权限', en: 'Not allowed' }, { status: 403 })));
  await expect(api('/api/x')).rejects.toMatchObject({ status: 403, message: '没有权限', problem: { en: 'Not allowed' } });
  expect(heard).toHaveBeenCalledWith(403, expect.objectContaining({ en: 'Not allowed' }));
});

it('is no answer when the line is cut or a proxy puts its own page in place of ours', async () => {
  server.use(http.get('*/api/x', () => HttpResponse.error()), http.get('*/api/y', () => HttpResponse.html('<h1>proxy</h1>')));
  await expect(api('/api/x')).rejects.toBeInstanceOf(NoAnswer);
  await expect(api('/api/y')).rejects.toBeInstanceOf(NoAnswer);
});

it('takes an error page without JSON as a refusal by its status', async () => {
  server.use(http.get('*/api/x', () => HttpResponse.html('<h1>502</h1>', { status: 502 })));
  await expect(api('/api/x')).rejects.toBeInstanceOf(Refusal);
});

it('gives up waiting', async () => {
  server.use(http.get('*/api/x', () => new Promise<never>(() => {})));
  await expect(api('/api/x', { timeoutMs: 20 })).rejects.toBeInstanceOf(NoAnswer);
});
