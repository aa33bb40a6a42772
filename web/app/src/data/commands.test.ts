import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { alarm } from '../live/samples';
import { useLive } from '../live/store';
import { act, dismiss, useActs } from './commands';

const server = setupServer();
const subject = alarm(1, { version: 7 });
const acknowledged = alarm(1, { version: 8, state: 'acknowledged', owner: '张三' });
const post = '*/api/alarms/530400-1/acknowledge';
const now = () => useActs.getState().acts.get('530400-1');

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());
beforeEach(() => useLive.setState({ phase: 'live' }));
afterEach(() => {
  dismiss('530400-1');
  server.resetHandlers();
  vi.useRealTimers();
});

it('names the version seen and a key of its own, and shows it as under way until answered', async () => {
  const seen: Headers[] = [];
  server.use(
    http.post(post, ({ request }) => {
      seen.push(request.headers);
      return HttpResponse.json({ alarm: acknowledged });
    }),
  );
  act(subject, 'acknowledge');
  expect(now()?.phase).toBe('sending');
  await vi.waitFor(() => expect(now()).toBeUndefined());
  expect(seen[0]?.get('If-Match')).toBe('"7"');
  expect(seen[0]?.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
});

it('tells who was first when it came too late', async () => {
  server.use(
    http.post(post, () => HttpResponse.json({ title: '已变化', by: '李四', at: '2026-11-22T07:01:20+08:00', alarm: acknowledged }, { status: 409 })),
  );
  act(subject, 'acknowledge');
  await vi.waitFor(() => expect(now()).toMatchObject({ phase: 'conflict', by: '李四', at: '2026-11-22T07:01:20+08:00' }));
});

it('says why when it was refused', async () => {
  server.use(http.post(post, () => HttpResponse.json({ detail: '已办结', en: 'Resolved' }, { status: 422 })));
  act(subject, 'acknowledge');
  await vi.waitFor(() => expect(now()).toMatchObject({ phase: 'refused', why: { zh: '已办结', en: 'Resolved' } }));
});

it('waits while the link is stale, shows it as waiting, and sends it once when the link is back', async () => {
  let posts = 0;
  server.use(
    http.post(post, () => {
      posts += 1;
      return HttpResponse.json({ alarm: acknowledged });
    }),
  );
  useLive.setState({ phase: 'stale' });
  act(subject, 'acknowledge');
  expect(now()?.phase).toBe('queued');
  useLive.setState({ phase: 'syncing' });
  expect(posts).toBe(0);
  useLive.setState({ phase: 'live' });
  await vi.waitFor(() => expect(now()).toBeUndefined());
  expect(posts).toBe(1);
});

it('asks by key when no answer came, and finds it done', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let key = '';
  server.use(
    http.post(post, ({ request }) => {
      key = request.headers.get('Idempotency-Key') ?? '';
      return HttpResponse.error();
    }),
    http.get('*/api/commands/:key', ({ params }) =>
      params.key === key ? HttpResponse.json({ done: true, alarm: acknowledged }) : HttpResponse.json({}, { status: 404 }),
    ),
  );
  act(subject, 'acknowledge');
  await vi.waitFor(() => expect(now()?.phase).toBe('unknown'));
  await vi.advanceTimersByTimeAsync(2_000);
  await vi.waitFor(() => expect(now()).toBeUndefined());
});

it('sends again under the same key when the server never got it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const keys: (string | null)[] = [];
  server.use(
    http.post(post, ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'));
      return keys.length === 1 ? HttpResponse.error() : HttpResponse.json({ alarm: acknowledged });
    }),
    http.get('*/api/commands/:key', () => HttpResponse.json({ title: '没有' }, { status: 404 })),
  );
  act(subject, 'acknowledge');
  await vi.waitFor(() => expect(now()?.phase).toBe('unknown'));
  await vi.advanceTimersByTimeAsync(2_000);
  await vi.waitFor(() => expect(now()).toBeUndefined());
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});
