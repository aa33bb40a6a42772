import type { Priority } from '../contracts';

const paths = {
  diamond: 'M8 0 16 8 8 16 0 8Z',
  triangle: 'M8 1 16 15H0Z',
  circle: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z',
  square: 'M1 1h14v14H1Z',
  tick: 'M1 8.5 3 6.5 6.5 10 13 3l2 2L6.5 13.5Z',
  ring: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm0 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm-.9 8.7h1.8v1.7H7.100Zm-2-4.500C5.100 4.500 6.300 3.500 8 3.500s2.900 1 2.900 2.500c0 1.100-.6 1.700-1.300 2.200-.6.4-.7.6-.7 1.300H7.200c0-1.300.3-1.800 1.100-2.400.6-.4.9-.6.9-1.100 0-.600-.5-.900-1.200-.900s-1.200.4-1.200 1.100Z',
  hand: 'M7 0h2v7H7ZM3 3h2v6H3ZM11 3h2v6h-2ZM3 8h10v3a5 5 0 0 1-10 0Z',
  back: 'M7 2v3h3a5 5 0 0 1 0 10H4v-2h6a3 3 0 0 0 0-6H7v3L2 6Z',
  cross: 'M3 1 8 6l5-5 2 2-5 5 5 5-2 2-5-5-5 5-2-2 5-5-5-5Z',
  wall: 'M1 2h14v3H1ZM1 6.500h6V9.500H1ZM9 6.500h6V9.500H9ZM1 11h14v3H1Z',
  tools: 'M2 1l4 4-1 1-4-4Zm9 0a4 4 0 0 1 3.800 5.200L6.200 14.800a2 2 0 0 1-2.900-2.900L11.800 3.400Z',
  bars: 'M3 2h4v12H3ZM9 2h4v12H9Z',
  clock: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm0 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm-1 2h2v3.600l2.700 1.600-1 1.700L7 8.700Z',
  glass: 'M3 0h10v2h-1v2L9.500 8 12 12v2h1v2H3v-2h1v-2l2.500-4L4 4V2H3Z',
  arrows: 'M8 1a7 7 0 0 1 6.300 4H16l-3 4-3-4h2a5 5 0 0 0-8.500-.500L2 3.200A7 7 0 0 1 8 1ZM3 7l3 4H4a5 5 0 0 0 8.500.500l1.500 1.300A7 7 0 0 1 1.700 11H0Z',
} as const;

export type ShapeName = keyof typeof paths;

/** A shape that carries meaning beside its word; drawn, so that no font decides how it looks. */
export function Shape({ name }: { name: ShapeName }) {
  return (
    <svg className="shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

export const priorityShape: Record<Priority, ShapeName> = { P1: 'diamond', P2: 'triangle', P3: 'circle', P4: 'square' };
