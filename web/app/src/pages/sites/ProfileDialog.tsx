import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteLevel, SiteProfile } from '../../contracts';
import { useSaveSite, type NewProfile } from '../../data/sites';
import { faultOf, wordsOfError } from '../../ui/errors';
import { Field } from '../../ui/Field';

const levels: readonly SiteLevel[] = ['ministry', 'province', 'city', 'county', 'township'];
const blank: NewProfile = {
  id: '',
  name: '',
  url: 'https://',
  organizer: '',
  supervisor: '',
  level: 'county',
  isPortal: false,
  intervalSeconds: 300,
  keywords: [],
};

type ProfileDialogProps = { open: boolean; onClose: () => void; before?: SiteProfile };

export function ProfileDialog({ open, onClose, before }: ProfileDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal title={t(before ? 'site.edit' : 'site.add')} open={open} onCancel={onClose} footer={null} width={680} destroyOnHidden closable={{ 'aria-label': t('common.close') }}>
      <ProfileForm onClose={onClose} before={before} />
    </Modal>
  );
}

function ProfileForm({ onClose, before }: Omit<ProfileDialogProps, 'open'>) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const [profile, setProfile] = useState<NewProfile>(before ?? blank);
  const save = useSaveSite(before);
  const set = (change: Partial<NewProfile>) => setProfile({ ...profile, ...change });
  const submit = () =>
    save.mutate(profile, {
      onSuccess: () => {
        void message.success(t('site.saved'));
        onClose();
      },
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {save.error && (
        <p className="fault" role="alert">
          {wordsOfError(save.error, i18n.language, t)}
        </p>
      )}
      <div className="fields">
        {(['id', 'name', 'url', 'organizer', 'supervisor'] as const).map((key) => (
          <Field key={key} label={t(`site.field.${key}`)} hint={key === 'id' || key === 'url' ? t(`site.hint.${key}`) : undefined} fault={faultOf(save.error, key)}>
            {(id, describedBy) => (
              <Input
                id={id}
                aria-describedby={describedBy}
                required={key !== 'supervisor'}
                disabled={key === 'id' && before !== undefined}
                value={profile[key]}
                onChange={(event) => set({ [key]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Rest profile={profile} set={set} error={save.error} />
      </div>
      <div className="dialog-foot">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}

function Rest({ profile, set, error }: { profile: NewProfile; set: (change: Partial<NewProfile>) => void; error: unknown }) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t('site.field.level')} fault={faultOf(error, 'level')}>
        {(id) => (
          <select id={id} className="native" value={profile.level} onChange={(event) => set({ level: event.target.value as SiteLevel })}>
            {levels.map((level) => (
              <option key={level} value={level}>
                {t(`site.level.${level}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('site.field.interval')} hint={t('site.hint.interval')} fault={faultOf(error, 'intervalSeconds')}>
        {(id, describedBy) => (
          <input
            id={id}
            className="native"
            type="number"
            min={10}
            max={86400}
            required
            aria-describedby={describedBy}
            value={profile.intervalSeconds}
            onChange={(event) => set({ intervalSeconds: Number(event.target.value) })}
          />
        )}
      </Field>
      <Field label={t('site.field.keywords')} fault={faultOf(error, 'keywords')}>
        {(id) => (
          <Input id={id} defaultValue={profile.keywords.join('，')} onChange={(event) => set({ keywords: event.target.value.split(/[,，、]/).map((w) => w.trim()).filter(Boolean) })} />
        )}
      </Field>
      <Field label={t('site.field.isPortal')}>
        {(id) => <input id={id} type="checkbox" className="tickbox" checked={profile.isPortal} onChange={(event) => set({ isPortal: event.target.checked })} />}
      </Field>
    </>
  );
}
