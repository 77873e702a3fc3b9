import { countKinds, eventTypeIds } from '@rasid/contracts';
import { z } from 'zod';

/** What a model is asked for: judgements from closed lists, and quotations; it gives no value of its own. */
const ModelEvent = z.object({
  type: z.enum(eventTypeIds),
  status: z.enum(['main', 'secondary', 'background']),
  modality: z.enum(['asserted', 'alleged', 'denied', 'planned', 'ongoing']),
  trigger: z.string(),
  evidence: z.string(),
  actors: z.array(z.string()),
  targets: z.array(z.string()),
  victims: z.array(z.string()),
  source: z.string().nullable(),
  place: z.string().nullable(),
  date: z.string().nullable(),
  counts: z.array(z.object({ kind: z.enum(countKinds), text: z.string() })),
  instrument: z.string().nullable(),
  object: z.string().nullable(),
  topic: z.string().nullable(),
});
const Answer = z.object({ events: z.array(ModelEvent) });

const Answers = z.object({ articles: z.array(z.object({ id: z.string(), ...Answer.shape })) });

export type ModelEvent = z.infer<typeof ModelEvent>;
export type ModelAnswer = { events: ModelEvent[]; misfits: number };

/** The JSON Schema of an answer: all fields required, none added, as strict structured output wants it. */
export const answerSchema = z.toJSONSchema(Answer);
/** That of an answer about several articles. */
export const answersSchema = z.toJSONSchema(Answers);

/** Fields that an endpoint without structured output leaves out where there is nothing to say. */
const blank = {
  status: 'secondary',
  modality: 'asserted',
  actors: [],
  targets: [],
  victims: [],
  source: null,
  place: null,
  date: null,
  counts: [],
  instrument: null,
  object: null,
  topic: null,
};

const maxEvents = 40; // bounds the work: an answer that runs on is cut here

/** The events of an answer and how many did not fit the schema; null when it is no answer at all. */
export function readAnswer(content: string): ModelAnswer | null {
  return answerOf(parse(jsonIn(content)));
}

/** The parts of an answer about several articles, as they come: an id, and its events or null; null when it is none. */
export function readAnswers(content: string): { id: string; answer: ModelAnswer | null }[] | null {
  const envelope = z.object({ articles: z.array(z.unknown()) }).safeParse(parse(jsonIn(content)));
  if (!envelope.success) return null;
  return envelope.data.articles.slice(0, maxParts).flatMap((part) => {
    const named = z.object({ id: z.coerce.string() }).safeParse(part);
    return named.success ? [{ id: named.data.id.trim(), answer: answerOf(part) }] : [];
  });
}

const maxParts = 64; // more than any batch has: an answer that runs on is cut here

function answerOf(value: unknown): ModelAnswer | null {
  const envelope = z.object({ events: z.array(z.unknown()) }).safeParse(value);
  if (!envelope.success) return null;
  const told = envelope.data.events.slice(0, maxEvents);
  const events = told.flatMap((each) => {
    const parsed = ModelEvent.safeParse(typeof each === 'object' ? { ...blank, ...each } : each);
    return parsed.success ? [parsed.data] : [];
  });
  return { events, misfits: told.length - events.length };
}

/** The JSON of an answer: models that know no structured output think aloud before it, set it as code or say a word around it. */
function jsonIn(content: string): string {
  const thought = content.lastIndexOf(thoughtEnd);
  const text = content.slice(thought < 0 ? 0 : thought + thoughtEnd.length).trim();
  return text.startsWith('{') ? text : text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
}
const thoughtEnd = '</think>';

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // truncated or prose: no answer
  }
}
