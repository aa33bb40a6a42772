import type { DeskChanges, DeskSnapshot } from '../contracts';
import { api, query, Refusal } from '../data/api';
import { assumedRtt, machineClock, noServerClock, serverTime, sighted, steadyClock, type ServerClock } from './clock';
import { phase, started, step, type Link, type Order, type Said } from './link';
import { limits } from './limits';
import type { Pump } from './pump';
import { openWire, type Wire } from './wire';

export type LiveView = { link: Link; clock: ServerClock; phase: ReturnType<typeof phase> };

/** Runs the link against the real world: carries out its orders and tells it what came of them. */
export type LiveLink = {
  steady(): number;
  serverNow(): number;
  tell(said: Said): void;
  stop(): void;
};

export function runLink(pump: Pump, show: (view: LiveView) => void): LiveLink {
  const steady = steadyClock(machineClock);
  let link = started(steady());
  let clock = noServerClock;
  let wire: { attempt: number; wire: Wire } | null = null;
  let stopped = false;

  const tell = (said: Said) => {
    if (stopped) return;
    const now = steady();
    const next = step(link, said, now, Math.random());
    link = next.link;
    for (const order of next.orders) carryOut(order);
    show({ link, clock, phase: phase(link, now) });
  };

  const heardTime = (serverNow: string, rtt: number) => {
    clock = sighted(clock, serverNow, steady(), rtt);
  };

  const connect = (attempt: number) => {
    wire = {
      attempt,
      wire: openWire('/live', {
        opened: () => tell({ say: 'opened', attempt }),
        closed: () => tell({ say: 'closed', attempt }),
        pulse: (pulse) => {
          heardTime(pulse.serverNow, assumedRtt);
          tell({ say: 'pulse', attempt, pulse });
        },
        changed: (events) => tell({ say: 'changed', attempt, events }),
      }),
    };
  };

  const ask = async <T extends { pulse: { serverNow: string } }>(path: string, token: number, said: (body: T) => Said) => {
    const asked = steady();
    try {
      const body = await api<T>(path, { timeoutMs: limits.fetch });
      heardTime(body.pulse.serverNow, steady() - asked);
      tell(said(body));
    } catch (error) {
      // Any other refusal is retried; 401 is also heard by the session, which asks for sign-in in place.
      tell({ say: 'fetchFailed', token, gone: error instanceof Refusal && error.status === 410 });
    }
  };

  const carryOut = (order: Order) => {
    switch (order.do) {
      case 'connect':
        connect(order.attempt);
        break;
      case 'disconnect':
        if (wire?.attempt === order.attempt) wire.wire.cut();
        break;
      case 'fetchSnapshot':
        void ask<DeskSnapshot>('/api/live/snapshot', order.token, (snapshot) => ({ say: 'snapshot', token: order.token, snapshot }));
        break;
      case 'fetchEvents': {
        const path = `/api/live/events${query({ epoch: order.epoch, after: order.after })}`;
        void ask<DeskChanges>(path, order.token, (changes) => ({ say: 'events', token: order.token, changes }));
        break;
      }
      case 'swap':
        pump.swap(order.alarms);
        break;
      case 'apply':
        pump.apply(order.events);
        break;
    }
  };

  const unlisten = listen(tell);
  tell({ say: 'tick' });
  return {
    steady,
    serverNow: () => serverTime(clock, steady(), Date.now()),
    tell,
    stop() {
      stopped = true;
      unlisten();
      wire?.wire.cut();
    },
  };
}

/** The moments at which time may have passed unseen: each is an age check before the next paint. */
function listen(tell: (said: Said) => void): () => void {
  const timer = setInterval(() => tell({ say: 'tick' }), 500);
  const woke = () => tell({ say: 'woke' });
  document.addEventListener('visibilitychange', woke);
  document.addEventListener('resume', woke);
  window.addEventListener('pageshow', woke);
  window.addEventListener('online', woke);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', woke);
    document.removeEventListener('resume', woke);
    window.removeEventListener('pageshow', woke);
    window.removeEventListener('online', woke);
  };
}
