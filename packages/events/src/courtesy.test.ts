import { describe, expect, it } from 'vitest';
import { extractEvents } from './index.ts';

const statuses = (title: string) =>
  extractEvents({
    title,
    text: 'وقع أمس تفجير انتحاري في مسجد بمدينة أبها أدى إلى مقتل خمسة أشخاص وإصابة عشرة آخرين.',
    publishedAt: '2025-03-10T12:00:00Z',
    timeZone: 'Asia/Riyadh',
    outlet: { id: 'sample', country: null },
  }).events.map(({ type, status }) => `${type} ${status}`);

describe('what an article announces', () => {
  it('is the event its title tells', () => {
    expect(statuses('قتلى بتفجير انتحاري في مسجد بأبها')).toEqual(['bombing main']);
  });
  it.each(['مدير الجوازات يزور مصابي تفجير مسجد أبها', 'شاعر يرثي ضحايا تفجير مسجد أبها'])(
    'is no event where its title tells of a courtesy: %s',
    (title) => {
      expect(statuses(title)).toEqual(['bombing secondary']);
    },
  );
});
