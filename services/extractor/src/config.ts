import { ConfigurationError, readEnvironment } from '@rasid/runtime';
import { z } from 'zod';

const isWebAddress = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);

export const extractorEnvironment = {
  RASID_ENGINE: z
    .enum(['rules', 'llm', 'both'])
    .default('rules')
    .describe('Who finds the events: the rules, a language model, or both'),
  RASID_MODEL_URL: z
    .string()
    .refine(
      (text) => text === '' || isWebAddress(text),
      'must be a web address such as http://127.0.0.1:8080/v1',
    )
    .default('')
    .describe('OpenAI-compatible endpoint of the model, up to /v1; needed for llm and both'),
  RASID_MODEL_KEY: z.string().default('').describe('Key of the endpoint; sent to it alone, never shown'),
  RASID_MODEL_NAME: z
    .string()
    .max(200)
    .default('')
    .describe('Model to ask, as the endpoint calls it; needed for llm and both'),
  RASID_MODEL_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(28_000) // extract itself ends at 30 s
    .default(25_000)
    .describe('Time for one article, all tries together; a batch has as much for each of its articles'),
  RASID_MODEL_BATCH: z.coerce
    .number()
    .int()
    .min(1)
    .max(16) // beyond it answers are cut off, and one failure costs too many
    .default(4)
    .describe('Most articles in one request where several are at hand (rasid extract --jsonl); 1 is off'),
  RASID_MODEL_BATCH_CHARACTERS: z.coerce
    .number()
    .int()
    .min(1_000)
    .max(100_000)
    .default(12_000) // as much as the longest single article sends
    .describe('Most characters of articles in one request; a longer article goes alone'),
  RASID_MODEL_DAILY_REQUESTS: z.coerce
    .number()
    .int()
    .min(0)
    .default(1_000)
    .describe(
      'Most questions to the model in a day (UTC), in all processes together; a batch counts as its articles',
    ),
  RASID_MODEL_DAILY_TOKENS: z.coerce
    .number()
    .int()
    .min(0)
    .default(10_000_000)
    .describe('Most tokens of the model in a day (UTC), in all processes together'),
  RASID_MODEL_CACHE_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3_650)
    .default(30)
    .describe('How long an answer is kept: the same text is not asked twice'),
};

export type EngineName = 'rules' | 'llm' | 'both';

export type ModelSettings = {
  url: string;
  key: string;
  name: string;
  timeoutMs: number;
  limits: { requests: number; tokens: number };
  cacheSeconds: number;
  batch: { articles: number; characters: number };
};

/** Which engines run, and the model's settings where one is asked; `engine` overrides the environment. */
export function readEngine(
  environment: Record<string, string | undefined>,
  engine?: EngineName,
): { engine: 'rules'; model: null } | { engine: 'llm' | 'both'; model: ModelSettings } {
  const read = readEnvironment(z.object(extractorEnvironment), environment);
  const chosen = engine ?? read.RASID_ENGINE;
  if (chosen === 'rules') return { engine: chosen, model: null };
  const missing = (['RASID_MODEL_URL', 'RASID_MODEL_NAME'] as const).filter((name) => read[name] === '');
  if (missing.length > 0) throw new ConfigurationError(`Engine ${chosen} needs ${missing.join(' and ')}`);
  const model = {
    url: read.RASID_MODEL_URL,
    key: read.RASID_MODEL_KEY,
    name: read.RASID_MODEL_NAME,
    timeoutMs: read.RASID_MODEL_TIMEOUT_MS,
    limits: { requests: read.RASID_MODEL_DAILY_REQUESTS, tokens: read.RASID_MODEL_DAILY_TOKENS },
    cacheSeconds: read.RASID_MODEL_CACHE_DAYS * 24 * 3600,
    batch: { articles: read.RASID_MODEL_BATCH, characters: read.RASID_MODEL_BATCH_CHARACTERS },
  };
  return { engine: chosen, model };
}
