import type { Alarm, DeskEvent } from '../contracts';
import { applied, learned, swapped, type Desk } from './desk';

/** Asks for one call at the next frame. */
export type NextFrame = (call: () => void) => void;

/** Gathers what arrives between two frames and hands it on as one commit. */
export type Pump = {
  swap(alarms: readonly Alarm[]): void;
  apply(events: readonly DeskEvent[]): void;
  learn(alarm: Alarm): void;
  /** Forgets everything, as before the first snapshot. */
  clear(): void;
};

export function pump(start: Desk, nextFrame: NextFrame, commit: (desk: Desk) => void): Pump {
  let desk = start;
  let waiting: DeskEvent[] = [];
  let asked = false;

  const settle = () => {
    if (waiting.length > 0) desk = applied(desk, waiting);
    waiting = [];
  };
  const ask = () => {
    if (asked) return;
    asked = true;
    nextFrame(() => {
      asked = false;
      settle();
      commit(desk);
    });
  };
  return {
    swap(alarms) {
      settle();
      desk = swapped(desk, alarms);
      ask();
    },
    apply(events) {
      for (const event of events) waiting.push(event);
      // A page hidden for hours must not hoard every event it was told.
      if (waiting.length > 1_000) settle();
      ask();
    },
    clear() {
      waiting = [];
      desk = start;
      ask();
    },
    learn(alarm) {
      settle();
      desk = learned(desk, alarm);
      ask();
    },
  };
}

/** Longest wait for a frame. Hidden, covered or starved pages draw none, and what they know must not stand still for it. */
const patience = 250;

export const browserFrame: NextFrame = (call) => {
  let called = false;
  const once = () => {
    if (called) return;
    called = true;
    call();
  };
  requestAnimationFrame(once);
  setTimeout(once, patience);
};
