import { describe, expect, it } from 'vitest';
import type { DeskEvent } from '../contracts';
import { age, phase, started, step, type Link, type Order, type Said } from './link';
import { limits } from './limits';
import { event, pulse } from './samples';

/** Plays a link against a hand-moved clock and keeps what it ordered. */
class Play {
  now = 0;
  link: Link = started(0);
  orders: Order[] = [];
  applied: number[] = [];
  swaps = 0;

  say(said: Said, dice = 0): this {
    const next = step(this.link, said, this.now, dice);
    this.link = next.link;
    for (const order of next.orders) {
      this.orders.push(order);
      if (order.do === 'apply') this.applied.push(...order.events.map((e) => e.seq));
      if (order.do === 'swap') this.swaps += 1;
    }
    return this;
  }

  /** Lets time pass in ticks of half a second. */
  pass(ms: number, dice = 0): this {
    for (const end = this.now + ms; this.now < end; ) {
      this.now += 500;
      this.say({ say: 'tick' }, dice);
    }
    return this;
  }

  /** Waits for the next attempt to begin. */
  connecting(): this {
    while (this.link.socket.is !== 'connecting') this.pass(500);
    return this;
  }

  get attempt(): number {
    return this.link.attempts;
  }
  get phase(): string {
    return phase(this.link, this.now);
  }
  last<K extends Order['do']>(kind: K): Extract<Order, { do: K }> | undefined {
    return [...this.orders].reverse().find((o): o is Extract<Order, { do: K }> => o.do === kind);
  }
  count(kind: Order['do']): number {
    return this.orders.filter((o) => o.do === kind).length;
  }
  pulse(head: number, epoch = 1): this {
    return this.say({ say: 'pulse', attempt: this.attempt, pulse: pulse(head, { epoch }) });
  }
  changed(...events: DeskEvent[]): this {
    return this.say({ say: 'changed', attempt: this.attempt, events });
  }
  snapshot(head: number, epoch = 1): this {
    const token = this.last('fetchSnapshot')?.token ?? 0;
    return this.say({ say: 'snapshot', token, snapshot: { pulse: pulse(head, { epoch }), alarms: [] } });
  }
  filled(head: number, ...seqs: number[]): this {
    const token = this.last('fetchEvents')?.token ?? 0;
    return this.say({ say: 'events', token, changes: { pulse: pulse(head), events: seqs.map((n) => event(n)) } });
  }
}

const live = (head = 10): Play => {
  const play = new Play().say({ say: 'tick' });
  return play.say({ say: 'opened', attempt: play.attempt }).snapshot(head).pulse(head);
};

const blocked = (): Play => {
  const play = new Play().say({ say: 'tick' }).snapshot(10);
  for (let n = 0; n < 3; n++) play.pass(3_000, 1).say({ say: 'closed', attempt: play.attempt }, 1).pass(4_000, 1);
  return play;
};

describe('starting', () => {
  it('asks for a connection and a snapshot at once and is not live before both are in', () => {
    const play = new Play().say({ say: 'tick' });
    expect(play.orders.map((o) => o.do)).toEqual(['connect', 'fetchSnapshot']);
    expect(play.phase).toBe('syncing');
    expect(play.snapshot(10).phase).toBe('syncing');
    expect(play.say({ say: 'opened', attempt: 1 }).phase).toBe('syncing');
    expect(play.pulse(10).phase).toBe('live');
  });

  it('is stale when nothing ever answers', () => {
    expect(new Play().say({ say: 'tick' }).pass(limits.stale).phase).toBe('stale');
  });

  it('keeps events that come before the snapshot and applies those after it', () => {
    const play = new Play().say({ say: 'tick' }).changed(event(9), event(10), event(11));
    expect(play.applied).toEqual([]);
    play.snapshot(10);
    expect(play.applied).toEqual([11]);
    expect(play.phase).toBe('live');
  });
});

