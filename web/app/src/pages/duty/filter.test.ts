import { expect, it } from 'vitest';
import { alarm } from '../../live/samples';
import { byUrgency, countsOf, matches } from './filter';

it('puts what needs a person soonest first, then the newest', () => {
  const rows = [
    alarm(1, { state: 'acknowledged', priority: 'P1' }),
    alarm(2, { priority: 'P3' }),
    alarm(3, { priority: 'P1', raisedAt: '2026-11-22T06:00:00+08:00' }),
    alarm(4, { priority: 'P1', raisedAt: '2026-11-22T08:00:00+08:00' }),
    alarm(5, { state: 'recovered', priority: 'P1' }),
  ];
  expect(rows.sort(byUrgency).map((a) => a.id.slice(7))).toEqual(['4', '3', '2', '5', '1']);
});

it('counts by state, and the unacknowledged by priority', () => {
  const counts = countsOf([alarm(1), alarm(2, { priority: 'P1' }), alarm(3, { state: 'recovered' }), alarm(4, { state: 'acknowledged' })]);
  expect(counts).toMatchObject({ open: 2, recovered: 1, acknowledged: 1, all: 4, unacknowledged: { P1: 1, P2: 1 } });
});

it('finds by words in any shown field', () => {
  const filter = { tab: 'all', text: '测试单位', priority: '' } as const;
  expect(matches(alarm(1), filter)).toBe(true);
  expect(matches(alarm(1), { ...filter, text: '没有' })).toBe(false);
  expect(matches(alarm(1), { ...filter, priority: 'P1' })).toBe(false);
  expect(matches(alarm(1), { ...filter, tab: 'recovered' })).toBe(false);
});
