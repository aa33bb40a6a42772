import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { linkFresh } from '../../live/freshness';
import { useLive } from '../../live/store';
import { useHeardAt } from '../../shell/LinkSign';
import { Blank, Waiting } from '../../ui/States';
import { shortTime } from '../../ui/time';
import type { Filter, useFilter } from './filter';

/** An empty list says what was checked and when; with the link in doubt it says that nothing is known. */
export function NoAlarms({ filter, set }: { filter: Filter; set: ReturnType<typeof useFilter>['set'] }) {
  const { t } = useTranslation();
  const phase = useLive((live) => live.phase);
  const known = useLive((live) => live.desk.known);
  const fresh = useLive((live) => live.link.pulse?.fresh ?? 0);
  const heard = useHeardAt();
  if (phase === 'stale') return <Blank shape="ring">{t('desk.emptyUnknown')}</Blank>;
  if (!known || heard === null) return <Waiting rows={6} />;
  if (filter.text !== '' || filter.priority !== '') {
    return (
      <Blank shape="ring">
        <p>{t('desk.emptyFiltered')}</p>
        <Button onClick={() => set({ q: null, p: null })}>{t('desk.clearFilter')}</Button>
      </Blank>
    );
  }
  if (!linkFresh(phase)) return <Blank shape="arrows">{t('desk.emptyWaiting')}</Blank>;
  const time = shortTime(heard);
  return <Blank>{filter.tab === 'open' ? t('desk.empty', { time, n: fresh.toLocaleString('en') }) : t('desk.emptyOther', { time })}</Blank>;
}
