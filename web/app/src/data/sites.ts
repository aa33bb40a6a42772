import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { Alarm, Condition, ImportResult, SiteDetail, SiteHistory, SitePage, SiteProfile } from '../contracts';
import { api, query } from './api';
import { queries } from './queries';

export type SiteSort = 'name' | 'seenAt' | 'condition';
export type SiteAsk = { q: string; condition: Condition | ''; page: number; sort: SiteSort };
export const sitesPerPage = 50;

/** How often a list or card of sites is asked for again while it is on screen. */
const refresh = 10_000;
const path = (id: string, rest = ''): string => `/api/sites/${encodeURIComponent(id)}${rest}`;
const changed = () => queries.invalidateQueries({ predicate: (q) => q.queryKey[0] === 'sites' || q.queryKey[0] === 'site' });

export function useSites(ask: SiteAsk) {
  return useQuery({
    queryKey: ['sites', ask],
    queryFn: ({ signal }) => api<SitePage>(`/api/sites${query({ ...ask, size: sitesPerPage })}`, { signal }),
    refetchInterval: refresh,
    placeholderData: keepPreviousData,
  });
}

export function useSite(id: string) {
  return useQuery({
    queryKey: ['site', id],
    queryFn: ({ signal }) => api<SiteDetail>(path(id), { signal }),
    refetchInterval: refresh,
  });
}

export function useSiteHistory(id: string, hours: number) {
  return useQuery({
    queryKey: ['site', id, 'history', hours],
    queryFn: ({ signal }) => api<SiteHistory>(path(id, `/history?hours=${hours}`), { signal }),
    refetchInterval: 60_000,
  });
}

export function useSiteAlarms(id: string) {
  return useQuery({
    queryKey: ['site', id, 'alarms'],
    queryFn: ({ signal }) => api<{ items: Alarm[] }>(path(id, '/alarms'), { signal }),
    refetchInterval: 30_000,
  });
}

export type NewProfile = Omit<SiteProfile, 'version' | 'paused' | 'maintenance' | 'region'>;

export function useSaveSite(before?: SiteProfile) {
  return useMutation({
    mutationFn: (profile: NewProfile) =>
      before
        ? api<SiteProfile>(path(before.id), {
            method: 'PUT',
            body: { ...before, ...profile },
            headers: { 'If-Match': `"${before.version}"` },
          })
        : api<SiteProfile>('/api/sites', { method: 'POST', body: profile }),
    onSuccess: changed,
  });
}

export function useSiteAct(id: string) {
  return useMutation({
    mutationFn: (verb: 'pause' | 'resume' | 'probe') => api<void>(path(id, `/${verb}`), { method: 'POST' }),
    onSuccess: changed,
  });
}

export function useRemoveSite(id: string) {
  return useMutation({ mutationFn: () => api<void>(path(id), { method: 'DELETE' }), onSuccess: changed });
}

export function useMaintenance(id: string) {
  const add = useMutation({
    mutationFn: (plan: { from: string; until: string; reason: string }) =>
      api<SiteProfile>(path(id, '/maintenance'), { method: 'POST', body: plan }),
    onSuccess: changed,
  });
  const cancel = useMutation({
    mutationFn: (from: string) => api<void>(path(id, `/maintenance${query({ from })}`), { method: 'DELETE' }),
    onSuccess: changed,
  });
  return { add, cancel };
}

/** A file of 10,000 sites takes the server longer than any other question. */
const importPatience = 120_000;

export function useImport() {
  return useMutation({
    mutationFn: ({ file, dryRun }: { file: File; dryRun: boolean }) => {
      const json = file.name.toLowerCase().endsWith('.json');
      // Without a charset: the server tells UTF-8 from GB18030 by the bytes.
      const body = new Blob([file], { type: json ? 'application/json' : 'text/csv' });
      return api<ImportResult>(`/api/sites/import${query({ dryRun })}`, { method: 'POST', file: body, timeoutMs: importPatience });
    },
    onSuccess: (result) => (result.dryRun ? undefined : changed()),
  });
}
