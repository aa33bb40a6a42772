import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteDetail } from '../../contracts';
import { useServerNow } from '../../live/now';
import { Moment } from '../../ui/Ago';
import { dayOnly, dayTime, daysSince } from '../../ui/time';
import { Severity } from '../../ui/Words';
import { useEarned } from './Earned';

/** Which findings speak of which card. */
const codes = {
  availability: ['siteDown', 'siteBlocked'],
  home: ['homeStale', 'homeStaleSoon'],
  certificate: ['certificateEnding', 'certificateInvalid'],
  access: ['accessVeto', 'accessNearVeto'],
  title: ['titleChanged', 'titleMismatch', 'linksReplaced', 'keywordMissing', 'ledElsewhere'],
} as const;

export function CheckCards({ site }: { site: SiteDetail }) {
  return (
    <div className="checks">
      <AvailabilityCard site={site} />
      <HomeCard site={site} />
      <CertificateCard site={site} />
      <AccessCard site={site} />
      <TitleCard site={site} />
    </div>
  );
}

function Check({ site, name, big, children }: { site: SiteDetail; name: keyof typeof codes; big: ReactNode; children?: ReactNode }) {
  const { t } = useTranslation();
  const known: readonly string[] = codes[name];
  const worst = site.open.filter((f) => known.includes(f.code)).sort((a, b) => (a.priority < b.priority ? -1 : 1))[0];
  return (
    <section className="card pad check" aria-label={t(`site.card.${name}`)}>
      <div className="row-flex spread">
        <h3>{t(`site.card.${name}`)}</h3>
        {worst && <Severity priority={worst.priority} />}
      </div>
      <p className="big wrap">{big}</p>
      <div className="quiet wrap">{children}</div>
    </section>
  );
}

function AvailabilityCard({ site }: { site: SiteDetail }) {
  const { t } = useTranslation();
  const condition = useEarned(site);
  const { availability, seenAt } = site;
  const since = availability.since;
  return (
    <Check site={site} name="availability" big={condition === 'unknown' ? t('condition.unknown') : t(`availability.${availability.state}`)}>
      {availability.failure && <p>{t(`failure.${availability.failure.class}` as 'failure.dns', availability.failure.class)}</p>}
      {since && <p>{t('site.since', { time: dayTime(since) })}</p>}
      <p>
        {t('site.column.seen')} {seenAt ? <Moment at={seenAt} /> : t('site.never')}
      </p>
      {site.nextLook && (
        <p>
          {t('site.column.next')} <Moment at={site.nextLook} />
        </p>
      )}
    </Check>
  );
}

function HomeCard({ site }: { site: SiteDetail }) {
  const { t } = useTranslation();
  const now = useServerNow();
  const { latest, readAt, lastSeen } = site;
  const doubtful = lastSeen?.page?.impossibleDates ?? [];
  return (
    <Check site={site} name="home" big={latest ? t('site.daysAgo', { n: daysSince(latest.date, now) }) : t(readAt ? 'site.noDate' : 'site.notRead')}>
      {latest && (
        <p>
          {t('site.latestOn', { date: latest.date })} {latest.title}
        </p>
      )}
      {doubtful.length > 0 && <p>{t('site.impossible', { dates: doubtful.join(t('common.listSeparator')) })}</p>}
      {readAt && <p>{t('site.readAt', { time: dayTime(readAt) })}</p>}
    </Check>
  );
}

function CertificateCard({ site }: { site: SiteDetail }) {
  const { t } = useTranslation();
  const now = useServerNow();
  const certificate = site.certificate;
  if (!certificate) {
    return <Check site={site} name="certificate" big={t(site.profile.url.startsWith('http:') ? 'site.plainHttp' : 'site.noCertificate')} />;
  }
  const days = Math.floor((Date.parse(certificate.notAfter) - now) / 86_400_000);
  return (
    <Check site={site} name="certificate" big={days >= 0 ? t('site.certDays', { n: days }) : t('site.certEnded', { n: -days })}>
      <p>{t('site.certUntil', { date: dayOnly(certificate.notAfter) })}</p>
      <p>{certificate.subject}</p>
      {certificate.problem && <p>{certificate.problem}</p>}
    </Check>
  );
}

/** 国办秘函〔2019〕19号: 20 accesses a day for a week. */
const accessesPerWeek = 140;

function AccessCard({ site }: { site: SiteDetail }) {
  const { t } = useTranslation();
  const { accesses, failures } = site.accesses;
  const share = accesses === 0 ? '0' : ((failures / accesses) * 100).toFixed(1);
  return (
    <Check site={site} name="access" big={t('site.accessCount', { failures, accesses })}>
      <p>{t('site.accessShare', { share })}</p>
      {accesses < accessesPerWeek && <p>{t('site.accessFew', { n: accesses })}</p>}
    </Check>
  );
}

function TitleCard({ site }: { site: SiteDetail }) {
  const { t } = useTranslation();
  const page = site.lastSeen?.page;
  const worst = site.open.some((f) => (codes.title as readonly string[]).includes(f.code));
  return (
    <Check site={site} name="title" big={page?.title ? page.title : t(worst || site.readAt ? 'site.sameContent' : 'site.notRead')}>
      {page && page.missingKeywords.length > 0 && <p>{t('site.missingKeywords', { words: page.missingKeywords.join(t('common.listSeparator')) })}</p>}
      {page && <p>{t('site.outside', { n: page.outsideHosts.length })}</p>}
    </Check>
  );
}
