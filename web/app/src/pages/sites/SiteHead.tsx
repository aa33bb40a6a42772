import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteDetail, SiteProfile } from '../../contracts';
import { useRights } from '../../data/session';
import { useSiteAct } from '../../data/sites';
import { useKeys } from '../../keys/keys';
import { useLive } from '../../live/store';
import { wordsOfError } from '../../ui/errors';
import { Earned } from './Earned';
import { MaintenanceDialog } from './MaintenanceDialog';
import { ProfileDialog } from './ProfileDialog';
import { RemoveDialog } from './RemoveDialog';

type Dialog = 'edit' | 'maintenance' | 'remove' | null;

export function SiteHead({ site }: { site: SiteDetail }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<Dialog>(null);
  const { profile } = site;
  const close = () => setDialog(null);
  return (
    <section className="card pad site-head">
      <div className="row-flex spread">
        <div className="row-flex">
          <h1 className="wrap">{profile.name}</h1>
          <Earned site={site} />
        </div>
        <SiteActs site={site} open={setDialog} />
      </div>
      <dl>
        <Pair name={t('site.field.id')} value={profile.id} />
        <Pair name={t('site.field.url')} value={profile.url} />
        <Pair name={t('site.field.organizer')} value={profile.organizer} />
        {profile.supervisor && <Pair name={t('site.field.supervisor')} value={profile.supervisor} />}
        <Pair name={t('site.field.level')} value={`${t(`site.level.${profile.level}`)}${profile.isPortal ? ` · ${t('site.field.isPortal')}` : ''}`} />
        <Pair name={t('site.field.interval')} value={String(profile.intervalSeconds)} />
      </dl>
      <ProfileDialog open={dialog === 'edit'} onClose={close} before={profile} />
      <MaintenanceDialog open={dialog === 'maintenance'} onClose={close} profile={profile} />
      <RemoveDialog open={dialog === 'remove'} onClose={close} profile={profile} />
    </section>
  );
}

function Pair({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="wrap">{value}</dd>
    </div>
  );
}

function SiteActs({ site, open }: { site: SiteDetail; open: (dialog: Dialog) => void }) {
  const { t } = useTranslation();
  const rights = useRights();
  const stale = useLive((live) => live.phase === 'stale');
  const { carryOut, pending } = useTold(site.profile);
  const { paused } = site.profile;
  const probe = () => carryOut('probe', t('site.probing'));
  useKeys({ r: rights.probe && !paused && !stale ? probe : undefined });
  return (
    <div className="row-flex">
      {rights.probe && (
        <Button type="primary" aria-keyshortcuts="r" disabled={paused || stale} loading={pending} onClick={probe}>
          {t('site.probe')}
        </Button>
      )}
      {rights.probe && (
        <Button disabled={stale} onClick={() => open('maintenance')}>
          {t('site.maintenance')}
        </Button>
      )}
      {rights.editSites && (
        <>
          <Button disabled={stale} onClick={() => carryOut(paused ? 'resume' : 'pause', t(paused ? 'site.resumed' : 'site.paused'))}>
            {t(paused ? 'site.resume' : 'site.pause')}
          </Button>
          <Button disabled={stale} onClick={() => open('edit')}>
            {t('site.edit')}
          </Button>
          <Button danger disabled={stale} onClick={() => open('remove')}>
            {t('site.remove')}
          </Button>
        </>
      )}
    </div>
  );
}

function useTold(profile: SiteProfile) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const act = useSiteAct(profile.id);
  const carryOut = (verb: 'pause' | 'resume' | 'probe', done: string) =>
    act.mutate(verb, {
      onSuccess: () => void message.success(done),
      onError: (error) => void message.error(wordsOfError(error, i18n.language, t)),
    });
  return { carryOut, pending: act.isPending };
}
