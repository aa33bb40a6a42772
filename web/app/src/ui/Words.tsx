import { useTranslation } from 'react-i18next';
import type { AlarmState, Condition, Priority } from '../contracts';
import { priorityShape, Shape, type ShapeName } from './Shape';

/** Severity: shape, word and code. Filled while nobody has it, outlined once somebody does. */
export function Severity({ priority, solid = true }: { priority: Priority; solid?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={`sev ${priority.toLowerCase()}`} data-solid={solid}>
      <Shape name={priorityShape[priority]} />
      {t(`priority.${priority}`)} <small>{priority}</small>
    </span>
  );
}

const stateShape: Record<AlarmState, ShapeName> = { open: 'ring', acknowledged: 'hand', recovered: 'back', resolved: 'tick' };

export function StateWord({ state, pending }: { state: AlarmState; pending?: 'queued' | 'sending' | 'unknown' }) {
  const { t } = useTranslation();
  return (
    <span className="state">
      <Shape name={pending ? 'clock' : stateShape[state]} />
      {t(`state.${pending ?? state}`)}
    </span>
  );
}

const conditionShape: Record<Condition, ShapeName> = {
  normal: 'tick',
  suspect: 'arrows',
  down: 'cross',
  blocked: 'wall',
  unknown: 'ring',
  maintenance: 'tools',
  paused: 'bars',
};

/** A site's condition as earned: the caller has already folded in every doubt. */
export function ConditionWord({ condition }: { condition: Condition }) {
  const { t } = useTranslation();
  return (
    <span className={`cond cond-${condition}`} data-condition={condition}>
      <Shape name={conditionShape[condition]} />
      {t(`condition.${condition}`)}
    </span>
  );
}
