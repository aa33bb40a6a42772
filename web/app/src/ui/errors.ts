import type { TFunction } from 'i18next';
import { Refusal } from '../data/api';

/** What a person is told of a failed write. Without an answer nobody knows whether it was done. */
export function wordsOfError(error: unknown, language: string, t: TFunction): string {
  if (!(error instanceof Refusal)) return t('common.noAnswerWrite');
  const { problem } = error;
  return (language === 'en' ? problem.en : undefined) ?? problem.detail ?? problem.title ?? `HTTP ${error.status}`;
}

/** The first fault named for a field, whatever the case of its name. */
export function faultOf(error: unknown, field: string): string | undefined {
  if (!(error instanceof Refusal)) return undefined;
  const errors = Object.entries(error.problem.errors ?? {});
  return errors.find(([name]) => name.toLowerCase() === field.toLowerCase())?.[1][0];
}
