import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../contracts';
import { said } from '../i18n';
import { useLive } from '../live/store';

/** A new critical alarm is read out once, however it came: by event, gap fill or snapshot. */
export function Announcer() {
  const { t, i18n } = useTranslation();
  const [fresh, setFresh] = useState<Alarm[]>([]);
  const { alarms, known: started } = useLive((live) => live.desk);
  const told = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (!started) return;
    const critical = [...alarms.values()].filter((a) => a.priority === 'P1' && a.state === 'open');
    const known = told.current;
    // What stood when the page was opened is on the screen; only what comes later is news.
    told.current = new Set([...(known ?? []), ...critical.map(nameOf)]);
    const news = known === null ? [] : critical.filter((a) => !known.has(nameOf(a)));
    if (news.length > 0) setFresh(news);
  }, [alarms, started]);
  const words = fresh.map((a) => t('announce.p1', { target: a.targetName, sentence: said(a.sentence, i18n.language) }));
  return (
    <div role="alert" className="hidden" data-testid="announcer">
      {words.join(' ')}
    </div>
  );
}

const nameOf = (alarm: Alarm): string => `${alarm.id}/${alarm.count}`;
