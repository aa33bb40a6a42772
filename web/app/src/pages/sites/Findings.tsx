import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SiteDetail } from '../../contracts';
import { useSiteAlarms } from '../../data/sites';
import { said } from '../../i18n';
import { Moment } from '../../ui/Ago';
import { Blank, Loaded } from '../../ui/States';
import { shortTime } from '../../ui/time';
import { Severity, StateWord } from '../../ui/Words';

/** What the rules hold against the site now, each with its ground. */
export function Findings({ site }: { site: SiteDetail }) {
  const { t, i18n } = useTranslation();
  return (
    <section className="card" aria-label={t('site.findings')}>
      <h2>{t('site.findings')}</h2>
      {site.open.length === 0 && (
        <Blank shape={site.seenAt ? 'tick' : 'ring'}>{site.seenAt ? t('site.noFindings', { time: shortTime(site.seenAt) }) : t('site.never')}</Blank>
      )}
      <ul className="findings">
        {site.open.map((finding) => (
          <li key={finding.code}>
            <div className="row-flex">
              <Severity priority={finding.priority} />
              <span className="quiet">
                <Moment at={finding.since} />
              </span>
            </div>
            <p className="wrap">{said(finding.sentence, i18n.language)}</p>
            <p className="quiet wrap">
              {finding.basis.ruleSet} · {finding.basis.wording}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function SiteAlarms({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const alarms = useSiteAlarms(id);
  return (
    <section className="card" aria-label={t('site.alarms')}>
      <h2>{t('site.alarms')}</h2>
      <Loaded part={t('site.alarms')} answer={alarms}>
        {({ items }) =>
          items.length === 0 ? (
            <Blank shape="ring">{t('site.noAlarms')}</Blank>
          ) : (
            <ul className="findings">
              {items.map((alarm) => (
                <li key={alarm.id}>
                  <div className="row-flex">
                    <Severity priority={alarm.priority} solid={alarm.state === 'open' || alarm.state === 'recovered'} />
                    <StateWord state={alarm.state} />
                    <span className="quiet">
                      <Moment at={alarm.raisedAt} />
                    </span>
                    {alarm.owner && <span>{alarm.owner}</span>}
                  </div>
                  <Link className="wrap" to={`/?tab=all&a=${encodeURIComponent(alarm.id)}`}>
                    {said(alarm.sentence, i18n.language)}
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
