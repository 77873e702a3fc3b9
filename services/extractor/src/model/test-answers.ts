import type { EventsInput } from '../extract.ts';

/** An article written for these tests, and answers to it in the ways models give them. */
export const article: EventsInput = {
  title: 'مقتل ثلاثة مدنيين بقصف مدفعي على بنش',
  text: 'قتل ثلاثة مدنيين، اليوم الثلاثاء، بقصف مدفعي استهدف سوقا في مدينة بنش بريف إدلب، وفق الدفاع المدني.\nوكان مجلس البلدة قد اجتمع قبل أيام مع وجهاء المنطقة.',
  publishedAt: '2026-02-10T12:00:00Z',
  timeZone: 'Asia/Damascus',
  outlet: { id: 'x', country: 'SY' },
};

const shelling = {
  type: 'shelling_missile',
  status: 'main',
  modality: 'asserted',
  trigger: 'بقصف مدفعي',
  evidence: 'قتل ثلاثة مدنيين، اليوم الثلاثاء، بقصف مدفعي استهدف سوقا في مدينة بنش بريف إدلب',
  actors: [],
  targets: [],
  victims: ['مدنيين'],
  source: 'الدفاع المدني',
  place: 'مدينة بنش',
  date: 'اليوم الثلاثاء',
  counts: [{ kind: 'killed', text: 'ثلاثة مدنيين' }],
  instrument: null,
  object: 'سوقا',
  topic: null,
};
const answer = (...events: object[]) => JSON.stringify({ events });

export const good = answer(shelling);
export const fenced = `\`\`\`json\n${good}\n\`\`\``;
export const truncated = good.slice(0, 300);
export const prose = 'Here are the events I found: a shelling in Binnish that killed three.';
/** True words beside invented ones, and an event that nobody wrote about. */
export const lying = answer(
  {
    ...shelling,
    actors: ['القوات الروسية'],
    place: 'مدينة سراقب',
    counts: [
      { kind: 'killed', text: 'تسعة مدنيين' },
      { kind: 'wounded', text: 'عشرون جريحا' },
    ],
  },
  {
    ...shelling,
    type: 'air_drone_strike',
    trigger: 'غارة جوية',
    evidence: 'شنت طائرات حربية غارة جوية على أطراف المدينة',
  },
);
