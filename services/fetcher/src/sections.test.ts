import { describe, expect, it } from 'vitest';
import { sectionFilter } from './sections.ts';

const reads = (
  sections: { include?: string[]; exclude?: string[] },
  url: string | null,
  ...categories: string[]
) => sectionFilter({ sections: { include: [], exclude: [], ...sections } })(url, categories);

describe('the sections of a source', () => {
  it('are all read without a rule', () => expect(reads({}, null)).toBe(true));

  it('are chosen by category, in any spelling', () => {
    expect(reads({ include: ['أخبار سياسية'] }, null, 'اخبار سياسيه')).toBe(true);
    expect(reads({ include: ['Politics'] }, null, ' politics ')).toBe(true);
    expect(reads({ include: ['سياسة'] }, null, 'رياضة')).toBe(false);
    expect(reads({ include: ['سياسة'] }, null)).toBe(false);
  });

  it('are chosen by a part of the path, percent-encoded or not', () => {
    const url = 'https://e.org/%D8%B1%D9%8A%D8%A7%D8%B6%D8%A9/1';
    expect(reads({ exclude: ['/رياضة/'] }, url)).toBe(false);
    expect(reads({ exclude: ['/رياضة/'] }, 'https://e.org/سياسة/1?x=/رياضة/')).toBe(true);
    expect(reads({ include: ['/World'] }, 'https://e.org/world/2')).toBe(true);
    expect(reads({ include: ['/100%'] }, 'https://e.org/100%/2')).toBe(true);
  });

  it('are left out even when another rule takes them in', () => {
    expect(reads({ include: ['سياسة'], exclude: ['رأي'] }, null, 'سياسة', 'رأي')).toBe(false);
  });
});
