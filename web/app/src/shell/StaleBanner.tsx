import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../live/store';
import { Shape } from '../ui/Shape';
import { clockTime, span } from '../ui/time';
import { useHeardAt, useLinkAge } from './LinkSign';

const minute = 60_000;

/** Says once aloud that the data has stopped, then quietly each minute; what is seen counts every second. */
export function StaleBanner() {
  const { t } = useTranslation();
  const stale = useLive((live) => live.phase === 'stale');
  const age = useLinkAge();
  const heard = useHeardAt();
  if (!stale) return null;
  const words = (ms: number) =>
    heard === null
      ? t('link.staleNever', { age: span(ms, t) })
      : t('link.staleBanner', { time: clockTime(heard), age: span(ms, t) });
  const minutes = Math.floor(age / minute);
  return (
    <section className="stale-banner" aria-label={t('link.stale')} data-testid="stale">
      <Shape name="glass" />
      <strong aria-hidden="true">{words(age)}</strong>
      <span>{t('link.staleHint')}</span>
      <Once text={words(age)} />
      <span role="status" className="hidden">
        {minutes > 0 ? words(minutes * minute) : ''}
      </span>
    </section>
  );
}

/** An alert keeps the words it was born with, so that it is read out once. */
function Once({ text }: { text: string }) {
  const [first] = useState(text);
  return (
    <span role="alert" className="hidden">
      {first}
    </span>
  );
}
