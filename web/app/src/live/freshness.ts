import type { Condition, DeskPulse, SiteRow } from '../contracts';
import type { Phase } from './link';
import { limits } from './limits';

// Green is earned: a colour is a function of what was found, how old that is, whether the collector lives, and
// whether this page still hears the server. Any doubt makes it unknown.

/** Only then may a colour be shown as current. */
export const linkFresh = (phase: Phase): boolean => phase === 'live' || phase === 'polling';

export const collectorsAlive = (pulse: DeskPulse | null, serverNow: number): number =>
  pulse?.collectors.filter((c) => c.sighted && serverNow - Date.parse(c.at) < limits.collector).length ?? 0;

/** A target is fresh while it was seen within twice its interval and half a minute. */
export const targetFresh = (seenAt: string | null | undefined, intervalSeconds: number, serverNow: number): boolean =>
  !!seenAt && serverNow - Date.parse(seenAt) <= (2 * intervalSeconds + 30) * 1000;

export type Doubt = { phase: Phase; pulse: DeskPulse | null; serverNow: number };

type Seen = { condition: Condition; seenAt?: string | null; profile: Pick<SiteRow['profile'], 'intervalSeconds'> };

/** What a person did (pause, planned maintenance) needs no observation to be true, only a link. */
export function earned(seen: Seen, doubt: Doubt): Condition {
  if (!linkFresh(doubt.phase)) return 'unknown';
  if (seen.condition === 'paused') return 'paused';
  if (collectorsAlive(doubt.pulse, doubt.serverNow) === 0) return 'unknown';
  if (!targetFresh(seen.seenAt, seen.profile.intervalSeconds, doubt.serverNow)) return 'unknown';
  return seen.condition;
}
