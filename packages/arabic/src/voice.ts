import type { VerbForm } from './inflect-verb.ts';

/** What stands beside a verb, as its caller's lexicons see it. */
export type VoiceCue = {
  /**
   * `victim`: people things happen to; `actor`: a force, a state, a group, its weapons; `number`: a number or quantity;
   * `on`: a phrase with على; `object`: another noun without preposition; `cause`: "جراء قصف"; `agent`: "على يد".
   */
  kind: 'victim' | 'actor' | 'number' | 'on' | 'object' | 'cause' | 'agent' | 'other';
  gender?: 'm' | 'f';
};

export type Voice = {
  voice: 'active' | 'passive' | 'unknown';
  /** The rule that decided, for the record's evidence. */
  rule: 'letters' | 'agent' | 'actor-first' | 'feminine' | 'cause' | 'victim-first' | 'before' | 'none';
};

type Verb = Pick<VerbForm, 'voice' | 'gender' | 'number'>;

/**
 * Whether an unvocalised verb is active or passive, by what stands around it. Half of the verbs of violence in news are
 * passives that look like actives: "قتل ثلاثة" is was-killed, "قتل الجيش ثلاثة" is killed.
 */
export function decideVoice(verb: Verb, before: VoiceCue | null, after: readonly VoiceCue[]): Voice {
  if (verb.voice !== 'either') return { voice: verb.voice, rule: 'letters' };
  const [first, ...rest] = after;
  const has = (kind: VoiceCue['kind']) => after.some((cue) => cue.kind === kind);
  if (has('agent')) return { voice: 'passive', rule: 'agent' };
  if (first?.kind === 'actor') {
    const hasObject = rest.some(({ kind }) => ['number', 'victim', 'on', 'object'].includes(kind));
    if (hasObject) return { voice: 'active', rule: 'actor-first' };
    // "قتل جنود": actors can be victims; the feminine verb agrees with a collective ("قصفت إسرائيل")
    if (verb.gender === 'f' && first.gender === 'f') return { voice: 'active', rule: 'feminine' };
    if (has('cause')) return { voice: 'passive', rule: 'cause' };
    return { voice: 'active', rule: 'actor-first' };
  }
  if (first?.kind === 'victim' || first?.kind === 'number') {
    if (verb.gender === 'f' && first.gender === 'f') return { voice: 'passive', rule: 'feminine' };
    if (has('cause')) return { voice: 'passive', rule: 'cause' };
    // a victim that is followed by an object is the subject: "قتل شاب والده"
    if (!rest.some(({ kind }) => kind === 'object')) return { voice: 'passive', rule: 'victim-first' };
    return { voice: 'active', rule: 'victim-first' };
  }
  if (before?.kind === 'actor') return { voice: 'active', rule: 'before' };
  if (before?.kind === 'victim' || before?.kind === 'number') return { voice: 'passive', rule: 'before' };
  return { voice: 'unknown', rule: 'none' };
}

/** Verbs whose subject is what it happens to, without any agent: by their past. */
export const agentlessVerbs: ReadonlySet<string> = new Set(
  'لقي قضى سقط توفي فارق استشهد ارتقى انفجر اندلع وقع انهار اصطدم انقلب غرق نشب نفق مات هلك تحطم انزلق انشق'.split(
    ' ',
  ),
);

const markers: readonly { keys: string[]; kind: 'agent' | 'cause' }[] = [
  ...rows('agent', 'علي يد|علي ايدي|من قبل|برصاص|بنيران|من جانب|بيد'),
  ...rows(
    'cause',
    'جراء|اثر|في اعقاب|عقب|نتيجه|بسبب|بفعل|من جراء|خلال|بقصف|بغاره|بغارات|بانفجار|بلغم|بعبوه|بصاروخ|بصواريخ',
  ),
  ...rows(
    'cause',
    'بمسيره|بطائره|بطايره|بسكين|بضربه|بقذيفه|بقذايف|في قصف|في غاره|في غارات|في انفجار|في هجوم|في حادث|في اشتباكات|بهجوم',
  ),
];

function rows(kind: 'agent' | 'cause', phrases: string): { keys: string[]; kind: 'agent' | 'cause' }[] {
  return phrases.split('|').map((phrase) => ({ keys: phrase.split(' '), kind }));
}

/** Whether an agent or a cause is named at a place: "على يد", "جراء", "بنيران". Strong keys. */
export function voiceMarkerAt(keys: readonly string[], at: number): 'agent' | 'cause' | null {
  return markers.find((marker) => marker.keys.every((key, i) => keys[at + i] === key))?.kind ?? null;
}
