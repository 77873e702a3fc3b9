import { extractEvents } from '@rasid/events';
import { describe, expect, it } from 'vitest';
import { acledHeader, acledLines } from './acled.ts';

const eventsOf = (title: string, text: string) =>
  extractEvents({
    title,
    text,
    publishedAt: '2025-03-10T12:00:00Z',
    timeZone: 'Asia/Damascus',
    outlet: { id: 'sample', country: null },
  }).events;
const names = acledHeader.split(',');
const read = (line = '') => Object.fromEntries(line.split(',').map((value, at) => [names[at], value]));

describe('ACLED columns', () => {
  it('hold type, place, date and toll of a shelling', () => {
    const [line] = acledLines(
      eventsOf(
        'ثلاثة قتلى بقصف مدفعي على سرمين',
        'قتل ثلاثة مدنيين أمس الأحد بقصف مدفعي لقوات النظام على بلدة سرمين في ريف إدلب.',
      ),
      { id: 'a', date: '2025-03-10' },
    );
    expect(read(line)).toMatchObject({
      event_date: '2025-03-09',
      event_type: 'Explosions/Remote violence',
      sub_event_type: 'Shelling/artillery/missile attack',
      country: 'SY',
      admin1: 'إدلب',
      location: 'سرمين',
      fatalities: '3',
    });
  });
  it('leave out what is outside ACLED', () => {
    expect(
      acledLines(eventsOf('زلزال بقوة 5.2 درجات يضرب شرق الجزائر', 'ضرب زلزال ولاية سكيكدة فجر اليوم.'), {
        id: 'b',
        date: null,
      }),
    ).toEqual([]);
  });
  it('quote commas and never begin a cell like a formula', () => {
    const [event] = eventsOf('قصف على سرمين', 'قصفت قوات النظام بلدة سرمين في ريف إدلب، وفق مصادر محلية.');
    if (!event) throw new Error('no event');
    const [line = ''] = acledLines([{ ...event, evidence: { ...event.evidence, text: '=1+1, x' } }], {
      id: 'c',
      date: '2025-03-10',
    });
    expect(line).toContain(`"'=1+1, x"`);
  });
});
