import { describe, expect, it } from 'vitest';
import { attributeRules, type EventTypeId } from '../data.ts';
import { eventsIn, sampleArticle } from '../test-article.ts';
import { readArticle } from '../text/reading.ts';
import { attributesOf } from './attributes.ts';

const lines = attributeRules.map(
  ({ type, key, value, example, nearMiss }) => [type, key, value, example, nearMiss] as const,
);
const told = (type: EventTypeId, text: string) =>
  attributesOf(
    type,
    readArticle(sampleArticle(text)).map((sentence) => ({ sentence, trigger: { from: 0, to: 1 } })),
  );

describe('attributes', () => {
  it.each(lines)('%s %s=%s is told by: %s', (type, key, value, example) => {
    expect(String(told(type, example)[key])).toBe(value);
  });
  it.each(lines.flatMap(([type, key, value, , miss]) => (miss ? [[type, key, value, miss] as const] : [])))(
    '%s %s=%s is not told by: %s',
    (type, key, value, miss) => {
      expect(String(told(type, miss)[key])).not.toBe(value);
    },
  );
});

describe('the act of an event', () => {
  it.each([
    ['فاز المرشح الرئاسي فلان بالانتخابات التي جرت الأحد في تونس', 'election', 'phase', 'results'],
    ['رفضت إيران اليوم التهديدات الأمريكية بفرض عقوبات جديدة عليها', 'official_stance', 'stance', 'reject'],
    [
      'قضت محكمة في بغداد بسجن متهم بتنفيذ هجوم في الكرخ عشر سنوات',
      'judicial_proceeding',
      'stage',
      'verdict',
    ],
    [
      'سيطرت قوات الجيش على بلدة خان طومان بعد انسحاب مسلحي الفصائل منها',
      'territorial_change',
      'direction',
      'gained',
    ],
    [
      'فرضت الولايات المتحدة عقوبات على مصرف إيراني بعد إلغاء الاتفاق',
      'sanctions_rupture',
      'direction',
      'impose',
    ],
  ] as const)('is what its own words say: %s', (text, type, key, value) => {
    const event = eventsIn(text).find((each) => each.type === type);
    expect(event?.attributes[key]).toBe(value);
  });
});
