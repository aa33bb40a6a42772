import { changeLanguage, use } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Text } from '../contracts';
import { en } from './en';
import { zh } from './zh';

export type Language = 'zh' | 'en';

void use(initReactI18next).init({
  resources: { zh: { translation: zh }, en: { translation: en } },
  lng: 'zh',
  fallbackLng: 'zh',
  // React writes text nodes; escaping here would show &amp; to people.
  interpolation: { escapeValue: false },
  initAsync: false,
});

export function speak(language: Language): void {
  void changeLanguage(language);
}

/** The half of a two-language sentence that is read now. */
export const said = (text: Text, language: string): string => (language === 'en' ? text.en || text.zh : text.zh);
