import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SiteRow } from '../../contracts';
import { Moment } from '../../ui/Ago';
import { Grid, type Column } from '../../ui/Grid';
import { Earned } from './Earned';

const idOf = (row: SiteRow): string => row.profile.id;

export function SiteGrid({ rows, onOpen }: { rows: readonly SiteRow[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const [active, setActive] = useState<string | null>(null);
  const columns = useColumns();
  return (
    <div className="list" onDoubleClick={() => active && onOpen(active)}>
      <Grid
        label={t('site.list')}
        columns={columns}
        rows={rows}
        idOf={idOf}
        activeId={active}
        onActive={setActive}
        onOpen={(id) => (id === active ? onOpen(id) : undefined)}
      />
    </div>
  );
}

function useColumns(): readonly Column<SiteRow>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      { key: 'condition', title: t('site.column.condition'), width: '132px', cell: (s) => <Earned site={s} /> },
      {
        key: 'name',
        title: t('site.column.name'),
        width: 'minmax(180px, 2fr)',
        className: 'strong',
        cell: (s) => (
          <Link to={`/sites/${encodeURIComponent(s.profile.id)}`} tabIndex={-1} title={s.profile.url}>
            {s.profile.name}
          </Link>
        ),
      },
      { key: 'id', title: t('site.column.id'), width: '120px', cell: (s) => s.profile.id },
      { key: 'organizer', title: t('site.column.organizer'), width: 'minmax(140px, 1.5fr)', cell: (s) => <span title={s.profile.organizer}>{s.profile.organizer}</span> },
      { key: 'seen', title: t('site.column.seen'), width: '136px', cell: (s) => (s.seenAt ? <Moment at={s.seenAt} /> : t('site.never')) },
      { key: 'time', title: t('site.column.time'), width: '104px', className: 'num', cell: (s) => (s.totalMs == null ? '–' : t('site.ms', { n: s.totalMs.toLocaleString('en') })) },
      { key: 'next', title: t('site.column.next'), width: '136px', cell: (s) => (s.nextLook ? <Moment at={s.nextLook} /> : '–') },
      { key: 'findings', title: t('site.column.findings'), width: '120px', className: 'num', cell: (s) => s.openFindings },
    ],
    [t],
  );
}
