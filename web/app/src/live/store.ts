import { create } from 'zustand';
import type { Alarm } from '../contracts';
import { emptyDesk, type Desk } from './desk';
import { started } from './link';
import { noServerClock } from './clock';
import { browserFrame, pump } from './pump';
import { runLink, type LiveLink, type LiveView } from './runtime';

type Live = LiveView & { desk: Desk };

/** What the screens read: the link as it stands and the desk as far as it is known. */
export const useLive = create<Live>(() => ({
  link: started(0),
  clock: noServerClock,
  phase: 'syncing',
  desk: emptyDesk,
}));

const desk = pump(emptyDesk, browserFrame, (next) => useLive.setState({ desk: next }));
let running: LiveLink | null = null;

/** The answer to a command is news as good as any event. */
export const learn = (alarm: Alarm): void => desk.learn(alarm);

export function startLive(): void {
  running ??= runLink(desk, show);
}

export function stopLive(): void {
  running?.stop();
  running = null;
  desk.clear();
}

export const signedOut = (): void => running?.tell({ say: 'signedOut' });
export const signedIn = (): void => running?.tell({ say: 'signedIn' });
export const steadyNow = (): number => running?.steady() ?? performance.now();
export const serverNow = (): number => running?.serverNow() ?? Date.now();

function show(view: LiveView): void {
  // Set here and not by React: waking up, this must be true before the first frame is drawn.
  document.documentElement.dataset.link = view.phase;
  useLive.setState(view);
}
