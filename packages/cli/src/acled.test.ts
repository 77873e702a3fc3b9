import type { ExtractedEvent } from '@rasid/contracts';
import { extractEvents } from '@rasid/events';
import { describe, expect, it } from 'vitest';
import { acledHeader, acledRows } from './acled.ts';
import { acledCountry } from './acled-country.ts';

const eventsOf = (title: string, text: string) =>
  extractEvents({
    title,
    text,
    publishedAt: '2025-03-10T12:00:00Z',
    timeZone: 'Asia/Damascus',
    outlet: { id: 'sample', country: null },
  }).events;
const article = { id: 'a-1', date: '2025-03-10' };

/** The cells of a row by column, read as RFC 4180 says. */
function cells(row = ''): Record<string, string> {
  const values: string[] = [];
  for (const [, quoted, plain] of row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g))
    values.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
  const names = acledHeader.split(',');
  expect(values).toHaveLength(names.length);
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
}
const rowsOf = (events: readonly ExtractedEvent[]) => acledRows(events, article).rows.map(cells);
const row = (text: string, title = '') => rowsOf(eventsOf(title, text))[0];

describe('rows in ACLED’s columns', () => {
  it('have all 31 of them, in the order of its export', () => {
    const names = acledHeader.split(',');
    expect(names).toHaveLength(31);
    expect(names.slice(7, 14)).toEqual(
      'actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction'.split(' '),
    );
  });
  it('hold type, place, date, sides and toll of a shelling', () => {
    expect(
      row(
        'قتل ثلاثة مدنيين أمس الأحد بقصف مدفعي لقوات النظام على بلدة سرمين في ريف إدلب.',
        'ثلاثة قتلى بقصف مدفعي على سرمين',
      ),
    ).toMatchObject({
      event_date: '2025-03-09',
      year: '2025',
      time_precision: '1',
      disorder_type: 'Political violence',
      event_type: 'Explosions/Remote violence',
      sub_event_type: 'Shelling/artillery/missile attack',
      actor1: 'قوات النظام',
      inter1: '1',
      actor2: 'Civilians (Syria)',
      assoc_actor_2: 'مدنيين',
      inter2: '7',
      interaction: '17',
      civilian_targeting: 'Civilian targeting',
      iso: '760',
      region: 'Middle East',
      country: 'Syria',
      admin1: 'إدلب',
      location: 'سرمين',
      geo_precision: '1',
      fatalities: '3',
      tags: expect.stringMatching(/^article=a-1; status=main; confidence=0\.\d\d$/),
    });
  });
  it('name crowds and unknown attackers as ACLED does, the lesser code of both sides first', () => {
    const protest = row('تظاهر المئات أمس الأحد في مدينة البصرة للمطالبة بتوفير الكهرباء.');
    expect(protest).toMatchObject({
      actor1: 'Protesters (Iraq)',
      inter1: '6',
      actor2: '',
      inter2: '0',
      interaction: '60',
      fatalities: '0',
      civilian_targeting: '',
      tags: expect.stringContaining('crowd size='),
    });
    expect(row('قتل مدنيان أمس الأحد بانفجار عبوة ناسفة في مدينة البصرة.')).toMatchObject({
      actor1: 'Unidentified Armed Group (Iraq)',
      inter1: '3',
      actor2: 'Civilians (Iraq)',
      interaction: '37',
    });
    expect(row('اشتبك مسلحون من عشيرتين مع قوات الجيش أمس الأحد في مدينة البصرة.')).toMatchObject({
      interaction: expect.stringMatching(/^1[34]$/),
    });
  });
  it('call the forces of another state external', () => {
    expect(
      row('شنت طائرات إسرائيلية غارة أمس الأحد على بلدة الخيام في جنوب لبنان وقتلت مدنيين اثنين.'),
    ).toMatchObject({ inter1: '8', interaction: '78', country: 'Lebanon', iso: '422' });
  });
  it('take who does violence for armed and who suffers it for a civilian, and set fighters against fighters', () => {
    expect(row('طعن رجل سائحا أمس الأحد في مدينة سوسة التونسية وقتله.')).toMatchObject({
      inter1: '3',
      actor2: 'Civilians (Tunisia)',
      interaction: '37',
    });
    const clash =
      'اندلعت اشتباكات أمس الأحد بين الجيش السوداني وقوات الدعم السريع في مدينة الفاشر، وقتل فيها ثلاثة مدنيين.';
    expect(row(clash)).toMatchObject({
      actor1: 'الجيش السوداني',
      actor2: 'قوات الدعم السريع',
      interaction: expect.stringMatching(/^1[23]$/),
      civilian_targeting: '',
      fatalities: '3',
    });
  });
  it('round vague tolls as its codebook does', () => {
    expect(row('قتل عدد من المدنيين أمس الأحد بقصف مدفعي على بلدة سرمين في ريف إدلب.')?.fatalities).toBe('3');
    expect(row('قتل العشرات أمس الأحد بقصف مدفعي على بلدة سرمين في ريف إدلب.')?.fatalities).toBe('12');
  });
});

