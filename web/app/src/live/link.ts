import type { Alarm, DeskChanges, DeskEvent, DeskPulse, DeskSnapshot } from '../contracts';
import { takeChanges, takeEvents, takePulse, takeSnapshot, wantSnapshot } from './intake';
import { limits } from './limits';

// The live link as a state machine: no timers, no network, no clock of its own. Time is handed in as `now`
// (milliseconds on a clock that never runs slow), chance as `dice` (0..1). What it wants done comes out as orders.

/** What the person sees of the link. Only `live` and `polling` may show colours as current. */
export type Phase = 'live' | 'syncing' | 'polling' | 'stale';

type Socket =
  | { is: 'waiting'; until: number }
  | { is: 'connecting'; since: number; attempt: number }
  | { is: 'open'; attempt: number; quietSince: number };

type Fetch = { token: number; kind: 'snapshot' | 'events'; since: number };

export type Link = {
  startedAt: number;
  signedOut: boolean;
  socket: Socket;
  /** Attempts made so far; numbers them, so that a late word of an old one is not heard. */
  attempts: number;
  /** Failed attempts in a row. */
  failures: number;
  /** True once the present connection has brought a frame. */
  heard: boolean;
  lastFrameAt: number | null;
  /** Where our copy of the desk stands; null before the first snapshot. */
  at: { epoch: number; seq: number } | null;
  /** The highest number the server has spoken of. */
  head: number;
  /** Events that came before the ones they follow, by number. */
  ahead: ReadonlyMap<number, DeskEvent>;
  fetch: Fetch | null;
  fetches: number;
  fetchNotBefore: number;
  /** The last answer brought nothing of the gap it was asked for. */
  barren: boolean;
  snapshotWanted: boolean;
  nextPollAt: number | null;
  pulse: DeskPulse | null;
};

export type Said =
  | { say: 'tick' }
  | { say: 'woke' }
  | { say: 'opened'; attempt: number }
  | { say: 'closed'; attempt: number }
  | { say: 'pulse'; attempt: number; pulse: DeskPulse }
  | { say: 'changed'; attempt: number; events: readonly DeskEvent[] }
  | { say: 'snapshot'; token: number; snapshot: DeskSnapshot }
  | { say: 'events'; token: number; changes: DeskChanges }
  | { say: 'fetchFailed'; token: number; gone: boolean }
  | { say: 'signedOut' }
  | { say: 'signedIn' };

export type Order =
  | { do: 'connect'; attempt: number }
  | { do: 'disconnect'; attempt: number }
  | { do: 'fetchSnapshot'; token: number }
  | { do: 'fetchEvents'; token: number; epoch: number; after: number }
  | { do: 'swap'; alarms: readonly Alarm[] }
  | { do: 'apply'; events: readonly DeskEvent[] };

export type Step = { link: Link; orders: Order[] };

export const started = (now: number): Link => ({
  startedAt: now,
  signedOut: false,
  socket: { is: 'waiting', until: now },
  attempts: 0,
  failures: 0,
  heard: false,
  lastFrameAt: null,
  at: null,
  head: 0,
  ahead: new Map(),
  fetch: null,
  fetches: 0,
  fetchNotBefore: 0,
  barren: false,
  snapshotWanted: true,
  nextPollAt: null,
  pulse: null,
});

/** How long nothing has been heard. Before the first frame, since the start. */
export const age = (link: Link, now: number): number => Math.max(0, now - (link.lastFrameAt ?? link.startedAt));

export function phase(link: Link, now: number): Phase {
  if (link.signedOut || age(link, now) >= limits.stale) return 'stale';
  if (link.at === null || link.snapshotWanted || link.at.seq < link.head) return 'syncing';
  if (link.heard) return 'live';
  return link.failures >= limits.attemptsBeforePolling ? 'polling' : 'syncing';
}

/** One step: what was said, when, and a throw of the dice for the retry pause. */
export function step(before: Link, said: Said, now: number, dice: number): Step {
  const orders: Order[] = [];
  const link = { ...before };
  hear(link, said, now, dice, orders);
  if (!link.signedOut) {
    tendSocket(link, now, dice, orders);
    tendFetch(link, now, orders);
  }
  return { link, orders };
}