describe('order of events', () => {
  it('applies what follows and ignores duplicates', () => {
    const play = live().changed(event(11)).changed(event(11), event(12)).changed(event(5));
    expect(play.applied).toEqual([11, 12]);
    expect(play.link.at).toEqual({ epoch: 1, seq: 12 });
  });

  it('puts events of one batch in order', () => {
    expect(live().changed(event(13), event(11), event(12)).applied).toEqual([11, 12, 13]);
  });

  it('holds what comes after a gap, asks for the gap, and is syncing meanwhile', () => {
    const play = live().changed(event(12), event(13));
    expect(play.applied).toEqual([]);
    expect(play.phase).toBe('syncing');
    expect(play.last('fetchEvents')).toMatchObject({ epoch: 1, after: 10 });
    play.filled(13, 11, 12, 13);
    expect(play.applied).toEqual([11, 12, 13]);
    expect(play.phase).toBe('live');
    expect(play.link.ahead.size).toBe(0);
  });

  it('sees a gap by the head of a heartbeat alone', () => {
    const play = live().pulse(11);
    expect(play.phase).toBe('syncing');
    expect(play.filled(11, 11).phase).toBe('live');
  });

  it('does not ask twice while the first question is open', () => {
    expect(live().changed(event(12)).changed(event(14)).pulse(15).count('fetchEvents')).toBe(1);
  });

  it('asks again when the answer ended before the head', () => {
    const play = live().pulse(5000).filled(5000, 11, 12);
    expect(play.last('fetchEvents')).toMatchObject({ after: 12 });
    expect(play.phase).toBe('syncing');
  });

  it('takes a snapshot when two answers in a row bring nothing of the gap', () => {
    const play = live().pulse(11).filled(11);
    expect(play.count('fetchSnapshot')).toBe(1);
    play.pass(1_000).filled(11);
    expect(play.count('fetchSnapshot')).toBe(2);
  });

  it('takes a snapshot when the gap is gone for good', () => {
    const play = live().pulse(4000);
    play.say({ say: 'fetchFailed', token: play.last('fetchEvents')?.token ?? 0, gone: true });
    expect(play.count('fetchSnapshot')).toBe(2);
    play.snapshot(4000);
    expect(play.swaps).toBe(2);
    expect(play.phase).toBe('live');
  });

  it('asks again after a failed answer, not at once', () => {
    const play = live().pulse(11);
    play.say({ say: 'fetchFailed', token: play.last('fetchEvents')?.token ?? 0, gone: false });
    expect(play.count('fetchEvents')).toBe(1);
    play.pass(1_000);
    expect(play.count('fetchEvents')).toBe(2);
  });

  it('hears no late answer of a question given up', () => {
    const play = live().pulse(11);
    const token = play.last('fetchEvents')?.token ?? 0;
    play.changed(event(20, { epoch: 2 }));
    play.say({ say: 'events', token, changes: { pulse: pulse(11), events: [event(11)] } });
    expect(play.applied).toEqual([]);
    expect(play.phase).toBe('syncing');
  });

  it('gives up hoarding when too much waits behind a gap', () => {
    const many = Array.from({ length: limits.buffer + 1 }, (_, n) => event(100 + n));
    const play = live().changed(...many);
    expect(play.link.ahead.size).toBe(0);
    expect(play.count('fetchSnapshot')).toBe(2);
  });
});

describe('a new epoch', () => {
  it('takes a snapshot and swaps once, keeping what came after it', () => {
    const play = live();
    play.pulse(11, 2);
    expect(play.phase).toBe('syncing');
    play.changed(event(12, { epoch: 2 })).snapshot(11, 2);
    expect(play.swaps).toBe(2);
    expect(play.applied).toEqual([12]);
    expect(play.link.at).toEqual({ epoch: 2, seq: 12 });
    expect(play.phase).toBe('live');
  });

  it('drops held events of the old epoch', () => {
    const play = live().changed(event(15));
    play.pulse(16, 2).snapshot(14, 2);
    expect(play.applied).toEqual([]);
    expect(play.link.ahead.size).toBe(0);
  });
});

describe('silence', () => {
  it('is stale after 12 s without a frame and makes a new connection after 20 s', () => {
    const play = live();
    expect(play.pass(11_500).phase).toBe('live');
    expect(play.pass(500).phase).toBe('stale');
    expect(play.count('connect')).toBe(1);
    play.pass(8_000);
    expect(play.count('disconnect')).toBe(1);
    expect(play.count('connect')).toBe(2);
  });

  it('hears nothing of the connection thrown away', () => {
    const play = live().pass(20_000);
    play.say({ say: 'pulse', attempt: 1, pulse: pulse(10) });
    expect(play.phase).toBe('stale');
  });

  it('is live again by the first frame after the line thaws', () => {
    const play = live().pass(16_000);
    expect(play.phase).toBe('stale');
    expect(play.changed(event(11)).pulse(11).phase).toBe('live');
  });

  it('is stale at the first look after ten hidden minutes, and asks at once', () => {
    const play = live();
    play.now += 600_000;
    expect(play.phase).toBe('stale');
    play.say({ say: 'woke' });
    expect(play.phase).toBe('stale');
    expect(play.count('connect')).toBe(2);
    expect(play.last('fetchEvents')).toMatchObject({ after: 10 });
    expect(play.filled(12, 11, 12).phase).toBe('syncing');
    expect(play.pulse(12).phase).toBe('live');
  });

  it('leaves a young connection alone on waking', () => {
    const play = live().pass(5_000).say({ say: 'woke' });
    expect(play.count('connect')).toBe(1);
  });
});

