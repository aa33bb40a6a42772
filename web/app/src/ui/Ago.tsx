import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow } from '../live/now';
import { serverNow } from '../live/store';
import { dayTime, fullTime, nearTime, span } from './time';

/** A moment, in full on hover. */
export const Moment = memo(function Moment({ at }: { at: string }) {
  return (
    <time dateTime={at} title={fullTime(at)}>
      {dayTime(at)}
    </time>
  );
});

/** A moment in a narrow column. */
export function Near({ at }: { at: string }) {
  return (
    <time dateTime={at} title={fullTime(at)}>
      {nearTime(at, serverNow())}
    </time>
  );
}

/** How long since, by the server's clock; the moment itself is in the title. */
export function Lasting({ from, until }: { from: string; until?: string | null }) {
  const { t } = useTranslation();
  const now = useServerNow();
  const end = until ? Date.parse(until) : now;
  return (
    <time dateTime={from} title={fullTime(from)}>
      {span(end - Date.parse(from), t)}
    </time>
  );
}