function hear(link: Link, said: Said, now: number, dice: number, orders: Order[]): void {
  switch (said.say) {
    case 'tick':
      return;
    case 'woke':
      wake(link, now, orders);
      return;
    case 'opened':
      if (isOurs(link, said.attempt)) link.socket = { is: 'open', attempt: said.attempt, quietSince: now };
      return;
    case 'closed':
      if (isOurs(link, said.attempt)) giveUp(link, now, dice);
      return;
    case 'pulse':
      if (isOurs(link, said.attempt)) frame(link, now, () => takePulse(link, said.pulse));
      return;
    case 'changed':
      if (isOurs(link, said.attempt)) frame(link, now, () => takeEvents(link, said.events, orders));
      return;
    case 'snapshot':
      if (link.fetch?.token === said.token) takeSnapshot(link, said.snapshot, now, orders);
      return;
    case 'events':
      if (link.fetch?.token === said.token) takeChanges(link, said.changes, now, orders);
      return;
    case 'fetchFailed':
      if (link.fetch?.token === said.token) fetchFailed(link, said.gone, now, dice);
      return;
    case 'signedOut':
      leave(link, orders);
      return;
    case 'signedIn':
      if (link.signedOut) returned(link, now);
  }
}

const isOurs = (link: Link, attempt: number): boolean =>
  link.socket.is !== 'waiting' && link.socket.attempt === attempt;

/** Signed in again: everything starts anew but the age, so what is shown stays marked old until the snapshot is in. */
function returned(link: Link, now: number): void {
  const { attempts, fetches, lastFrameAt, startedAt } = link;
  Object.assign(link, { ...started(now), attempts, fetches, lastFrameAt, startedAt });
}

function frame(link: Link, now: number, take: () => void): void {
  link.lastFrameAt = now;
  // A frame may come before the word that the connection is open.
  if (link.socket.is !== 'waiting') link.socket = { is: 'open', attempt: link.socket.attempt, quietSince: now };
  link.heard = true;
  link.failures = 0;
  link.nextPollAt = null;
  take();
}

/** The page was hidden, asleep or offline: what an age check would find later is acted on at once. */
function wake(link: Link, now: number, orders: Order[]): void {
  if (link.socket.is === 'waiting') link.socket = { is: 'waiting', until: now };
  if (age(link, now) < limits.stale) return;
  dropSocket(link, orders);
  link.socket = { is: 'waiting', until: now };
  link.fetch = null;
  link.fetchNotBefore = now;
  if (link.at !== null) link.nextPollAt = now;
}

function leave(link: Link, orders: Order[]): void {
  dropSocket(link, orders);
  link.signedOut = true;
  link.socket = { is: 'waiting', until: Number.POSITIVE_INFINITY };
  link.fetch = null;
}

function dropSocket(link: Link, orders: Order[]): void {
  if (link.socket.is !== 'waiting') orders.push({ do: 'disconnect', attempt: link.socket.attempt });
  link.heard = false;
}

function giveUp(link: Link, now: number, dice: number): void {
  link.heard = false;
  link.failures += 1;
  link.socket = { is: 'waiting', until: now + pause(link.failures, dice) };
  if (link.failures >= limits.attemptsBeforePolling) link.nextPollAt ??= now;
}

/** The first pauses are short, so that blocked WebSockets are known soon; none is longer than 5 s. */
function pause(failures: number, dice: number): number {
  const most = Math.min(limits.retryMax, limits.retryMin * 2 ** failures);
  return limits.retryMin + dice * (most - limits.retryMin);
}

function tendSocket(link: Link, now: number, dice: number, orders: Order[]): void {
  const socket = link.socket;
  const hung = socket.is === 'connecting' && now - socket.since >= limits.attempt;
  // Judged by its own frames: answers over HTTP say nothing of this connection.
  const silent = socket.is === 'open' && now - socket.quietSince >= limits.renew;
  if (hung || silent) {
    dropSocket(link, orders);
    giveUp(link, now, dice);
    if (silent) link.socket = { is: 'waiting', until: now };
  }
  if (link.socket.is === 'waiting' && now >= link.socket.until) {
    link.attempts += 1;
    link.heard = false;
    link.socket = { is: 'connecting', since: now, attempt: link.attempts };
    orders.push({ do: 'connect', attempt: link.attempts });
  }
}

function tendFetch(link: Link, now: number, orders: Order[]): void {
  if (link.fetch && now - link.fetch.since >= limits.fetch + 1_000) link.fetch = null;
  if (link.fetch || now < link.fetchNotBefore) return;
  if (link.snapshotWanted || link.at === null) {
    begin(link, 'snapshot', now);
    orders.push({ do: 'fetchSnapshot', token: link.fetches });
  } else if (link.at.seq < link.head || (link.nextPollAt !== null && now >= link.nextPollAt)) {
    begin(link, 'events', now);
    if (link.nextPollAt !== null) link.nextPollAt = now + limits.poll;
    orders.push({ do: 'fetchEvents', token: link.fetches, epoch: link.at.epoch, after: link.at.seq });
  }
}

function begin(link: Link, kind: Fetch['kind'], now: number): void {
  link.fetches += 1;
  link.fetch = { token: link.fetches, kind, since: now };
}

function fetchFailed(link: Link, gone: boolean, now: number, dice: number): void {
  link.fetch = null;
  if (gone) wantSnapshot(link);
  else link.fetchNotBefore = now + pause(3, dice);
}
