import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useId, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { keyOf } from '../keys/keys';
import { rowHeight, usePreferences } from '../keys/preferences';

export type Column<T> = {
  key: string;
  title: string;
  /** A CSS grid track. */
  width: string;
  className?: string;
  cell: (row: T) => ReactNode;
};

type GridProps<T> = {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  idOf: (row: T) => string;
  activeId: string | null;
  onActive: (id: string) => void;
  onOpen?: (id: string) => void;
  onScroll?: (top: number) => void;
  rowClass?: (row: T) => string;
  lapsed?: ReadonlySet<string>;
  scroller?: RefObject<HTMLDivElement | null>;
};

const headHeight = 36;
const noneLapsed: ReadonlySet<string> = new Set();

/** A grid of any length that keeps its roles while only the rows in view exist, and moves no row by itself. */
export function Grid<T>(props: GridProps<T>) {
  const { label, columns, rows, idOf, activeId, rowClass, lapsed = noneLapsed } = props;
  const base = useId();
  const own = useRef<HTMLDivElement>(null);
  const scroller = props.scroller ?? own;
  const height = rowHeight[usePreferences((p) => p.density)];
  const active = activeId === null ? -1 : rows.findIndex((row) => idOf(row) === activeId);
  const virtual = useRows(scroller, rows, idOf, height, active);
  const template = columns.map((c) => c.width).join(' ');
  const onKeyDown = useGridKeys(props, active, virtual.scrollToIndex);

  return (
    // The grid itself holds the focus and names its active row: rows come and go with scrolling.
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className="grid"
      data-keys
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={active >= 0 ? `${base}-${idOf(rows[active]!)}` : undefined}
      onKeyDown={onKeyDown}
      onScroll={(event) => props.onScroll?.(event.currentTarget.scrollTop)}
    >
      <Head columns={columns} template={template} />
      <div role="rowgroup" className="body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]!;
          const id = idOf(row);
          return (
            <GridRow
              key={id}
              domId={`${base}-${id}`}
              id={id}
              row={row}
              index={item.index}
              top={item.start}
              active={item.index === active}
              lapsed={lapsed.has(id)}
              className={rowClass?.(row) ?? ''}
              columns={columns as readonly Column<unknown>[]}
              template={template}
              onActive={props.onActive}
              onOpen={props.onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}

function useRows<T>(scroller: RefObject<HTMLDivElement | null>, rows: readonly T[], idOf: (row: T) => string, height: number, active: number) {
  // oxlint-disable-next-line react/incompatible-library -- its functions are not memoized here
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => idOf(rows[index]!),
    overscan: 8,
    scrollPaddingEnd: headHeight,
    // The active row stays in the document, or assistive technology would lose its place.
    rangeExtractor: useCallback(
      (range: Range) => {
        const seen = defaultRangeExtractor(range);
        return active >= 0 && !seen.includes(active) ? [...seen, active].sort((a, b) => a - b) : seen;
      },
      [active],
    ),
  });
  useEffect(() => virtual.measure(), [virtual, height]);
  return virtual;
}

function useGridKeys<T>(props: GridProps<T>, active: number, scrollTo: (index: number) => void) {
  const { rows, idOf, onActive, onOpen } = props;
  return (event: KeyboardEvent<HTMLDivElement>) => {
    const key = keyOf(event.nativeEvent, usePreferences.getState().singleKeys) ?? namedKey(event);
    const target = key === null ? null : move(key, active, rows.length);
    if (target !== null && rows[target] !== undefined) {
      event.preventDefault();
      onActive(idOf(rows[target]));
      scrollTo(target);
    } else if (key === 'Enter' && active >= 0 && event.target === event.currentTarget) {
      onOpen?.(idOf(rows[active]!));
    }
  };
}

/** Named keys move even when single letters are turned off. */
const namedKey = (event: KeyboardEvent): string | null => (event.key.length > 1 && event.key !== 'Process' ? event.key : null);

const page = 10;
function move(key: string, from: number, count: number): number | null {
  const to = (n: number) => Math.max(0, Math.min(count - 1, n));
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return to(from + 1);
    case 'ArrowUp':
    case 'k':
      return to(from - 1);
    case 'PageDown':
      return to(from + page);
    case 'PageUp':
      return to(from - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function Head<T>({ columns, template }: { columns: readonly Column<T>[]; template: string }) {
  return (
    <div role="rowgroup" className="head">
      <div role="row" aria-rowindex={1} className="row" style={{ gridTemplateColumns: template }}>
        {columns.map((column, n) => (
          <div key={column.key} role="columnheader" aria-colindex={n + 1} className={`cell ${column.className ?? ''}`}>
            {column.title}
          </div>
        ))}
      </div>
    </div>
  );
}

type RowProps = {
  domId: string;
  id: string;
  row: unknown;
  index: number;
  top: number;
  active: boolean;
  lapsed: boolean;
  className: string;
  columns: readonly Column<unknown>[];
  template: string;
  onActive: (id: string) => void;
  onOpen?: (id: string) => void;
};

/** Drawn again only when its own alarm, place or mark has changed. */
const GridRow = memo(function GridRow(props: RowProps) {
  const { id, row, columns, onActive, onOpen } = props;
  return (
    // Clicking is a short cut for the keys of the grid.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={props.domId}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={props.active}
      data-id={id}
      data-lapsed={props.lapsed}
      className={`row ${props.className}`}
      style={{ gridTemplateColumns: props.template, transform: `translateY(${props.top}px)` }}
      onClick={() => {
        onActive(id);
        onOpen?.(id);
      }}
    >
      {columns.map((column, n) => (
        <div key={column.key} role="gridcell" aria-colindex={n + 1} className={`cell ${column.className ?? ''}`}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
});
