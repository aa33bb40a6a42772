/** A reading of the machine's two clocks: the steady one and the one people set. */
export type Reading = { mono: number; wall: number };

/**
 * Milliseconds that never run slow. Some systems stop the steady clock while they sleep; the wall clock tells how
 * long that was, and it is added. A wall clock set forward only makes us doubt sooner, which the next frame heals.
 */
export function steadyClock(read: () => Reading): () => number {
  let last = read();
  let slept = 0;
  return () => {
    const now = read();
    const missed = now.wall - last.wall - (now.mono - last.mono);
    if (missed > 1_000) slept += missed;
    last = now;
    return now.mono + slept;
  };
}

export const machineClock = (): Reading => ({ mono: performance.now(), wall: Date.now() });

type Sample = { base: number; rtt: number };

/** The server's clock as seen from here, judged by the sample that travelled fastest. */
export type ServerClock = { samples: readonly Sample[] };
export const noServerClock: ServerClock = { samples: [] };

/** A heartbeat over the open connection has no round trip; it is trusted like one that took this long. */
export const assumedRtt = 250;

const jump = 2_000;

/** @param now steady time at which the answer arrived; @param rtt how long it was under way, there and back. */
export function sighted(clock: ServerClock, serverNow: string, now: number, rtt: number): ServerClock {
  const at = Date.parse(serverNow);
  if (Number.isNaN(at)) return clock;
  const sample = { base: at + rtt / 2 - now, rtt };
  const best = fastest(clock);
  // Off by more than both journeys explain: somebody set a clock, and what we knew before is void.
  const broken = best !== undefined && Math.abs(best.base - sample.base) > jump + best.rtt + rtt;
  return { samples: broken ? [sample] : [...clock.samples.slice(-11), sample] };
}

function fastest(clock: ServerClock): Sample | undefined {
  let best: Sample | undefined;
  for (const sample of clock.samples) if (!best || sample.rtt <= best.rtt) best = sample;
  return best;
}

/** The server's time in epoch milliseconds; our own until it has been heard of. */
export const serverTime = (clock: ServerClock, now: number, wall: number): number => {
  const best = fastest(clock);
  return best ? best.base + now : wall;
};
