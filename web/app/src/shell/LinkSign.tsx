import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { collectorsAlive } from '../live/freshness';
import { age, type Phase } from '../live/link';
import { limits } from '../live/limits';
import { useServerNow, useSteadyNow } from '../live/now';
import { serverNow, useLive } from '../live/store';
import { Shape, type ShapeName } from '../ui/Shape';
import { clockTime, span } from '../ui/time';

const shape: Record<Phase, ShapeName> = { live: 'tick', syncing: 'arrows', polling: 'arrows', stale: 'glass' };

/** How far this page can be trusted, in one line: link, collectors, targets. */
export function LinkSign() {
  const { t } = useTranslation();
  const phase = useLive((live) => live.phase);
  const pulse = useLive((live) => live.link.pulse);
  const at = useLive((live) => live.link.at);
  const now = useServerNow();
  const heard = useHeardAt();
  const alive = collectorsAlive(pulse, now);
  const sure = phase === 'live' || phase === 'polling';
  return (
    <span
      className="link-sign"
      data-phase={phase}
      role="group"
      aria-label={t('link.label')}
      title={heard === null ? undefined : t('link.detail', { time: clockTime(heard), epoch: at?.epoch ?? '–', seq: at?.seq ?? '–' })}
    >
      <Shape name={shape[phase]} />
      <span>
        {t(`link.${phase}`)} {heard === null ? t('link.never') : clockTime(heard)}
        {phase === 'stale' && heard !== null && ` (${span(now - heard, t)})`}
      </span>
      {pulse && (
        <span>
          · {t('link.collectors', { n: sure ? alive : '?', of: pulse.collectors.length })} ·{' '}
          {t('link.targets', { n: sure ? pulse.fresh.toLocaleString('en') : '?', of: pulse.targets.toLocaleString('en') })}
        </span>
      )}
    </span>
  );
}

/** The moment of the last frame in server time; null before the first. */
export function useHeardAt(): number | null {
  const heard = useLive((live) => live.link.lastFrameAt);
  const steady = useSteadyNow();
  const now = useServerNow();
  return heard === null ? null : now - Math.max(0, steady - heard);
}

/** The clock of the server. Ticks by ours between two heartbeats, corrected by each. */
export function ServerClock() {
  const { t } = useTranslation();
  const now = useServerNow();
  const skew = useSkew();
  return (
    <>
      <time className="clock" dateTime={new Date(now).toISOString()} title={t('link.serverTime')}>
        {clockTime(now)}
      </time>
      {skew > limits.skew && (
        <span className="chip warn" title={t('link.skewHint')} data-testid="skew">
          {t('link.skew', { age: span(skew, t) })}
        </span>
      )}
    </>
  );
}

/** How far this computer's clock is from the server's, told with each second. */
function useSkew(): number {
  const [skew, setSkew] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSkew(Math.abs(serverNow() - Date.now())), 1_000);
    return () => clearInterval(timer);
  }, []);
  return skew;
}

/** How long nothing has been heard, in milliseconds. */
export function useLinkAge(): number {
  const link = useLive((live) => live.link);
  return age(link, useSteadyNow());
}
