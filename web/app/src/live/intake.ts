import type { DeskChanges, DeskEvent, DeskPulse, DeskSnapshot } from '../contracts';
import { limits } from './limits';
import type { Link, Order } from './link';

// What the link does with what it is told. `link` is the step's own copy and is written to.

export function takePulse(link: Link, pulse: DeskPulse): void {
  link.pulse = pulse;
  if (link.at !== null && pulse.epoch !== link.at.epoch) wantSnapshot(link);
  else link.head = Math.max(link.head, pulse.headSeq);
}

export function wantSnapshot(link: Link): void {
  link.snapshotWanted = true;
  // What is under way was asked of a world that is gone.
  if (link.fetch?.kind === 'events') link.fetch = null;
}

export function takeEvents(link: Link, events: readonly DeskEvent[], orders: Order[]): void {
  const ahead = new Map(link.ahead);
  for (const event of events) {
    if (link.at !== null && event.epoch !== link.at.epoch) wantSnapshot(link);
    if (link.at === null || event.epoch !== link.at.epoch || event.seq > link.at.seq) ahead.set(event.seq, event);
    if (event.epoch === link.at?.epoch) link.head = Math.max(link.head, event.seq);
  }
  if (ahead.size > limits.buffer) {
    ahead.clear();
    wantSnapshot(link);
  }
  link.ahead = ahead;
  advance(link, orders);
}

/** Applies the events that follow without a gap. */
function advance(link: Link, orders: Order[]): void {
  if (link.at === null || link.snapshotWanted) return;
  const { epoch } = link.at;
  let { seq } = link.at;
  const ready: DeskEvent[] = [];
  for (let next = link.ahead.get(seq + 1); next?.epoch === epoch; next = link.ahead.get(seq + 1)) {
    ready.push(next);
    seq += 1;
  }
  link.at = { epoch, seq };
  link.ahead = new Map([...link.ahead].filter(([n, event]) => n > seq && event.epoch === epoch));
  if (ready.length > 0) orders.push({ do: 'apply', events: ready });
}

export function takeSnapshot(link: Link, snapshot: DeskSnapshot, now: number, orders: Order[]): void {
  const { pulse, alarms } = snapshot;
  link.fetch = null;
  link.snapshotWanted = false;
  link.lastFrameAt = now;
  link.pulse = pulse;
  link.at = { epoch: pulse.epoch, seq: pulse.headSeq };
  link.barren = false;
  link.head = Math.max(pulse.headSeq, furthest(link.ahead, pulse.epoch));
  orders.push({ do: 'swap', alarms });
  advance(link, orders);
}

const furthest = (ahead: Link['ahead'], epoch: number): number => {
  let head = 0;
  for (const event of ahead.values()) if (event.epoch === epoch) head = Math.max(head, event.seq);
  return head;
};

export function takeChanges(link: Link, changes: DeskChanges, now: number, orders: Order[]): void {
  link.fetch = null;
  link.lastFrameAt = now;
  const before = link.at?.seq;
  takePulse(link, changes.pulse);
  takeEvents(link, changes.events, orders);
  const barren = link.at !== null && link.at.seq === before && link.at.seq < link.head;
  // Once may be a race with an event just being written; twice is a hole, which only a snapshot closes.
  if (barren && link.barren) wantSnapshot(link);
  else if (barren) link.fetchNotBefore = now + limits.retryMin;
  link.barren = barren;
}
