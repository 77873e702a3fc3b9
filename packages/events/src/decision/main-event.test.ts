import { describe, expect, it } from 'vitest';
import { eventsIn } from '../test-article.ts';

const statuses = (title: string) =>
  eventsIn('وقع أمس تفجير انتحاري في مسجد بمدينة أبها أدى إلى مقتل خمسة أشخاص وإصابة عشرة آخرين.', title).map(
    ({ type, status }) => `${type} ${status}`,
  );

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
