/** What a list shows, and how it differs from what it would show if it were sorted anew. */
export type Kept<T> = { rows: readonly T[]; arrived: number; lapsed: ReadonlySet<string> };

/**
 * Rows never move under the reader: the order first shown is kept and its rows are updated in place. What has come
 * since is counted, what no longer belongs is marked, until the reader asks for the list anew.
 */
export function keepOrder<T>(
  shown: readonly string[],
  wanted: readonly T[],
  idOf: (row: T) => string,
  find: (id: string) => T | undefined,
): Kept<T> {
  const belongs = new Set(wanted.map(idOf));
  const there = new Set(shown);
  const rows: T[] = [];
  const lapsed = new Set<string>();
  for (const id of shown) {
    const row = find(id);
    if (row === undefined) continue;
    rows.push(row);
    if (!belongs.has(id)) lapsed.add(id);
  }
  let arrived = 0;
  for (const id of belongs) if (!there.has(id)) arrived += 1;
  return { rows, arrived, lapsed };
}