describe('events that give no row', () => {
  const [shelling] = eventsOf('', 'قصفت قوات النظام أمس الأحد بلدة سرمين في ريف إدلب بالمدفعية.');
  if (!shelling) throw new Error('no event');
  it('lie outside what ACLED records', () => {
    const quake = eventsOf('زلزال بقوة 5.2 درجات يضرب شرق الجزائر', 'ضرب زلزال ولاية سكيكدة فجر اليوم.');
    expect(acledRows(quake, article)).toMatchObject({ rows: [], outside: 1 });
  });
  it.each(['planned', 'denied'] as const)('are %s', (modality) => {
    expect(acledRows([{ ...shelling, modality }], article)).toMatchObject({ rows: [], unhappened: 1 });
  });
  it('are of the past and nobody says when; those of now lie in the days before their article', () => {
    const undated = { ...shelling, date: null };
    expect(acledRows([{ ...undated, status: 'background' }], article)).toMatchObject({
      rows: [],
      undated: 1,
    });
    expect(rowsOf([undated])[0]).toMatchObject({ event_date: '2025-03-10', time_precision: '2' });
  });
  it('have only a year; a month is given as its middle', () => {
    const date = { ...shelling.date, end: null, basis: 'text' as const, span: null };
    const inYear = { ...shelling, date: { ...date, start: '2024', precision: 'year' as const } };
    const inMonth = { ...shelling, date: { ...date, start: '2025-02', precision: 'month' as const } };
    expect(acledRows([inYear], article).undated).toBe(1);
    expect(rowsOf([inMonth])[0]).toMatchObject({ event_date: '2025-02-15', time_precision: '3' });
  });
});

describe('cells', () => {
  const [event] = eventsOf('', 'قصفت قوات النظام بلدة سرمين في ريف إدلب، وفق مصادر محلية.');
  if (!event) throw new Error('no event');
  it.each(['=1+1, "x"', ' =HYPERLINK("http://e.org")', '+963', '-5', '@sum', '\t=1'])(
    'never begin like a formula: %j',
    (text) => {
      const [told] = rowsOf([
        { ...event, source: { ...(event.source ?? ({} as never)), text, sourceType: 'media' } },
      ]);
      expect(told?.source).toBe(`'${text}`);
    },
  );
  it('keep commas, quotes and line ends within their column', () => {
    const evidence = { ...event.evidence, text: 'أولا، "ثانيا",\r\nثالثا' };
    expect(rowsOf([{ ...event, evidence }])[0]?.notes).toBe('أولا، "ثانيا", ثالثا');
  });
});

it('every country of the gazetteer has a name and a region', () => {
  for (const code of ['SY', 'PS', 'SD', 'YE', 'LY', 'SO', 'TR', 'IR', 'US', 'FR', 'KM', 'MR', 'EH', 'XK'])
    expect(acledCountry(code)).toMatchObject({
      name: expect.stringMatching(/../),
      region: expect.any(String),
    });
  expect(acledCountry('QQ')).toEqual({ iso: null, name: 'QQ', region: null });
});
