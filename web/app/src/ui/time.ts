import type { TFunction } from 'i18next';
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** People on duty read Beijing time, whatever the computer is set to. China has no summer time. */
const offset = 8;
const beijing = (at: string | number): dayjs.Dayjs => dayjs(at).utcOffset(offset);

export const clockTime = (at: string | number): string => beijing(at).format('HH:mm:ss');
export const dayTime = (at: string | number): string => beijing(at).format('MM-DD HH:mm:ss');
/** Today's times need no date; the full one is in the title. */
export const nearTime = (at: string | number, now: number): string =>
  beijing(at).isSame(beijing(now), 'day') ? clockTime(at) : beijing(at).format('MM-DD HH:mm');
export const shortTime = (at: string | number): string => beijing(at).format('HH:mm');
export const fullTime = (at: string | number): string => beijing(at).format('YYYY-MM-DD HH:mm:ss');
export const dayOnly = (at: string | number): string => beijing(at).format('YYYY-MM-DD');

/** What a datetime-local input wants, and back. */
export const toInput = (at: string | number): string => beijing(at).format('YYYY-MM-DDTHH:mm');
export const fromInput = (text: string): string => `${text.length === 16 ? `${text}:00` : text}+08:00`;

/** Whole calendar days in Beijing from a date (no time) to a moment. */
export const daysSince = (date: string, now: number): number =>
  beijing(now).startOf('day').diff(dayjs.utc(date.slice(0, 10)).utcOffset(offset, true).startOf('day'), 'day');

/** A span in at most two units: 45秒, 1分25秒, 3时5分, 2天4时. */
export function span(ms: number, t: TFunction): string {
  const s = Math.max(0, Math.floor(ms / 1000));
  const m = Math.floor(s / 60);
  const h = Math.floor(m / 60);
  if (s < 60) return t('common.sec', { n: s });
  if (m < 60) return s % 60 === 0 ? t('common.min', { n: m }) : t('common.minSec', { n: m, s: s % 60 });
  if (h < 24) return m % 60 === 0 ? t('common.hour', { n: h }) : t('common.hourMin', { n: h, m: m % 60 });
  return h % 24 === 0 ? t('common.day', { n: h / 24 }) : t('common.dayHour', { n: Math.floor(h / 24), h: h % 24 });
}
