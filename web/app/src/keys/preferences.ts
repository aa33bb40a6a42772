import { create } from 'zustand';
import { speak, type Language } from '../i18n';

export type Preferences = {
  theme: 'light' | 'dark';
  density: 'compact' | 'standard' | 'loose';
  language: Language;
  singleKeys: boolean;
};

export const rowHeight: Record<Preferences['density'], number> = { compact: 32, standard: 40, loose: 48 };
const place = 'monitor.preferences';
const prefersDark = (): boolean => window.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false;

function saved(): Preferences {
  const first: Preferences = { theme: prefersDark() ? 'dark' : 'light', density: 'standard', language: 'zh', singleKeys: true };
  try {
    return { ...first, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Preferences>) };
  } catch {
    // Storage may be forbidden or hold rubbish; the defaults serve.
    return first;
  }
}

/** How this person likes the screen; kept in this browser only. */
export const usePreferences = create<Preferences>(saved);

export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change);
  try {
    localStorage.setItem(place, JSON.stringify(usePreferences.getState()));
  } catch {
    // The choice then lasts as long as the page.
  }
}

function wear({ theme, density, language }: Preferences): void {
  const root = document.documentElement;
  root.dataset.theme = theme;
  root.dataset.density = density;
  root.lang = language === 'en' ? 'en' : 'zh-CN';
  speak(language);
}

/** Writes the choices to the document: style sheets and screen readers read them there. */
export function wearPreferences(): void {
  wear(usePreferences.getState());
  usePreferences.subscribe(wear);
}
