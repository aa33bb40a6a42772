import { expect, it } from 'vitest';
import { en } from './en';
import { zh } from './zh';

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') all.set(prefix + key, value);
    else for (const [k, v] of flat(value, `${prefix}${key}.`)) all.set(k, v);
  }
  return all;
}

const holes = (text: string | undefined): string[] => (text?.match(/\{\{\w+\}\}/g) ?? []).sort();

it('has the same keys in both languages, none of them empty', () => {
  expect([...flat(en).keys()].sort()).toEqual([...flat(zh).keys()].sort());
  for (const [key, value] of [...flat(zh), ...flat(en)]) expect(value.trim(), key).not.toBe('');
});

it('fills the same holes in both languages', () => {
  const english = flat(en);
  for (const [key, value] of flat(zh)) expect(holes(english.get(key)), key).toEqual(holes(value));
});

it('has no Chinese in the English words', () => {
  for (const [key, value] of flat(en)) expect(/\p{Script=Han}/u.test(value), key).toBe(false);
});
