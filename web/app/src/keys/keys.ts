import { useEffect, useRef } from 'react';
import { usePreferences } from './preferences';

/** Keys by name; two-key sequences are written with a blank: `g d`. */
export type KeyMap = Readonly<Record<string, (() => void) | undefined>>;

const typing = 'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"]';
/** A dialog keeps its keys to itself; Esc there closes it and nothing behind it. */
const apart = '[role="dialog"], .ant-popover';
/** Where single keys act: a list or a panel must have focus. */
const region = '[data-keys]';
const sequenceTime = 1_000;

/** What an event asks for, or null when it must be left alone (typing, composing, with a modifier, outside a region). */
export function keyOf(event: KeyboardEvent, singleKeys: boolean): string | null {
  // An input method reports its keys as composing or as Process; none of them is meant for us.
  if (event.defaultPrevented || event.isComposing || event.key === 'Process') return null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const at = event.target instanceof Element ? event.target : null;
  if (at?.closest(typing) || at?.closest(apart)) return null;
  if (event.key === 'Escape') return 'Escape';
  if (!singleKeys || !at?.closest(region)) return null;
  // Without caps: A with Caps Lock on is still the key a.
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

/** Listens while the component is on screen. Two components must not map the same key at the same time. */
export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    let first = { key: '', at: Number.NEGATIVE_INFINITY };
    const listen = (event: KeyboardEvent) => {
      const key = keyOf(event, usePreferences.getState().singleKeys);
      if (key === null) return;
      const pair = event.timeStamp - first.at < sequenceTime ? latest.current[`${first.key} ${key}`] : undefined;
      first = { key, at: event.timeStamp };
      const call = pair ?? latest.current[key];
      if (!call) return;
      event.preventDefault();
      call();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
