import { compilePhrases } from '@rasid/arabic';
import type { ExtractedEvent } from '@rasid/contracts';
import type { Sentence } from './reading.ts';
import type { Trigger } from './triggers.ts';

type Modality = ExtractedEvent['modality'];
type Cue = { kind: Modality | 'background' | 'generic' | 'negated'; reach: number };

const cueWords: Record<Cue['kind'], { reach: number; words: string }> = {
  asserted: { reach: 0, words: '' },
  denied: { reach: 6, words: 'نفى;نفت;ينفي;تنفي;نفيه;نفيها;لا صحة ل;لا صحة' },
  alleged: {
    reach: 12,
    words: 'زعم;زعمت;يزعم;تزعم;ادعى;ادعت;مزاعم;بمزاعم;أنباء عن;معلومات أولية عن;لم تتأكد;يشتبه',
  },
  planned: {
    reach: 5,
    words:
      'سيتم;سوف;يعتزم;تعتزم;ينوي;يخطط;تخطط;من المقرر;من المرتقب;من المزمع;يستعد;تستعد;المقبل;المقبلة;القادم;القادمة;غدا;سيقوم;ستقوم;ستشهد;دعا إلى;دعت إلى;يتأهبون;يدعو إلى;تدعو إلى;هدد;يهدد;تهدد;ستعقد;سيعقد;ينتظر أن;يرتقب',
  },
  ongoing: {
    reach: 6,
    words: 'لا تزال;لا يزال;ما زالت;ما زال;تواصل;يواصل;مستمرة;متواصلة;تستمر;يتواصل;تتواصل',
  },
  background: {
    reach: 40,
    words:
      'يذكر أن;يذكر;يشار إلى;تجدر الإشارة;الجدير بالذكر;جدير بالذكر;للتذكير;سبق أن;وسبق;كان قد;كانت قد;وكان;وكانت;في وقت سابق;العام الماضي;الشهر الماضي;الفائت;ذكرى;السنوات الماضية;العام الفائت;الأعوام الماضية;سابقا',
  },
  generic: {
    reach: 3,
    words:
      'مكافحة;لمكافحة;ظاهرة;خطر;مخاوف من;منع;لمنع;ضد;سياسة;احتمال;إمكانية;إذا;لو;في حال;قد يؤدي;يمكن أن;ربما;تجنب;لتجنب;بهدف;مواجهة;لمواجهة',
  },
  negated: { reach: 3, words: 'لم;لن;ليس;ليست;دون;بدون;عدم;لا;فشل;فشلت' },
};

const matcher = compilePhrases<Cue>(
  Object.entries(cueWords).flatMap(
    ([kind, { reach, words }]) =>
      words
        .split(';')
        .filter(Boolean)
        .map((phrase) => ({ phrase, value: { kind: kind as Cue['kind'], reach } })), // keys of the record above
  ),
  { proclitics: true },
);

export type Status = { modality: Modality; isBackground: boolean; drop: string | null };
/** Order of choice when several cues reach the trigger: annotation guideline, section 3. */
const order: Modality[] = ['denied', 'planned', 'alleged', 'ongoing'];

/** "لم يسفر الانفجار عن إصابات": it happened, only its outcome is denied. */
const isOutcome =
  /^(?:[يت]سفر|[يت]ود|[يت]ودي|[يت]خلف|[يت]وقع|[يت]سجل|[يت]رد|[يت]تسبب|[يت]نجم|[يت]لحق|[يت]صب|وقوع|تسجيل|سقوط)$/u;

/** What the words around a trigger say of it: modality, background, or that it is no event here. */
export function statusOf(sentence: Sentence, trigger: Trigger): Status {
  const { tokens } = sentence.field;
  const kinds = new Set<Cue['kind']>();
  for (const cue of matcher.find(tokens, sentence.from, sentence.to)) {
    const before = trigger.from - cue.to;
    const after = cue.from - trigger.to;
    const { kind, reach } = cue.value;
    if (kind === 'negated' && isOutcome.test(tokens[cue.to]?.key ?? '')) continue;
    if (before >= 0 && before <= reach) kinds.add(kind);
    else if (after >= 0 && after <= 4 && (kind === 'ongoing' || kind === 'planned')) kinds.add(kind);
    else if (after >= 0 && after <= 12 && kind === 'background') kinds.add(kind);
  }
  const token = tokens[trigger.from];
  if (token && /^س[يتن]/u.test(token.key) && token.key.length > 4 && !/^سيطر|^سيار|^سيول/u.test(token.key))
    kinds.add('planned');
  const modality = order.find((each) => kinds.has(each)) ?? 'asserted';
  const drop = kinds.has('negated') ? 'negated' : kinds.has('generic') ? 'generic' : null;
  return { modality, isBackground: kinds.has('background'), drop };
}
