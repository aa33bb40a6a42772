import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Alarm, AlarmState, Priority } from '../../contracts';

export type Tab = 'open' | 'acknowledged' | 'recovered' | 'all';
export const tabs: readonly Tab[] = ['open', 'acknowledged', 'recovered', 'all'];
export type Filter = { tab: Tab; text: string; priority: Priority | '' };

const priorities: ReadonlySet<string> = new Set(['P1', 'P2', 'P3', 'P4']);

/** The filter and the chosen alarm live in the address, so they can be shared and survive a reload. */
export function useFilter() {
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((name) => name === search.get('tab')) ?? 'open';
  const text = search.get('q') ?? '';
  const priority = (priorities.has(search.get('p') ?? '') ? search.get('p') : '') as Priority | '';
  const filter = useMemo<Filter>(() => ({ tab, text, priority }), [tab, text, priority]);
  // The router changes the address when it finds time; keys may not wait for it, or they act on the row before.
  const [chosen, setChosen] = useState(search.get('a'));
  // The router's setter is new on every render; rows that hold on to it would be drawn again each time.
  const latest = useRef(setSearch);
  useEffect(() => {
    latest.current = setSearch;
  });
  const set = useCallback((change: Partial<Record<'tab' | 'q' | 'p' | 'a', string | null>>) => {
    if (change.a !== undefined) setChosen(change.a);
    const changed = (before: URLSearchParams) => {
      const next = new URLSearchParams(before);
      for (const [key, value] of Object.entries(change)) {
        if (value) next.set(key, value);
        else next.delete(key);
      }
      return next;
    };
    latest.current(changed, { replace: true });
  }, []);
  return { filter, chosen, set };
}

const rank: Record<AlarmState, number> = { open: 0, recovered: 1, acknowledged: 2, resolved: 3 };

/** Most urgent first: who needs a person, how soon, and then the newest. */
export const byUrgency = (a: Alarm, b: Alarm): number =>
  rank[a.state] - rank[b.state] ||
  (a.priority < b.priority ? -1 : a.priority > b.priority ? 1 : 0) ||
  Date.parse(b.raisedAt) - Date.parse(a.raisedAt) ||
  (a.id < b.id ? -1 : 1);

export function matches(alarm: Alarm, { tab, text, priority }: Filter): boolean {
  if (tab !== 'all' && alarm.state !== tab) return false;
  if (priority !== '' && alarm.priority !== priority) return false;
  if (text === '') return true;
  const words = text.toLowerCase();
  return [alarm.targetName, alarm.target, alarm.unit, alarm.sentence.zh, alarm.sentence.en, alarm.id, alarm.owner ?? ''].some((field) =>
    field.toLowerCase().includes(words),
  );
}

export type Counts = Record<Tab, number> & { unacknowledged: Record<Priority, number> };

export function countsOf(alarms: readonly Alarm[]): Counts {
  const counts: Counts = { open: 0, acknowledged: 0, recovered: 0, all: alarms.length, unacknowledged: { P1: 0, P2: 0, P3: 0, P4: 0 } };
  for (const alarm of alarms) {
    if (alarm.state !== 'resolved') counts[alarm.state] += 1;
    if (alarm.state === 'open') counts.unacknowledged[alarm.priority] += 1;
  }
  return counts;
}
