import { t } from 'i18next';
import { expect, it } from 'vitest';
import { clockTime, daysSince, fromInput, span, toInput } from './time';

it('shows Beijing time whatever the zone of the input', () => {
  expect(clockTime('2026-11-21T23:31:05Z')).toBe('07:31:05');
  expect(clockTime('2026-11-22T07:31:05+08:00')).toBe('07:31:05');
});

it('reads a datetime-local input as Beijing time', () => {
  expect(new Date(fromInput('2026-11-22T07:31')).toISOString()).toBe('2026-11-21T23:31:00.000Z');
  expect(toInput('2026-11-21T23:31:00Z')).toBe('2026-11-22T07:31');
});

it('counts calendar days in Beijing', () => {
  expect(daysSince('2026-11-20', Date.parse('2026-11-21T16:30:00Z'))).toBe(2);
  expect(daysSince('2026-11-22', Date.parse('2026-11-22T01:00:00Z'))).toBe(0);
});

it.each([
  [0, '0秒'],
  [85_000, '1分25秒'],
  [120_000, '2分'],
  [3_900_000, '1时5分'],
  [86_400_000, '1天'],
  [-5, '0秒'],
])('says %i ms as %s', (ms, words) => {
  expect(span(ms, t)).toBe(words);
});
