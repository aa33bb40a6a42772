import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskEvent } from '../../contracts';
import { said } from '../../i18n';
import { useLive } from '../../live/store';
import { priorityShape, Shape } from '../../ui/Shape';
import { clockTime, fullTime } from '../../ui/time';

/** 动态流: the latest events, for the eye only. It can be stopped, and it is never read out by itself. */
export function Ticker({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const news = useLive((live) => live.desk.news);
  const [stopped, setStopped] = useState<readonly DeskEvent[] | null>(null);
  const shown = stopped ?? news;
  const missed = stopped ? news.filter((event) => event.seq > (stopped[0]?.seq ?? 0)).length : 0;
  return (
    <section className="ticker card" aria-label={t('ticker.label')}>
      <div className="bar">
        <strong>{t('ticker.label')}</strong>
        <Button size="small" onClick={() => setStopped(stopped ? null : news)} aria-pressed={stopped !== null}>
          {stopped ? t('ticker.resume') : t('ticker.pause')}
        </Button>
        {missed > 0 && <span className="quiet">{t('ticker.paused', { n: missed })}</span>}
      </div>
      {/* Scrollable, so it must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ol aria-live="off" aria-label={t('ticker.label')} tabIndex={0}>
        {shown.length === 0 && <li className="quiet">{t('ticker.empty')}</li>}
        {shown.map((event) => (
          <News key={`${event.epoch}/${event.seq}`} event={event} onOpen={onOpen} />
        ))}
      </ol>
    </section>
  );
}

function News({ event, onOpen }: { event: DeskEvent; onOpen: (id: string) => void }) {
  const { t, i18n } = useTranslation();
  const { alarm } = event;
  return (
    <li>
      <time className="quiet" dateTime={event.at} title={fullTime(event.at)}>
        {clockTime(event.at)}
      </time>
      <span className={`state ${alarm.priority.toLowerCase()}`}>
        <Shape name={priorityShape[alarm.priority]} /> {t(`priority.${alarm.priority}`)}
      </span>
      <span>{t(`kind.${event.kind}`)}</span>
      <button type="button" className="plain" onClick={() => onOpen(alarm.id)}>
        {alarm.targetName}
      </button>
      <span className="quiet">
        {event.by === 'system' ? '' : `${event.by} · `}
        {event.note ?? said(alarm.sentence, i18n.language)}
      </span>
    </li>
  );
}
