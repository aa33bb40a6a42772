import { expect, it } from 'vitest';
import type { Condition } from '../contracts';
import { earned, type Doubt } from './freshness';
import { beat, pulse } from './samples';

const now = Date.parse('2026-11-22T07:10:00+08:00');
const at = (secondsAgo: number) => new Date(now - secondsAgo * 1000).toISOString();
const site = (condition: Condition, secondsAgo: number | null) => ({
  condition,
  seenAt: secondsAgo === null ? null : at(secondsAgo),
  profile: { intervalSeconds: 60 },
});
const sure: Doubt = { phase: 'live', pulse: pulse(1, { collectors: [beat({ at: at(4) })] }), serverNow: now };

it.each([
  ['all fresh', site('normal', 30), sure, 'normal'],
  ['the last moment of the promise', site('normal', 150), sure, 'normal'],
  ['target too old', site('normal', 151), sure, 'unknown'],
  ['never seen', site('normal', null), sure, 'unknown'],
  ['down and fresh', site('down', 30), sure, 'down'],
  ['down and too old', site('down', 500), sure, 'unknown'],
  ['collector silent', site('normal', 30), { ...sure, pulse: pulse(1, { collectors: [beat({ at: at(16) })] }) }, 'unknown'],
  ['collector blind', site('normal', 30), { ...sure, pulse: pulse(1, { collectors: [beat({ at: at(1), sighted: false })] }) }, 'unknown'],
  ['no collector', site('normal', 30), { ...sure, pulse: pulse(1, { collectors: [] }) }, 'unknown'],
  ['no pulse yet', site('normal', 30), { ...sure, pulse: null }, 'unknown'],
  ['link stale', site('normal', 30), { ...sure, phase: 'stale' }, 'unknown'],
  ['link syncing', site('normal', 30), { ...sure, phase: 'syncing' }, 'unknown'],
  ['polling', site('normal', 30), { ...sure, phase: 'polling' }, 'normal'],
  ['paused needs no observation', site('paused', null), sure, 'paused'],
  ['paused needs a link', site('paused', null), { ...sure, phase: 'stale' }, 'unknown'],
] as const)('%s', (_name, seen, doubt, shown) => {
  expect(earned(seen, doubt)).toBe(shown);
});
