import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDesk, type Told, type ToldEvent } from './test-articles.ts';

const market = (id: string, hour: number, killed: number, more: Partial<ToldEvent> = {}): Told => ({
  id,
  at: `2026-08-10T${String(hour).padStart(2, '0')}:00:00Z`,
  title: `مقتل ${killed} في تفجير استهدف سوق الجمعة بالمقدادية`,
  text: `قالت الشرطة إن ${killed} أشخاص قتلوا في تفجير عبوة ناسفة استهدف سوق الجمعة في قضاء المقدادية شمال شرقي بعقوبة.`,
  events: [
    { type: 'bombing', place: ['IQ', 'ديالى', 'المقدادية'], date: '2026-08-10', counts: { killed }, ...more },
  ],
});

const raid = (id: string, hour: number, place: string, arrested: number): Told => ({
  id,
  at: `2026-08-10T${String(hour).padStart(2, '0')}:30:00Z`,
  title: `اعتقال ${arrested} مطلوبين في مداهمة ببلدة ${place}`,
  text: `نفذت قوة أمنية مداهمة في بلدة ${place} واعتقلت ${arrested} مطلوبين بتهمة تهريب السلاح.`,
  events: [{ type: 'arrest', place: ['SY', 'درعا', place], date: '2026-08-10', counts: { arrested } }],
});

/** Happenings told by several outlets, look-alikes, a text without an event, a round-up and a recollection. */
const news: Told[] = [
  market('sada-1', 8, 4),
  market('rafid-1', 9, 6, { type: 'armed_attack' }),
  market('barq-1', 14, 9, { actors: ['تنظيم داعش'] }),
  { ...market('nahr-1', 15, 9), events: [] },
  { ...market('jisr-1', 16, 6), origin: 'sada' },
  // A wire text: dedupe knows at each arrival only what came before, so each copy may come with any earlier voice.
  { ...market('naba-1', 7, 4), story: 'wire' },
  { ...market('safwa-1', 10, 4), story: 'wire' },
  { ...market('durra-1', 11, 4), story: 'wire', origin: 'safwa', basis: 'text-copy' },
  raid('sada-2', 7, 'الحارة', 3),
  raid('rafid-2', 8, 'الحارة', 3),
  raid('barq-2', 9, 'نصيب', 5),
  {
    id: 'nahr-2',
    at: '2026-08-10T20:00:00Z',
    title: 'حصاد أمني: تفجير في المقدادية ومداهمات في درعا',
    text: 'شهد قضاء المقدادية تفجير عبوة ناسفة في سوق الجمعة، ونفذت قوة أمنية مداهمة في بلدة الحارة.',
    events: [
      { type: 'bombing', place: ['IQ', 'ديالى', 'المقدادية'], date: '2026-08-10' },
      {
        type: 'arrest',
        status: 'secondary',
        place: ['SY', 'درعا', 'الحارة'],
        date: '2026-08-10',
        evidence: 'ونفذت قوة أمنية مداهمة في بلدة الحارة واعتقلت 3 مطلوبين بتهمة تهريب السلاح',
      },
    ],
  },
  {
    id: 'jisr-9',
    at: '2026-08-14T10:00:00Z',
    title: 'افتتاح سوق الجمعة بعد ترميمه',
    text: 'افتتح القائمقام السوق. وكان تفجير عبوة ناسفة استهدف سوق الجمعة في المقدادية أوقع 9 قتلى في العاشر من آب.',
    events: [
      { type: 'government_decision', place: ['IQ', 'ديالى', 'المقدادية'] },
      {
        type: 'bombing',
        status: 'background',
        place: ['IQ', 'ديالى', 'المقدادية'],
        date: '2026-08-10',
        counts: { killed: 9 },
        evidence: 'وكان تفجير عبوة ناسفة استهدف سوق الجمعة في المقدادية أوقع 9 قتلى',
      },
    ],
  },
];

/** All that does not speak of the way there: ids, revisions, and when two were found to be one. */
async function outcomeOf(order: readonly Told[]) {
  const desk = createDesk();
  await desk.tell(...order);
  return desk
    .incidents()
    .map(({ id: _, aliases: __, revision: ___, timeline, ...rest }) => ({
      ...rest,
      timeline: timeline.filter(({ reason }) => reason !== 'merged' && reason !== 'split'),
    }))
    .sort((a, b) => JSON.stringify(a.reports).localeCompare(JSON.stringify(b.reports)));
}

it('makes the same incidents of the same articles, in whatever order they arrive', async () => {
  const expected = await outcomeOf(news);
  expect(expected.map(({ type, reports }) => `${type} ${reports.length}`).sort()).toEqual([
    'arrest 1',
    'arrest 3',
    'bombing 10',
    'government_decision 1',
  ]);
  const bombing = expected.find(({ type }) => type === 'bombing');
  expect(bombing?.origins).toEqual(['barq', 'naba', 'nahr', 'rafid', 'sada']);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(news, { minLength: news.length }), async (order) => {
      expect(await outcomeOf(order)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

it('tells each change of an incident under the next number, and of an id that went only where it went', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(news, { minLength: 3 }), async (order) => {
      const desk = createDesk();
      await desk.tell(...order);
      const last = new Map<string, number>();
      for (const { incident, kind } of desk.changes) {
        const before = last.get(incident.id);
        expect(incident.revision).toBe((before ?? 0) + 1);
        expect(kind === 'created').toBe(before === undefined);
        last.set(incident.id, incident.revision);
      }
      const told = [...last.keys()];
      const standing = desk.incidents();
      const reachable = new Set(standing.flatMap(({ id, aliases }) => [id, ...aliases]));
      expect(told.filter((id) => !reachable.has(id))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
