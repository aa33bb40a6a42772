import { Button, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Condition, SitePage as Page } from '../../contracts';
import { useRights } from '../../data/session';
import { sitesPerPage, useSites, type SiteAsk, type SiteSort } from '../../data/sites';
import { useKeys } from '../../keys/keys';
import { useLive } from '../../live/store';
import { useHeardAt } from '../../shell/LinkSign';
import { Blank, Loaded } from '../../ui/States';
import { clockTime } from '../../ui/time';
import { ImportDialog } from './ImportDialog';
import { ProfileDialog } from './ProfileDialog';
import { SiteGrid } from './SiteGrid';

const conditions: readonly Condition[] = ['normal', 'suspect', 'down', 'blocked', 'unknown', 'maintenance', 'paused'];
const sorts: readonly SiteSort[] = ['name', 'seenAt', 'condition'];

function useAsk() {
  const [search, setSearch] = useSearchParams();
  const ask: SiteAsk = {
    q: search.get('q') ?? '',
    condition: conditions.find((c) => c === search.get('condition')) ?? '',
    page: Math.max(1, Number(search.get('page')) || 1),
    sort: sorts.find((s) => s === search.get('sort')) ?? 'name',
  };
  const set = (change: Record<string, string | null>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        // Any other question begins at the first page.
        next.delete('page');
        for (const [key, value] of Object.entries(change)) {
          if (value) next.set(key, value);
          else next.delete(key);
        }
        return next;
      },
      { replace: true },
    );
  return { ask, set };
}

/** 站点: every website of the region, found by name or by how it stands. */
export default function SitesPage() {
  const { t } = useTranslation();
  const { ask, set } = useAsk();
  const sites = useSites(ask);
  const { editSites } = useRights();
  const [dialog, setDialog] = useState<'import' | 'add' | null>(null);
  const find = useRef<InputRef>(null);
  const navigate = useNavigate();
  useKeys({ '/': () => find.current?.focus() });
  return (
    <div className="page">
      <div className="row-flex spread">
        <h1>{t('site.title')}</h1>
        {editSites && (
          <div className="row-flex">
            <Button onClick={() => setDialog('import')}>{t('site.import')}</Button>
            <Button type="primary" onClick={() => setDialog('add')}>
              {t('site.add')}
            </Button>
          </div>
        )}
      </div>
      <section className="board card" style={{ flex: 1, minHeight: 320 }} aria-label={t('site.list')}>
        <div className="bar">
          <Facets counts={sites.data?.counts} chosen={ask.condition} onChoose={(c) => set({ condition: c })} />
          <span className="grow" />
          <Sort value={ask.sort} onChange={(sort) => set({ sort: sort === 'name' ? null : sort })} />
          <Input.Search
            ref={find}
            key={ask.q}
            className="find"
            style={{ width: 300 }}
            aria-label={t('site.search')}
            placeholder={t('site.search')}
            defaultValue={ask.q}
            allowClear
            onSearch={(q) => set({ q: q.trim() || null })}
          />
        </div>
        <Loaded part={t('site.list')} answer={sites}>
          {(page) => <Rows page={page} ask={ask} onOpen={(id) => void navigate(`/sites/${encodeURIComponent(id)}`)} />}
        </Loaded>
        {sites.data && <Pager page={sites.data} set={set} />}
      </section>
      <ImportDialog open={dialog === 'import'} onClose={() => setDialog(null)} />
      <ProfileDialog open={dialog === 'add'} onClose={() => setDialog(null)} />
    </div>
  );
}

function Rows({ page, ask, onOpen }: { page: Page; ask: SiteAsk; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  if (page.items.length > 0) return <SiteGrid rows={page.items} onOpen={onOpen} />;
  if (ask.q !== '' || ask.condition !== '') return <Blank shape="ring">{t('site.emptyFiltered')}</Blank>;
  return (
    <Blank shape="ring">
      <p>{t('site.empty')}</p>
      <p>{t('site.emptyHint')}</p>
    </Blank>
  );
}

function Facets({ counts, chosen, onChoose }: { counts?: Page['counts']; chosen: Condition | ''; onChoose: (c: Condition | null) => void }) {
  const { t } = useTranslation();
  const stale = useLive((live) => live.phase === 'stale');
  const heard = useHeardAt();
  const total = counts && conditions.reduce((sum, c) => sum + (counts[c] ?? 0), 0);
  return (
    <>
      {stale && heard !== null && <span className="quiet">{t('link.asOf', { time: clockTime(heard) })}</span>}
      <div className="tabs" role="group" aria-label={t('site.filter')}>
        <button type="button" aria-pressed={chosen === ''} onClick={() => onChoose(null)}>
          {t('site.all')} {total ?? ''}
        </button>
        {conditions.map((c) => (
          <button key={c} type="button" aria-pressed={chosen === c} onClick={() => onChoose(c)}>
            {t(`condition.${c}`)} {counts?.[c] ?? ''}
          </button>
        ))}
      </div>
    </>
  );
}

function Sort({ value, onChange }: { value: SiteSort; onChange: (sort: SiteSort) => void }) {
  const { t } = useTranslation();
  const words = { name: t('site.sortName'), seenAt: t('site.sortSeen'), condition: t('site.sortCondition') };
  return (
    <select className="native" style={{ width: 'auto' }} aria-label={t('site.sort')} value={value} onChange={(e) => onChange(e.target.value as SiteSort)}>
      {sorts.map((sort) => (
        <option key={sort} value={sort}>
          {words[sort]}
        </option>
      ))}
    </select>
  );
}

function Pager({ page, set }: { page: Page; set: (change: Record<string, string | null>) => void }) {
  const { t } = useTranslation();
  const pages = Math.max(1, Math.ceil(page.total / sitesPerPage));
  return (
    <div className="pager">
      <span className="quiet">{t('site.total', { n: page.total.toLocaleString('en') })}</span>
      <Button size="small" disabled={page.page <= 1} onClick={() => set({ page: String(page.page - 1) })}>
        {t('site.prev')}
      </Button>
      <span>{t('site.page', { page: page.page, pages })}</span>
      <Button size="small" disabled={page.page >= pages} onClick={() => set({ page: String(page.page + 1) })}>
        {t('site.nextPage')}
      </Button>
    </div>
  );
}
