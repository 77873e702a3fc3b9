import { readFileSync } from 'node:fs';
import type { Codes, ExtractedEvent } from '@rasid/contracts';
import { type Mark, readMarks } from './marks.ts';
import { checkTraits, type Relations, saidOf, type Trait, type TraitField, type Traits } from './traits.ts';

export type EventTypeId = ExtractedEvent['type'];
/** What a word of force says before its means are known: resolved by `means.ts`. */
export type OpenType = '?strike' | '?target' | '?assault' | '?shoot' | '?kill' | '?blast' | '?harm';

/** Whether only the means told beside the words say which type it is. */
export const isOpenType = (type: string): type is OpenType => type.startsWith('?');

/** One way to say an event; a line of data/lexicon.tsv. */
export type LexiconEntry = {
  id: string;
  type: EventTypeId | OpenType;
  /** f: a whole description, fires alone; n: a word that needs an anchor; w: only in title and lead; t: only at their head; l: no line of the lexicon, learnt (`likeness.ts`). */
  tier: 'f' | 'n' | 'w' | 't' | 'l';
  /** V: doer and patient; E: a noun of happening; S: parties side by side; H: only someone harmed; T: a position; D: an authority's act. */
  roles: 'V' | 'E' | 'S' | 'H' | 'T' | 'D';
  pattern: string;
  /** Words within four tokens that make it another meaning. */
  blockedBy: string[];
  example: string;
  nearMiss: string | null;
  marks: readonly Mark[];
};

export type TypeEntry = {
  id: EventTypeId;
  group: string;
  precedence: number;
  label: { ar: string; en: string };
  counts: string[];
  acled: Codes['acled'];
  plover: Codes['plover'];
  cameo: string[];
  iptc: string[];
  confusable: string[];
  /** The attribute that says which act it is. */
  act: string | undefined;
  /** What a number of people beside it counts when no other word says it. */
  usualCount: keyof ExtractedEvent['counts'] | undefined;
  /** Words for the thing it is done to or with, written as in patterns. */
  objects: string | undefined;
};
/** A line of data/types.jsonl. */
export type TypeLine = TypeEntry & Traits & Relations;

/** The lines of a file of data/, without those that begin with a hash and a space. */
export const read = (name: string): string[] =>
  readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('# '));

/** Classes of words by name, for `$name` in patterns. */
export const classes: ReadonlyMap<string, readonly string[]> = new Map(
  read('classes.tsv').map((line) => {
    const [name = '', words = ''] = line.split('\t');
    return [name, words.split(' ')];
  }),
);

/** Every wording of every type, sorted by id. */
export const lexicon: readonly LexiconEntry[] = read('lexicon.tsv').map((line) => {
  const [id = '', type, tier, roles, pattern = '', blocked = '-', example = '', nearMiss, marks = ''] =
    line.split('\t');
  return {
    id,
    type: type as LexiconEntry['type'], // shipped data, checked by the tests
    tier: tier as LexiconEntry['tier'],
    roles: roles as LexiconEntry['roles'],
    pattern,
    blockedBy: blocked === '-' ? [] : blocked.split('/'),
    example,
    nearMiss: !nearMiss || nearMiss === '-' ? null : nearMiss,
    marks: readMarks(id, marks),
  };
});

/** What data/types.jsonl says of every type, sorted by id. */
export const typeLines: readonly TypeLine[] = read('types.jsonl').map((line) => {
  const entry = JSON.parse(line) as TypeLine; // shipped data, checked by the tests
  checkTraits(entry);
  return entry;
});
/** Written out, so that all have one shape: lines leave out what they say nothing of. */
const types = new Map(
  typeLines.map((line): [EventTypeId, TypeEntry] => [
    line.id,
    {
      id: line.id,
      group: line.group,
      precedence: line.precedence,
      label: line.label,
      counts: line.counts,
      act: line.act,
      usualCount: line.usualCount,
      objects: line.objects,
      acled: line.acled,
      plover: line.plover,
      cameo: line.cameo,
      iptc: line.iptc,
      confusable: line.confusable,
    },
  ]),
);

/** The types of which a field says one of the values: `traits.ts` tells their meaning. */
export const typesWith = <Field extends TraitField>(
  field: Field,
  ...values: Trait<Field>[]
): ReadonlySet<EventTypeId> =>
  new Set(
    typeLines
      .filter((line) => saidOf(line, field).some((each) => values.some((value) => value === each)))
      .map(({ id }) => id),
  );

