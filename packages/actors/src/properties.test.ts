import { tokenize } from '@rasid/arabic';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actorEntries, findParties, type PartyMention } from './index.ts';

const words =
  'قال;وزير;الخارجية;التركي;مقتل;3;عناصر;من;تنظيم;“;”;الدولة;الإسلامية;في;قوات;النظام;عبد;الله;بن;محمد;أبو;شرطة;منطقة;باسم;المتحدث;للجيش;والمدنيين;بقصف;إسرائيلي;تابعة;،;.;x;خلايا;الرئيس;علي;مسلحون;مجهولون;العراقية;هيئة;لـ;ـ'
    .split(';')
    .concat(actorEntries.slice(0, 400).map(({ name }) => name.ar));
const text = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((list) => list.join(' '));
const anyText = fc.oneof(text, fc.string({ unit: 'binary', maxLength: 200 }));

const all = (mentions: readonly PartyMention[]): PartyMention[] =>
  mentions.flatMap((mention) => [mention, ...all(mention.nested)]);

describe('findParties', () => {
  it('cuts every span, head and office out of the text', () => {
    fc.assert(
      fc.property(anyText, (given) => {
        for (const mention of all(findParties(given))) {
          expect(given.slice(mention.start, mention.end)).toBe(mention.text);
          expect(mention.text.startsWith(mention.head)).toBe(true);
          expect(mention.text.length).toBeGreaterThan(0);
          if (mention.office)
            expect(given.slice(mention.office.start, mention.office.end)).toBe(mention.office.text);
        }
      }),
    );
  });
  it('goes from left to right without overlap', () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const mentions = findParties(given);
        mentions.forEach((mention, index) => {
          const before = mentions[index - 1];
          if (before) expect(before.to).toBeLessThanOrEqual(mention.from);
          if (before) expect(before.end).toBeLessThanOrEqual(mention.start);
        });
      }),
    );
  });
  it('counts tokens as they were given', () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const tokens = tokenize(given);
        for (const { from, to, start, end } of findParties(given, tokens)) {
          expect(tokens[from]?.start).toBeLessThanOrEqual(start);
          expect(tokens[to - 1]?.end).toBeLessThanOrEqual(end);
        }
      }),
    );
  });
  it('says the same of a text whatever stands before it', () => {
    const sentence = 'اعتقلت الشرطة التركية ثلاثة عناصر من تنظيم داعش.';
    const alone = findParties(sentence).map((mention) => mention.text);
    const later = findParties(`${'كلام آخر تماما. '.repeat(50)}${sentence}`).map((mention) => mention.text);
    expect(later).toEqual(alone);
  });
});