describe('retrying', () => {
  it('never ends and pauses between half a second and five seconds', () => {
    const play = live();
    for (let n = 0; n < 200; n++) {
      play.say({ say: 'closed', attempt: play.attempt }, n % 2);
      const { socket } = play.link;
      const wait = socket.is === 'waiting' ? socket.until - play.now : -1;
      expect(wait).toBeGreaterThanOrEqual(limits.retryMin);
      expect(wait).toBeLessThanOrEqual(limits.retryMax);
      play.pass(wait + 500);
      expect(play.link.socket.is).toBe('connecting');
    }
  });

  it('gives up an attempt that hangs', () => {
    const play = new Play().say({ say: 'tick' }).pass(limits.attempt);
    expect(play.last('disconnect')).toMatchObject({ attempt: 1 });
    play.pass(1_000);
    expect(play.attempt).toBe(2);
  });

  it('tries at once when the network comes back', () => {
    const play = live().say({ say: 'closed', attempt: 1 }, 1);
    expect(play.count('connect')).toBe(1);
    expect(play.say({ say: 'woke' }).count('connect')).toBe(2);
  });
});

describe('polling', () => {
  it('begins within 15 s when WebSockets hang, with the slowest dice', () => {
    const play = new Play().say({ say: 'tick' }, 1).snapshot(10);
    while (play.count('fetchEvents') === 0 && play.now < 60_000) {
      play.pass(500, 1);
      const { socket } = play.link;
      if (socket.is === 'connecting' && play.now - socket.since >= 3_000) play.say({ say: 'closed', attempt: play.attempt }, 1);
    }
    expect(play.now).toBeLessThanOrEqual(15_000);
  });

  it('is labelled, gapless and keeps trying', () => {
    const play = blocked();
    expect(play.filled(12, 11, 12).phase).toBe('polling');
    expect(play.applied).toEqual([11, 12]);
    const asked = play.count('fetchEvents');
    play.pass(5_000).filled(12);
    expect(play.count('fetchEvents')).toBe(asked + 1);
    const tries = play.attempt;
    play.say({ say: 'closed', attempt: play.attempt }).pass(6_000);
    expect(play.attempt).toBeGreaterThan(tries);
  });

  it('goes stale when the answers stop', () => {
    expect(blocked().filled(10).pass(limits.stale).phase).toBe('stale');
  });

  it('ends with the first frame over a connection', () => {
    const play = blocked().filled(10).connecting();
    play.say({ say: 'opened', attempt: play.attempt }).pulse(10);
    const asked = play.count('fetchEvents');
    expect(play.phase).toBe('live');
    expect(play.pass(10_000).count('fetchEvents')).toBe(asked);
  });

  it('gives up an open connection that never speaks, though polls keep the age low', () => {
    const play = blocked().filled(10).connecting();
    const mute = play.attempt;
    play.say({ say: 'opened', attempt: mute });
    for (let n = 0; n < 5; n++) play.pass(5_000).filled(10);
    expect(play.phase).toBe('polling');
    expect(play.attempt).toBeGreaterThan(mute);
  });
});

describe('signing out', () => {
  it('is stale at once, stops trying, and takes a snapshot after signing in again', () => {
    const play = live().say({ say: 'signedOut' });
    expect(play.phase).toBe('stale');
    const before = play.count('connect');
    play.pass(60_000);
    expect(play.count('connect')).toBe(before);
    play.say({ say: 'signedIn' });
    expect(play.phase).toBe('stale');
    expect(play.count('fetchSnapshot')).toBe(2);
    play.snapshot(20);
    expect(age(play.link, play.now)).toBe(0);
    expect(play.say({ say: 'opened', attempt: play.attempt }).pulse(20).phase).toBe('live');
  });
});
