import { useTranslation } from 'react-i18next';
import type { PastEvent } from '../../contracts';
import { Moment } from '../../ui/Ago';

/** What happened, machine and people, newest first. Notes are text, whatever they look like. */
export function Timeline({ events }: { events: readonly PastEvent[] }) {
  const { t } = useTranslation();
  const newestFirst = [...events].reverse();
  return (
    <ol>
      {newestFirst.map((event) => (
        <li key={`${event.epoch}/${event.seq}`} className="line">
          <span className="quiet">
            <Moment at={event.at} />
          </span>
          <span>
            {t(`kind.${event.kind}`)} · {event.by === 'system' ? t('system') : event.by}
          </span>
          {event.note && <p>{event.note}</p>}
        </li>
      ))}
    </ol>
  );
}
