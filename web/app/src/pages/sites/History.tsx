import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteHistory, SiteProfile } from '../../contracts';
import { useSiteHistory } from '../../data/sites';
import { Blank, Loaded, Waiting } from '../../ui/States';
import { fullTime } from '../../ui/time';

const Chart = lazy(() => import('../../charts/HistoryChart'));
const spans = [6, 24, 168, 2160] as const;

/** Time taken and failures over a span, as a curve or as a table of the same numbers. */
export default function History({ profile }: { profile: SiteProfile }) {
  const { t } = useTranslation();
  const [hours, setHours] = useState<(typeof spans)[number]>(24);
  const [table, setTable] = useState(false);
  const history = useSiteHistory(profile.id, hours);
  return (
    <section className="card" aria-label={t('site.history')}>
      <div className="bar">
        <h2>{t('site.history')}</h2>
        <span className="grow" />
        <div className="tabs" role="group" aria-label={t('site.history')}>
          {spans.map((n) => (
            <button key={n} type="button" aria-pressed={n === hours} onClick={() => setHours(n)}>
              {t(`site.hours.h${n}`)}
            </button>
          ))}
        </div>
        <div className="tabs" role="group" aria-label={`${t('site.chartView')}/${t('site.tableView')}`}>
          <button type="button" aria-pressed={!table} onClick={() => setTable(false)}>
            {t('site.chartView')}
          </button>
          <button type="button" aria-pressed={table} onClick={() => setTable(true)}>
            {t('site.tableView')}
          </button>
        </div>
      </div>
      <Loaded part={t('site.history')} answer={history}>
        {(data) => <Shown history={data} profile={profile} table={table} />}
      </Loaded>
    </section>
  );
}

function Shown({ history, profile, table }: { history: SiteHistory; profile: SiteProfile; table: boolean }) {
  const { t } = useTranslation();
  if (history.samples.length === 0) return <Blank shape="ring">{t('site.historyEmpty')}</Blank>;
  if (table) return <Table history={history} />;
  return (
    <Suspense fallback={<Waiting rows={6} />}>
      <Chart history={history} name={profile.name} intervalSeconds={profile.intervalSeconds} />
    </Suspense>
  );
}

/** Longer tables serve nobody on a screen; the newest rows are shown. */
const mostRows = 500;

function Table({ history }: { history: SiteHistory }) {
  const { t } = useTranslation();
  const rows = [...history.samples].reverse().slice(0, mostRows);
  return (
    // Scrollable, so it must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll" tabIndex={0} role="region" aria-label={t('site.history')}>
      <table className="facts">
        <thead>
          <tr>
            <th scope="col">{t('site.time')}</th>
            <th scope="col">{t('site.series.total')}</th>
            <th scope="col">{t('site.series.firstByte')}</th>
            <th scope="col">{t('site.result')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((sample) => (
            <tr key={sample.at}>
              <td>{fullTime(sample.at)}</td>
              <td>{t('site.ms', { n: sample.totalMs })}</td>
              <td>{t('site.ms', { n: sample.firstByteMs })}</td>
              <td>{sample.failure ? t(`failure.${sample.failure}` as 'failure.dns', sample.failure) : t('site.opened')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
