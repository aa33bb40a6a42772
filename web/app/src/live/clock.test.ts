import { describe, expect, it } from 'vitest';
import { noServerClock, serverTime, sighted, steadyClock } from './clock';

describe('the steady clock', () => {
  it('adds the time the machine slept', () => {
    const at = { mono: 0, wall: 1_000_000 };
    const steady = steadyClock(() => ({ ...at }));
    at.mono += 1_000;
    at.wall += 601_000;
    expect(steady()).toBe(601_000);
    at.mono += 500;
    at.wall += 500;
    expect(steady()).toBe(601_500);
  });

  it('never runs back when the wall clock is set back', () => {
    const at = { mono: 0, wall: 1_000_000 };
    const steady = steadyClock(() => ({ ...at }));
    at.mono += 1_000;
    at.wall -= 3_600_000;
    expect(steady()).toBe(1_000);
  });
});

const at = (ms: number) => new Date(ms).toISOString();

describe('the server clock', () => {
  it('is our own until the server has been heard', () => {
    expect(serverTime(noServerClock, 5, 777)).toBe(777);
  });

  it('trusts the sample that travelled fastest', () => {
    let clock = sighted(noServerClock, at(1_000_000), 2_000, 1_800);
    clock = sighted(clock, at(1_001_000), 2_500, 20);
    clock = sighted(clock, at(1_003_000), 5_200, 1_500);
    expect(serverTime(clock, 3_500, 0)).toBe(1_002_010);
  });

  it('forgets what it knew when the server clock was set', () => {
    let clock = sighted(noServerClock, at(1_000_000), 0, 10);
    clock = sighted(clock, at(1_240_000), 0, 250);
    expect(serverTime(clock, 0, 0)).toBe(1_240_125);
  });

  it('ignores a time it cannot read', () => {
    expect(sighted(noServerClock, 'soon', 0, 10)).toBe(noServerClock);
  });
});
