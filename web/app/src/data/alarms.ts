import { useQuery } from '@tanstack/react-query';
import type { AlarmHistory } from '../contracts';
import { useLive } from '../live/store';
import { api } from './api';

/** One alarm with its history; asked for again whenever a live event brings a newer version. */
export function useAlarm(id: string) {
  const version = useLive((live) => live.desk.alarms.get(id)?.version);
  return useQuery({
    queryKey: ['alarm', id, version],
    queryFn: ({ signal }) => api<AlarmHistory>(`/api/alarms/${encodeURIComponent(id)}`, { signal }),
    // The old history stays on screen while the new one is under way.
    placeholderData: (before) => (before?.alarm.id === id ? before : undefined),
  });
}
