import { pastForms } from './inflect-past.ts';
import { presentForms } from './inflect-present.ts';
import { hasPassive, pastPassiveOf, presentPassiveOf, type Shape, shapeOf } from './inflect-shape.ts';

export type Cell = {
  person: 1 | 2 | 3;
  gender: 'm' | 'f' | 'both';
  number: 'singular' | 'dual' | 'plural';
};
export type Written = Cell & { text: string; mood?: 'short' };

export type VerbForm = Written & {
  tense: 'past' | 'present';
  /** `either` where active and passive are written alike. */
  voice: 'active' | 'passive' | 'either';
};

export type VerbCitation = {
  /** Third person masculine in canonical spelling with its hamzas: أصاب. */
  past: string;
  /** يصيب */
  present: string;
  /** Stated where the rule does not give it; null for a verb without passive (وصل, سقط). */
  pastPassive?: string | null;
  presentPassive?: string | null;
  /** Whether the last radical is doubled, where the letters alone cannot say: false for استمع. */
  doubled?: boolean;
};

/**
 * Every form of a verb as it is written without vowels and clitics, of all persons or of those given. `mood: 'short'` stands
 * after لم, لن, أن only.
 */
export function inflectVerb(citation: VerbCitation, persons: readonly Cell['person'][] = all): VerbForm[] {
  const { past, present } = citation;
  const shape = shapeOf(past, present, citation.doubled);
  const passives = passivesOf(citation, shape);
  const passiveShape: Shape = shape === 'alef' || shape === 'maksura' || shape === 'lively' ? 'yeh' : shape; // دعي, نفي
  return [
    ...withVoice(
      'past',
      pastForms(past, shape, present, persons),
      passives.past ? pastForms(passives.past, passiveShape, present, persons) : [],
    ),
    ...withVoice(
      'present',
      presentForms(present, shape, persons),
      passives.present ? presentForms(passives.present, shape, persons) : [],
    ),
  ];
}

function passivesOf(citation: VerbCitation, shape: Shape): { past: string | null; present: string | null } {
  const { past, present, pastPassive, presentPassive } = citation;
  const isMade = pastPassive !== null && hasPassive(past, shape);
  return {
    past: pastPassive ?? (isMade ? pastPassiveOf(past, shape) : null),
    present:
      presentPassive ?? (isMade && presentPassive !== null ? presentPassiveOf(present, past, shape) : null),
  };
}

const all = [1, 2, 3] as const;

const keyOf = (form: Written) =>
  `${form.text} ${form.person} ${form.gender} ${form.number} ${form.mood ?? ''}`;

function withVoice(
  tense: VerbForm['tense'],
  active: readonly Written[],
  passive: readonly Written[],
): VerbForm[] {
  const keys = passive.map(keyOf);
  const passives = new Set(keys);
  const both = new Set<string>();
  const forms = active.map((form): VerbForm => {
    const key = passives.size > 0 ? keyOf(form) : '';
    if (!passives.has(key)) return { tense, voice: 'active', ...form };
    both.add(key);
    return { tense, voice: 'either', ...form };
  });
  for (const [at, form] of passive.entries())
    if (!both.has(keys[at] ?? '')) forms.push({ tense, voice: 'passive', ...form });
  return forms;
}