/** Whether the line of the first type names the second in a field. */
export function typesRelated(field: keyof Relations): (one: EventTypeId, other: EventTypeId) => boolean {
  const named = new Map(typeLines.map((line) => [line.id, new Set<string>(line[field])]));
  return (one, other) => named.get(one)?.has(other) === true;
}

/** The ontology's entry of a type; every type of the contract has one. */
export function typeEntry(id: EventTypeId): TypeEntry {
  const entry = types.get(id);
  if (!entry) throw new Error(`data/types.jsonl has no line for ${id}`);
  return entry;
}

/** The fitted decision: weights by feature, and the likelihood from which an incident is an event. */
export const model = JSON.parse(read('model.json').join('\n')) as {
  bias: number;
  weights: Record<string, number>;
  threshold: number;
  /** Weights of the opening and of the likeliest event, and the likelihood below which an article is taken to tell none. */
  relevance: { opening: number; likeliest: number; bias: number; least: number };
  /** Weights of how an event stands in its article, by which the main one is chosen. */
  main: Record<string, number>;
  /** The same for a text of a sentence or two. */
  shortThreshold: number;
  backgroundThreshold: number;
  /** From the logit of a likelihood to that of a confidence. */
  calibration: { scale: number; shift: number };
}; // shipped data, checked by the tests

/** Words that mark a kind of text, by genre. */
export const genreWords: ReadonlyMap<string, readonly string[]> = new Map(
  read('genres.tsv').map((line) => {
    const [name = '', words = ''] = line.split('\t');
    return [name, words.split(' ')];
  }),
);

/** What a word beside a trigger says of an event of a type: lines of data/attributes.tsv. */
export const attributeRules = read('attributes.tsv').map((line) => {
  const [type, key = '', value = '', words = '', example = '', nearMiss = null] = line.split('\t');
  return { type: type as EventTypeId, key, value, words: words.split(' '), example, nearMiss }; // shipped data, checked by the tests
});

/** Codes that the facts of an event ask for: lines of data/codes.tsv. A column without a value leaves it to other lines. */
export const codeRules = read('codes.tsv').map((line) => {
  const [type, when = '-', acled = '=', plover = '=', cameo = '=', iptc = '='] = line.split('\t');
  return {
    type: type as EventTypeId, // as above
    when: when === '-' ? [] : when.split(' '),
    acled: column(acled, (text): Codes['acled'] => {
      const [eventType = '', subEventType = ''] = text.split(' > ');
      return { eventType, subEventType, disorderType: disorderOf(eventType, subEventType) };
    }),
    plover: column(plover, (text): Codes['plover'] => {
      const [name = '', mode = null] = text.split('/');
      return { type: name, mode };
    }),
    cameo: column(cameo, (text) => text.split(' '), []),
    iptc: column(iptc, (text) => text.split(' '), []),
  };
});

/** `=` says nothing, `-` that there is no code. */
function column<T>(text: string, parse: (text: string) => T, none: T | null = null): T | undefined {
  if (text === '=') return undefined;
  return text === '-' ? (none as T) : parse(text); // null only where T allows it
}

/** The disorder type of an event (ACLED codebook 2023, table 2). */
export function disorderOf(eventType: string, subEventType: string): string {
  if (subEventType === 'Excessive force against protesters') return 'Political violence; Demonstrations';
  if (eventType === 'Protests' || subEventType === 'Violent demonstration') return 'Demonstrations';
  return eventType === 'Strategic developments' ? eventType : 'Political violence';
}

/** What tells what an event is about, or an attribute that is told in words of the text: lines of data/topics.tsv. */
export const topicRules = read('topics.tsv').map((line) => {
  const [of = '', words = '', takes = '-', gap = '0', example = '', topic = '', nearMiss = ''] =
    line.split('\t');
  const [type, key = 'topic'] = of.split('.');
  return { type: type as EventTypeId, key, words, takes, gap: Number(gap), example, topic, nearMiss }; // as above
});

/** What words around a trigger say of it, and how many tokens before and behind it they may stand; -1 for none. */
export type StatusCue = {
  kind: ExtractedEvent['modality'] | 'background' | 'generic' | 'negated';
  before: number;
  after: number;
};

/** Lines of data/cues.tsv. */
export const cueRules = read('cues.tsv').map((line) => {
  const [kind, before, after, phrases = '', example = '', nearMiss = ''] = line.split('\t');
  const cue = { kind, before: Number(before), after: Number(after) } as StatusCue; // as above
  return { cue, phrases: phrases.split(';'), example, nearMiss };
});
