import type { ArticleInput } from '@rasid/events';

/** An article written for these tests, and an answer that is true to it. */
export const article: ArticleInput = {
  title: 'مقتل أربعة مدنيين بقصف مدفعي على أريحا',
  text: [
    'قُتل أربعة مدنيين وأصيب سبعة آخرون، اليوم الثلاثاء، بقصف مدفعي استهدف سوقا في مدينة أريحا بريف إدلب، وفق ما أفاد الدفاع المدني.',
    'وفي حلب، أعلنت وزارة الداخلية القبض على ثلاثة أشخاص بتهمة تهريب الآثار.',
    'وقال سكان إن الأسواق فتحت أبوابها بعد ساعات.',
  ].join('\n'),
  publishedAt: '2026-02-10T12:00:00Z',
  timeZone: 'Asia/Damascus',
  outlet: { id: 'x', country: null },
};

export const shelling = {
  type: 'shelling_missile',
  status: 'main',
  modality: 'asserted',
  trigger: 'قصف مدفعي',
  evidence:
    'قُتل أربعة مدنيين وأصيب سبعة آخرون، اليوم الثلاثاء، بقصف مدفعي استهدف سوقا في مدينة أريحا بريف إدلب',
  actors: [] as string[],
  targets: [] as string[],
  victims: ['مدنيين'],
  source: 'الدفاع المدني',
  place: 'مدينة أريحا بريف إدلب',
  date: 'اليوم الثلاثاء',
  counts: [
    { kind: 'killed', text: 'أربعة مدنيين' },
    { kind: 'wounded', text: 'سبعة آخرون' },
  ],
  instrument: null as string | null,
  object: 'سوقا',
  topic: null as string | null,
};
