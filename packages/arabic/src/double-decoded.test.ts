import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restoreDoubleDecoded, upperLatin } from './double-decoded.ts';

const once = (text: string): Uint8Array => new TextEncoder().encode(text);
const readAs = {
  'windows-1252': (text: string) =>
    Array.from(once(text), (byte) =>
      byte >= 0x80 && byte < 0xa0 ? (upperLatin[byte - 0x80] ?? '') : String.fromCharCode(byte),
    ).join(''),
  'ISO 8859-1': (text: string) => Buffer.from(once(text)).toString('latin1'),
  'windows-1256': (text: string) => new TextDecoder('windows-1256').decode(once(text)),
};
const sentence = 'أعلنت المديرية «القبض» على ثلاثة أشخاص، بينهم سائق الحافلة — وفق بيان.';

describe.each(Object.entries(readAs))('UTF-8 read as %s', (_, spoil) => {
  it('gets its letters back, marks and digits of its own included', () => {
    expect(restoreDoubleDecoded(spoil(`${sentence} ١٢٣`))).toBe(`${sentence} ١٢٣`);
  });

  it('gets them back in one part of a text of any length, and the rest stays', () => {
    const page = (part: string) =>
      `<h1>${part}</h1>${`<p>${sentence} naïve, “quoted”, خط، §٣</p>`.repeat(200)}`;
    expect(restoreDoubleDecoded(page(spoil(sentence)))).toBe(page(sentence));
  });

  it('gets them back between marks that a template has set', () => {
    expect(restoreDoubleDecoded(`«${spoil('الأنباء والمواطنون')}» …${spoil('المحافظة')}`)).toBe(
      '«الأنباء والمواطنون» …المحافظة',
    );
  });

  it('stays where it is one word that somebody quotes', () => {
    expect(restoreDoubleDecoded(`يظهر النص هكذا: ${spoil('السلام')} بدل العربية`)).toBe(null);
  });

  it('gets back any Arabic words', () => {
    const word = fc.stringMatching(/^[\u0621-\u063a\u0641-\u064a]{2,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 6, maxLength: 30 }), (words) => {
        const text = `${sentence} ${words.join(' ')}`;
        expect(restoreDoubleDecoded(spoil(text))).toBe(text);
      }),
    );
  });
});

it('leaves text that was never spoilt, in Arabic, French and Persian', () => {
  const rows = fc.array(fc.constantFrom(...'طظ§ءاأإآبتثجحخدذرزسشصضعغفقكلمنهويىةپچگ،؛؟«»…–ØÙÚÛéàç€'), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(rows, (letters) => {
      const words = letters.join('').replaceAll('ط§', 'ط').replaceAll('Ø§', 'Ø');
      expect(restoreDoubleDecoded(`${sentence} ${words}`)).toBe(null);
    }),
  );
});
