import { useMemo, useState } from 'react';
import type { Alarm } from '../../contracts';
import { unresolved } from '../../live/desk';
import { useLive } from '../../live/store';
import { keepOrder } from '../../ui/order';
import { byUrgency, countsOf, matches, type Filter } from './filter';

const idOf = (alarm: Alarm): string => alarm.id;

/**
 * The rows of the list. While the reader holds on to something (a row is active, or the list is scrolled) the order
 * stays; otherwise it is always the newest.
 */
export function useBoard(filter: Filter, held: boolean) {
  const desk = useLive((live) => live.desk);
  const alarms = useMemo(() => unresolved(desk), [desk]);
  const counts = useMemo(() => countsOf(alarms), [alarms]);
  const wanted = useMemo(() => alarms.filter((a) => matches(a, filter)).sort(byUrgency), [alarms, filter]);
  const [kept, setKept] = useState<{ filter: Filter; ids: readonly string[]; last: ReadonlyMap<string, Alarm> } | null>(null);

  const fresh = () => setKept({ filter, ids: wanted.map(idOf), last: desk.alarms });
  const holds = held && kept !== null && kept.filter === filter;
  if (held && !holds) fresh();
  if (!held && kept !== null) setKept(null);

  const board = useMemo(() => {
    if (!holds || kept === null) return { rows: wanted, arrived: 0, lapsed: new Set<string>() };
    return keepOrder(kept.ids, wanted, idOf, (id) => desk.alarms.get(id) ?? kept.last.get(id));
  }, [holds, kept, wanted, desk]);
  return { ...board, counts, known: alarms.length, refresh: fresh };
}
