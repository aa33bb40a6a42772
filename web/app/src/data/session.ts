import { useMutation, useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import type { Problem, Role, Session } from '../contracts';
import { signedIn, signedOut } from '../live/store';
import { api, onRefusal } from './api';
import { queries } from './queries';

const key = ['session'];

export function useSession() {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => api<Session>('/api/session', { signal }), staleTime: Infinity });
}

/** True from the first 401 until somebody has signed in again. */
export const useLapsed = create<{ lapsed: boolean }>(() => ({ lapsed: false }));

const passwordRequired = '/problems/password-change-required';

// Any answer may be the one that tells that the session has ended; every screen stays as it is, marked as old.
onRefusal((status: number, problem: Problem) => {
  const session = queries.getQueryData<Session>(key);
  if (status === 401 && session?.signedIn) {
    useLapsed.setState({ lapsed: true });
    signedOut();
  }
  if (status === 403 && problem.type?.endsWith(passwordRequired)) {
    queries.setQueryData<Session>(key, (s) => s && { ...s, mustChangePassword: true });
  }
});

export function useSignIn() {
  return useMutation({
    mutationFn: (who: { name: string; password: string }) => api<Session>('/api/session', { method: 'POST', body: who }),
    onSuccess: async (session) => {
      queries.setQueryData(key, session);
      useLapsed.setState({ lapsed: false });
      signedIn();
      await queries.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'session' });
    },
  });
}

export function useSignOut() {
  return useMutation({
    mutationFn: () => api<void>('/api/session', { method: 'DELETE' }),
    onSuccess: async () => {
      useLapsed.setState({ lapsed: false });
      queries.removeQueries({ predicate: (q) => q.queryKey[0] !== 'session' });
      await queries.invalidateQueries({ queryKey: key });
    },
  });
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (words: { current: string; next: string }) =>
      api<void>('/api/session/password', { method: 'POST', body: words }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

const any = (session: Session | undefined, ...roles: Role[]): boolean =>
  session?.roles?.some((role) => roles.includes(role)) ?? false;

/** What the person may do. The server decides; this only keeps dead buttons off the screen. */
export function useRights() {
  const { data } = useSession();
  return {
    actOnAlarms: any(data, 'duty', 'lead', 'admin'),
    probe: any(data, 'duty', 'lead', 'admin'),
    editSites: any(data, 'lead', 'admin'),
  };
}
