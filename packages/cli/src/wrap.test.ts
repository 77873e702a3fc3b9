import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from './terminal.ts';
import { cut, wrap } from './wrap.ts';

const red = (text: string) => `\u001b[31m${text}\u001b[0m`;
const isolate = (text: string) => `\u2068${text}\u2069`;
const bare = (text: string) => text.replace(/\u001b\[\d+m|[\u2068\u2069]/g, '');

describe('wrap', () => {
  it('breaks at spaces and keeps every word', () => {
    expect(wrap('قتل ثلاثة مدنيين بقصف مدفعي', 14)).toEqual(['قتل ثلاثة', 'مدنيين بقصف', 'مدفعي']);
    expect(wrap('', 10)).toEqual(['']);
    expect(wrap('كلمة_أطول_من_السطر ثم', 8)).toEqual(['كلمة_أطول_من_السطر', 'ثم']);
  });
  it('closes colours and isolates on each line and opens them on the next', () => {
    expect(wrap(isolate(`قال ${red('مصدر عسكري كبير')} أمس`), 10)).toEqual([
      '\u2068قال \u001b[31mمصدر\u001b[0m\u2069',
      '\u2068\u001b[31mعسكري كبير\u001b[0m\u2069',
      '\u2068أمس\u2069',
    ]);
  });
  it('never loses a letter nor leaves anything open, whatever the width', () => {
    const word = fc.constantFrom('قصف', 'مدفعي', 'a', 'سرمين،', red('قوات النظام'), isolate('ريف إدلب'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 1, max: 60 }), (words, columns) => {
        const text = words.join(' ');
        const lines = wrap(text, columns);
        expect(lines.map(bare).join(' ')).toBe(bare(text));
        for (const line of lines) {
          expect(line.split('\u2068').length).toBe(line.split('\u2069').length);
          expect(line.lastIndexOf('\u001b[0m')).toBeGreaterThanOrEqual(line.lastIndexOf('\u001b[31m'));
          if (bare(line).includes(' ')) expect(widthOf(line)).toBeLessThanOrEqual(columns);
        }
      }),
    );
  });
});

describe('cut', () => {
  it('counts letters, not colours, and closes what it leaves', () => {
    expect(cut('abcdef', 4)).toBe('abc…');
    expect(cut(red('abc'), 3)).toBe(red('abc'));
    expect(cut(isolate(red('abcdef')), 4)).toBe('\u2068\u001b[31mabc…\u001b[0m\u2069');
  });
});
