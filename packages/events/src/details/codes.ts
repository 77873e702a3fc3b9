import type { Codes, ExtractedEvent } from '@rasid/contracts';
import { codeRules, type EventTypeId, typeEntry } from '../data.ts';

/** What of an event its codes depend on. */
export type Coded = Pick<
  ExtractedEvent,
  'attributes' | 'counts' | 'actors' | 'targets' | 'place' | 'modality'
>;

const rules = new Map<EventTypeId, typeof codeRules>();
for (const rule of codeRules) rules.set(rule.type, [...(rules.get(rule.type) ?? []), rule]);

/** The codes of an event: those of its type, as its attributes, counts and parties change them. */
export function codesOf(type: EventTypeId, event: Coded): Codes {
  const { acled, plover, cameo, iptc } = typeEntry(type);
  const own = rules.get(type);
  if (!own) return { acled, plover, cameo, iptc };
  const facts = factsOf(event);
  const fits = own.filter(({ when }) => when.every((fact) => facts.has(fact)));
  const first = <T>(of: (rule: (typeof fits)[number]) => T | undefined, otherwise: T): T => {
    for (const rule of fits) {
      const value = of(rule);
      if (value !== undefined) return value;
    }
    return otherwise;
  };
  return {
    acled: first((rule) => rule.acled, acled),
    plover: first((rule) => rule.plover, plover),
    cameo: first((rule) => rule.cameo, cameo),
    iptc: first((rule) => rule.iptc, iptc),
  };
}

/** Sectors that carry arms for a state, and those that do so for themselves. */
const state = new Set(['MIL', 'COP', 'GOV', 'SPY', 'JUD']);
const armed = new Set(['MIL', 'REB', 'PRM', 'UAF']);
const some = 3; // arrested at once: fewer are no operation that ACLED records
const many = 10; // arrested at once: a mass arrest (ontology)

/** What data/codes.tsv asks of an event, as `name=value`. */
function factsOf({ attributes, counts, actors, targets, place, modality }: Coded): ReadonlySet<string> {
  const arrested = counts.arrested?.min ?? 0;
  const [doer] = actors;
  const isOwn = doer?.country == null || place?.country == null || doer.country === place.country;
  return new Set([
    `modality=${modality}`,
    ...Object.entries(attributes).map(([key, value]) => `${key}=${value}`),
    ...Object.keys(counts).map((kind) => `count:${kind}=true`),
    ...(arrested >= some ? [`arrested=${arrested >= many ? 'many' : 'some'}`] : []),
    ...([...actors, ...targets].some(({ sector }) => armed.has(sector ?? '')) ? ['armed=true'] : []),
    ...(doer ? ['doer=true', `gainer=${isOwn && state.has(doer.sector ?? '') ? 'state' : 'other'}`] : []),
  ]);
}
