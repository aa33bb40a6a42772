import { useId, type ReactNode } from 'react';

type FieldProps = { label: string; hint?: string; fault?: string; children: (id: string, describedBy: string | undefined) => ReactNode };

/** A label, its control, and what is wrong with it, tied together for assistive technology. */
export function Field({ label, hint, fault, children }: FieldProps) {
  const id = useId();
  const words = fault ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id, words ? `${id}-words` : undefined)}
      {words && (
        <div id={`${id}-words`} className={fault ? 'field-fault' : 'quiet field-hint'} role={fault ? 'alert' : undefined}>
          {words}
        </div>
      )}
    </div>
  );
}
