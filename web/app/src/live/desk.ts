import type { Alarm, DeskEvent } from '../contracts';

/**
 * The alarms of the region as far as they are known here, by id. Replaced whole on every change. Until `known` an
 * empty map says nothing.
 */
export type Desk = { known: boolean; alarms: ReadonlyMap<string, Alarm>; news: readonly DeskEvent[] };
export const emptyDesk: Desk = { known: false, alarms: new Map(), news: [] };

/** How many of the latest events the ticker keeps. */
export const newsKept = 50;

export const swapped = (desk: Desk, alarms: readonly Alarm[]): Desk => ({
  known: true,
  alarms: new Map(alarms.map((alarm) => [alarm.id, alarm])),
  news: desk.news,
});

/** Takes events in any order, any number of times: an older version of an alarm never replaces a newer one. */
export function applied(desk: Desk, events: readonly DeskEvent[]): Desk {
  const alarms = new Map(desk.alarms);
  for (const { alarm } of events) upsert(alarms, alarm);
  return { ...desk, alarms, news: latest(desk.news, events) };
}

export function learned(desk: Desk, alarm: Alarm): Desk {
  const alarms = new Map(desk.alarms);
  upsert(alarms, alarm);
  return { ...desk, alarms };
}

function upsert(alarms: Map<string, Alarm>, alarm: Alarm): void {
  const known = alarms.get(alarm.id);
  if (known === undefined || alarm.version > known.version) alarms.set(alarm.id, alarm);
}

/** Resolved alarms stay in the map, so that a late older version cannot bring one back; the snapshot clears them. */
export const unresolved = (desk: Desk): Alarm[] => [...desk.alarms.values()].filter((a) => a.state !== 'resolved');

function latest(news: readonly DeskEvent[], events: readonly DeskEvent[]): DeskEvent[] {
  const bySeq = new Map<string, DeskEvent>();
  for (const event of [...news, ...events]) bySeq.set(`${event.epoch}/${event.seq}`, event);
  return [...bySeq.values()].sort((a, b) => b.epoch - a.epoch || b.seq - a.seq).slice(0, newsKept);
}
