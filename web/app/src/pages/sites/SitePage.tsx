import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { SiteDetail } from '../../contracts';
import { Refusal } from '../../data/api';
import { useSite } from '../../data/sites';
import { useKeys } from '../../keys/keys';
import { Blank, Loaded, Waiting } from '../../ui/States';
import { CheckCards } from './CheckCards';
import { Findings, SiteAlarms } from './Findings';
import { LastLook } from './LastLook';
import { SiteHead } from './SiteHead';

const History = lazy(() => import('./History'));

/** 站点详情: one website's truth over time. */
export default function SitePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const site = useSite(id);
  const navigate = useNavigate();
  useKeys({ Escape: () => void navigate('/sites') });
  const gone = site.error instanceof Refusal && site.error.status === 404;
  return (
    // Keys of the page act anywhere on it, so it can take the focus itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="page" data-keys tabIndex={0} role="region" aria-label={site.data?.profile.name ?? t('site.title')} style={{ flex: 'none' }}>
      <Link to="/sites">← {t('site.back')}</Link>
      {gone && site.data === undefined ? (
        <Blank shape="ring">{t('site.gone')}</Blank>
      ) : (
        <Loaded part={t('site.title')} answer={site}>
          {(detail) => <Whole site={detail} />}
        </Loaded>
      )}
    </div>
  );
}

function Whole({ site }: { site: SiteDetail }) {
  return (
    <>
      <SiteHead site={site} />
      <CheckCards site={site} />
      <Suspense fallback={<Waiting rows={6} />}>
        <History profile={site.profile} />
      </Suspense>
      <div className="two">
        <div className="stack">
          <Findings site={site} />
          <SiteAlarms id={site.profile.id} />
        </div>
        <LastLook site={site} />
      </div>
    </>
  );
}
