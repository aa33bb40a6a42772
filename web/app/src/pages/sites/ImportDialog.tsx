import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportResult } from '../../contracts';
import { useImport } from '../../data/sites';
import { said } from '../../i18n';
import { wordsOfError } from '../../ui/errors';
import { Field } from '../../ui/Field';

const largest = 20 * 1024 * 1024;

export function ImportDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal title={t('site.importTitle')} open={open} onCancel={onClose} footer={null} width={720} destroyOnHidden closable={{ 'aria-label': t('common.close') }}>
      <p className="quiet">{t('site.importHint')}</p>
      <ImportForm onClose={onClose} />
    </Modal>
  );
}

/** A file is checked as soon as it is chosen; nothing is written before the person has seen the result. */
function ImportForm({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const [file, setFile] = useState<File | null>(null);
  const check = useImport();
  const write = useImport();
  const big = file !== null && file.size > largest;
  const choose = (chosen: File | null) => {
    setFile(chosen);
    check.reset();
    if (chosen && chosen.size <= largest) check.mutate({ file: chosen, dryRun: true });
  };
  const confirm = () =>
    file &&
    write.mutate(
      { file, dryRun: false },
      {
        onSuccess: (done) => {
          void message.success(t('site.importDone', { added: done.added.length, changed: done.changed.length }));
          onClose();
        },
      },
    );
  const error = write.error ?? check.error;
  const useful = (check.data?.added.length ?? 0) + (check.data?.changed.length ?? 0) > 0;
  return (
    <>
      <Field label={t('site.choose')} fault={big ? t('site.tooBig') : undefined}>
        {(id) => <Picker id={id} file={file} onChoose={choose} />}
      </Field>
      {check.isPending && <p role="status">{t('site.checking')}</p>}
      {error && (
        <p className="fault" role="alert">
          {wordsOfError(error, i18n.language, t)}
        </p>
      )}
      {check.data && <Result result={check.data} />}
      <div className="dialog-foot">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="primary" disabled={!useful} title={check.data && !useful ? t('site.nothingToDo') : undefined} loading={write.isPending} onClick={confirm}>
          {t('site.confirmImport')}
        </Button>
      </div>
    </>
  );
}

/** The browser's own button speaks the browser's language; this one speaks ours, and the input keeps the keyboard. */
function Picker({ id, file, onChoose }: { id: string; file: File | null; onChoose: (file: File | null) => void }) {
  const { t } = useTranslation();
  return (
    <label className="picker" htmlFor={id}>
      <input id={id} type="file" accept=".csv,.json,text/csv,application/json" onChange={(e) => onChoose(e.target.files?.[0] ?? null)} />
      <span className="chip">{t('site.browse')}</span> <span className="wrap">{file?.name ?? t('site.noFile')}</span>
    </label>
  );
}

function Result({ result }: { result: ImportResult }) {
  const { t, i18n } = useTranslation();
  return (
    <div role="status">
      <p className="row-flex">
        {(['added', 'changed', 'unchanged', 'rejected'] as const).map((kind) => (
          <span key={kind} className="chip">
            {t(`site.${kind}`)} {result[kind].length}
          </span>
        ))}
      </p>
      {result.rejected.length > 0 && (
        // Scrollable, so it must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="scroll" tabIndex={0} role="region" aria-label={t('site.rejected')}>
          <table className="facts">
            <thead>
              <tr>
                <th scope="col">{t('site.line')}</th>
                <th scope="col">{t('site.columnName')}</th>
                <th scope="col">{t('site.value')}</th>
                <th scope="col">{t('site.allowed')}</th>
              </tr>
            </thead>
            <tbody>
              {result.rejected.map((fault) => (
                <tr key={`${fault.line}/${fault.column}`}>
                  <td>{fault.line}</td>
                  <td>{fault.column}</td>
                  <td className="wrap">{fault.value}</td>
                  <td className="wrap">{said(fault.allowed, i18n.language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
