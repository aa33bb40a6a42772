import { Button, Skeleton } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../data/api';
import { Shape, type ShapeName } from './Shape';

/** A skeleton, but not for waits too short to notice. */
export function Waiting({ rows = 3 }: { rows?: number }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="pad" aria-busy="true">
      <span className="hidden">{t('common.loading')}</span>
      {shown && <Skeleton active={false} title={false} paragraph={{ rows }} />}
    </div>
  );
}

/** Names the part that failed and its code, and leaves the rest of the screen alone. */
export function Failed({ part, error, retry }: { part: string; error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  const code = error instanceof Refusal ? t('common.code', { code: error.status }) : t('common.noAnswer');
  return (
    <div className="blank" role="status">
      <p>
        {t('common.failed', { part })} · {code}
      </p>
      <Button size="small" onClick={retry}>
        {t('common.retry')}
      </Button>
    </div>
  );
}

export function Blank({ shape = 'tick', children }: { shape?: ShapeName; children: ReactNode }) {
  return (
    <div className="blank">
      <Shape name={shape} />
      {children}
    </div>
  );
}

type Answer<T> = { data: T | undefined; error: unknown; refetch: () => unknown };

/** The states of a card whose content is asked for: waiting, failed, there. Old content outlives a failed refresh. */
export function Loaded<T>({ part, answer, children }: { part: string; answer: Answer<T>; children: (data: T) => ReactNode }) {
  if (answer.data !== undefined) return children(answer.data);
  if (answer.error) return <Failed part={part} error={answer.error} retry={() => void answer.refetch()} />;
  return <Waiting />;
}
