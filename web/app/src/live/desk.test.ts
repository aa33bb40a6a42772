import { describe, expect, it, vi } from 'vitest';
import { applied, emptyDesk, newsKept, swapped, unresolved } from './desk';
import { browserFrame, pump } from './pump';
import { alarm, event } from './samples';

describe('the desk', () => {
  it('keeps the newest version whatever the order', () => {
    const newer = event(2, { alarm: alarm(1, { version: 3, state: 'acknowledged' }) });
    const older = event(1, { alarm: alarm(1, { version: 2 }) });
    const desk = applied(applied(emptyDesk, [newer]), [older, newer]);
    expect(desk.alarms.get('530400-1')?.version).toBe(3);
    expect(desk.news.map((e) => e.seq)).toEqual([2, 1]);
  });

  it('does not bring back a resolved alarm by a late event', () => {
    let desk = applied(emptyDesk, [event(2, { alarm: alarm(1, { version: 5, state: 'resolved' }) })]);
    desk = applied(desk, [event(1, { alarm: alarm(1, { version: 4 }) })]);
    expect(unresolved(desk)).toEqual([]);
  });

  it('is replaced whole by a snapshot: no ghosts', () => {
    const desk = swapped(applied(emptyDesk, [event(1), event(2)]), [alarm(2)]);
    expect([...desk.alarms.keys()]).toEqual(['530400-2']);
  });

  it('keeps the last fifty events for the ticker', () => {
    const desk = applied(emptyDesk, Array.from({ length: 80 }, (_, n) => event(n + 1)));
    expect(desk.news).toHaveLength(newsKept);
    expect(desk.news[0]?.seq).toBe(80);
  });
});

describe('the pump', () => {
  it('makes one commit of all that came between two frames', () => {
    const frames: (() => void)[] = [];
    const commit = vi.fn();
    const flow = pump(emptyDesk, (call) => frames.push(call), commit);
    flow.apply([event(1)]);
    flow.apply([event(2)]);
    flow.swap([alarm(7)]);
    flow.apply([event(8)]);
    expect(commit).not.toHaveBeenCalled();
    expect(frames).toHaveLength(1);
    frames[0]?.();
    expect(commit).toHaveBeenCalledTimes(1);
    expect([...commit.mock.calls[0]![0].alarms.keys()]).toEqual(['530400-7', '530400-8']);
  });
});

it('commits though no frame is ever drawn, and only once', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'requestAnimationFrame'] });
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (call: FrameRequestCallback) => frames.push(call));
  const commit = vi.fn();
  pump(emptyDesk, browserFrame, commit).apply([event(1)]);
  vi.advanceTimersByTime(250);
  expect(commit).toHaveBeenCalledTimes(1);
  frames[0]?.(0);
  expect(commit).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
