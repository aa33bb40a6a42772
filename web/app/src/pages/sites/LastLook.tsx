import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Observation, SiteDetail } from '../../contracts';
import { Moment } from '../../ui/Ago';
import { Blank } from '../../ui/States';

/** The last probe, as it was seen: facts, no judgement. */
export function LastLook({ site }: { site: SiteDetail }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-label={t('site.lastLook')}>
      <h2>{t('site.lastLook')}</h2>
      {site.lastSeen ? <Facts seen={site.lastSeen} /> : <Blank shape="ring">{t('site.never')}</Blank>}
    </section>
  );
}

function Facts({ seen }: { seen: Observation }) {
  const { t } = useTranslation();
  const { phases, http, failure } = seen;
  const ms = (n: number | null | undefined) => (n == null ? '–' : t('site.ms', { n: n.toLocaleString('en') }));
  const rows: [string, ReactNode][] = [
    [t('site.time'), <Moment key="at" at={seen.at} />],
    [t('site.result'), failure ? `${t(`failure.${failure.class}` as 'failure.dns', failure.class)} · ${failure.detail}` : t('site.opened')],
    ...(seen.sighted ? [] : [['', t('site.blind')] as [string, string]]),
    ...(http
      ? ([
          [t('site.http'), String(http.status)],
          [t('site.finalUrl'), http.finalUrl],
          [t('site.address'), http.address ?? '–'],
          [t('site.bytes'), `${http.bytes.toLocaleString('en')} B${seen.unchanged ? ` · ${t('site.sameContent')}` : ''}`],
        ] as [string, string][])
      : []),
    [t('site.phase.dns'), ms(phases.dnsMs)],
    [t('site.phase.connect'), ms(phases.connectMs)],
    [t('site.phase.tls'), ms(phases.tlsMs)],
    [t('site.phase.firstByte'), ms(phases.firstByteMs)],
    [t('site.phase.body'), ms(phases.bodyMs)],
    [t('site.phase.total'), ms(phases.totalMs)],
  ];
  return (
    <table className="facts">
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="wrap">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
