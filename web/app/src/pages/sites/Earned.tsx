import type { Condition, SiteRow } from '../../contracts';
import { earned } from '../../live/freshness';
import { useServerNow } from '../../live/now';
import { useLive } from '../../live/store';
import { ConditionWord } from '../../ui/Words';

type Seen = Pick<SiteRow, 'condition' | 'seenAt' | 'profile'>;

/** The condition as far as it may be believed this second. */
export function useEarned(site: Seen): Condition {
  const serverNow = useServerNow();
  const phase = useLive((live) => live.phase);
  const pulse = useLive((live) => live.link.pulse);
  return earned(site, { phase, pulse, serverNow });
}

export function Earned({ site }: { site: Seen }) {
  return <ConditionWord condition={useEarned(site)} />;
}
