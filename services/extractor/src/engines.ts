import { extractorVersion } from '@rasid/events';
import { type Dropped, type ModelAnswer, promptVersion, uniteEvents } from '@rasid/model-events';
import { type Notes, RetryLater } from '@rasid/runtime';
import type { EngineName } from './config.ts';
import type { EventsInput, EventsOutput } from './extract.ts';
import { ModelFailure } from './model/failure.ts';
import type { ModelReader } from './model/reader.ts';

export type GroundTask = { article: EventsInput; events: ModelAnswer['events']; name: string };

/** The engines, wherever they compute: in a thread or in line. */
export type Engines = {
  rules: (article: EventsInput, signal?: AbortSignal) => Promise<EventsOutput>;
  ground: (
    task: GroundTask,
    signal?: AbortSignal,
  ) => Promise<{ events: EventsOutput['events']; dropped: Dropped[] }>;
};

export type Reading = EventsOutput & {
  /** Which engines these events come from, for the record's provenance. */
  extractor: string;
  /** What the model said that the article does not. */
  dropped: Dropped[];
  notes: Notes;
};

const refusedMs = 600_000; // a wrong key is put right by somebody: ten minutes are soon enough
const awayMs = 30_000;

/** Hears what is wrong with the model, and null when it answers. */
export type ModelProblem = (problem: string | null) => void;

/** Reads articles with the rules, with a model, or with both. Without a model `both` goes on with the rules alone and says so. */
export function createReading(
  engine: EngineName,
  engines: Engines,
  reader: ModelReader | null,
  tell: ModelProblem = () => undefined,
) {
  return async (article: EventsInput, signal?: AbortSignal): Promise<Reading> => {
    const rules = await engines.rules(article, signal);
    const alone = { ...rules, extractor: extractorVersion, dropped: [], notes: {} };
    if (engine === 'rules' || reader === null) return alone;
    try {
      const { answer, isKept } = await reader.read(article, signal);
      if (!isKept) tell(null);
      const task = { article, events: answer.events, name: reader.name };
      const { events, dropped } = await engines.ground(task, signal);
      const model = `model/${reader.name}@${promptVersion}`;
      const isBoth = engine === 'both';
      return {
        genre: rules.genre, // a model is not asked for it
        events: isBoth ? uniteEvents(rules.events, events) : events,
        extractor: isBoth ? `${extractorVersion}+${model}` : model,
        dropped,
        notes: { model: isKept ? 'kept answer' : 'asked', dropped: dropped.length, misfits: answer.misfits },
      };
    } catch (error) {
      if (!(error instanceof ModelFailure) || signal?.aborted) throw error;
      if (error.kind !== 'unreadable') tell(error.message); // one bad answer is the article's affair
      if (engine === 'both') return { ...alone, notes: { model: `rules alone: ${error.message}` } };
      if (error.kind === 'unreadable') throw error; // tried again as any failed job, then quarantined
      throw new RetryLater(
        error.message,
        error.retryAfterMs ?? (error.kind === 'refused' ? refusedMs : awayMs),
      );
    }
  };
}
