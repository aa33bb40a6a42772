import { create } from 'zustand';
import type { Alarm, AlarmAnswer, Conflict } from '../contracts';
import { linkFresh } from '../live/freshness';
import { learn, useLive } from '../live/store';
import { freshKey } from '../ui/key';
import { api, NoAnswer, Refusal } from './api';

export type Verb = 'acknowledge' | 'resolve' | 'note';

/** A command under way. It is shown as what it is: sent, waiting or in doubt, never as done before the server says so. */
export type Act = {
  key: string;
  verb: Verb;
  alarmId: string;
  version: number;
  note?: string;
  phase: 'queued' | 'sending' | 'unknown' | 'conflict' | 'refused';
  /** Whose act came first, for a conflict; or why it was refused. */
  by?: string;
  at?: string;
  now?: Alarm;
  why?: { zh: string; en: string };
};

type Acts = { acts: ReadonlyMap<string, Act> };

export const useActs = create<Acts>(() => ({ acts: new Map() }));

const put = (one: Act) => useActs.setState(({ acts }) => ({ acts: new Map(acts).set(one.alarmId, one) }));

export const dismiss = (alarmId: string) =>
  useActs.setState(({ acts }) => {
    const rest = new Map(acts);
    rest.delete(alarmId);
    return { acts: rest };
  });

/** Starts a command, or queues it while the link is stale. One per alarm at a time. */
export function act(alarm: Alarm, verb: Verb, note?: string): void {
  const under = useActs.getState().acts.get(alarm.id)?.phase;
  if (under === 'sending' || under === 'unknown') return;
  const begun: Act = { key: freshKey(), verb, alarmId: alarm.id, version: alarm.version, note, phase: 'sending' };
  if (linkFresh(useLive.getState().phase) || useLive.getState().phase === 'syncing') void send(begun);
  else put({ ...begun, phase: 'queued' });
}

async function send(command: Act): Promise<void> {
  put({ ...command, phase: 'sending' });
  try {
    settle(command, await post(command));
  } catch (error) {
    await failed(command, error);
  }
}

const post = (command: Act) =>
  api<AlarmAnswer>(`/api/alarms/${encodeURIComponent(command.alarmId)}/${command.verb}`, {
    method: 'POST',
    body: command.note === undefined ? {} : { note: command.note },
    headers: { 'Idempotency-Key': command.key, ...(command.verb === 'note' ? {} : { 'If-Match': `"${command.version}"` }) },
    timeoutMs: 5_000,
  });

function settle(command: Act, answer: AlarmAnswer): void {
  learn(answer.alarm);
  dismiss(command.alarmId);
}

async function failed(command: Act, error: unknown): Promise<void> {
  if (error instanceof NoAnswer) return find(command);
  if (!(error instanceof Refusal)) throw error;
  const problem = error.problem as Conflict;
  if (problem.alarm) learn(problem.alarm);
  // The session has ended: the command waits for the person to sign in again.
  if (error.status === 401) put({ ...command, phase: 'queued' });
  else if (error.status >= 500) await find(command);
  else if (error.status === 409) put({ ...command, phase: 'conflict', by: problem.by, at: problem.at, now: problem.alarm });
  else put({ ...command, phase: 'refused', why: wordsOf(problem) });
}

const wordsOf = (problem: Conflict) => {
  const zh = problem.detail ?? problem.title ?? `HTTP ${problem.status ?? ''}`;
  return { zh, en: problem.en ?? zh };
};

/** How long the outcome is left alone before it is asked for, and asked for again. */
const patience = 2_000;

/** Asks for the outcome by key until there is one. A command that never arrived is sent again under its own key. */
async function find(command: Act): Promise<void> {
  put({ ...command, phase: 'unknown' });
  await new Promise((resolve) => setTimeout(resolve, patience));
  if (useActs.getState().acts.get(command.alarmId)?.key !== command.key) return;
  try {
    settle(command, await api<AlarmAnswer>(`/api/commands/${command.key}`, { timeoutMs: 5_000 }));
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) await send(command);
    else await failed(command, error);
  }
}

/** Sends what waited, once the link is sure again. */
useLive.subscribe((live, before) => {
  if (!linkFresh(live.phase) || linkFresh(before.phase)) return;
  for (const waiting of useActs.getState().acts.values()) if (waiting.phase === 'queued') void send(waiting);
});
