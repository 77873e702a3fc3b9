import type { ChatMessage } from '@rasid/model-events';
import { Agent, type Dispatcher, EnvHttpProxyAgent, request } from 'undici';
import { z } from 'zod';
import type { ModelSettings } from '../config.ts';
import { ModelFailure } from './failure.ts';

/** What an endpoint said: the text of its answer, whether it was cut off, and the tokens it counted. */
export type Reply = { content: string; isCut: boolean; tokens: number | null };
/** What is asked, the schema of its answer and the tokens that may cost. */
export type Question = { messages: readonly ChatMessage[]; schema: object; answerTokens: number };
export type Endpoint = {
  ask: (question: Question, signal: AbortSignal) => Promise<Reply>;
  close: () => Promise<void>;
};

const maxBytes = 1 << 20; // far above what the tokens of any answer need, and little memory

const schemaOf = ({ schema }: Question) => ({
  response_format: { type: 'json_schema', json_schema: { name: 'events', strict: true, schema } },
});
const anyObject = { response_format: { type: 'json_object' } };
const bounded = ({ answerTokens }: Question) => ({ temperature: 0, max_tokens: answerTokens });
/** Of models that think first: they refuse the older name, and a temperature. */
const boundedThought = ({ answerTokens }: Question) => ({ max_completion_tokens: answerTokens });

/** Ways to ask, the strictest first: an endpoint that does not know one (400, 422) is asked the next way from then on. */
const ways: readonly ((question: Question) => object)[] = [
  (question) => ({ ...bounded(question), ...schemaOf(question) }),
  (question) => ({ ...boundedThought(question), ...schemaOf(question) }),
  (question) => ({ ...bounded(question), ...anyObject }),
  (question) => ({ ...boundedThought(question), ...anyObject }),
  bounded, // the instructions ask for JSON all the same
];

/** One OpenAI-compatible endpoint. Redirects are not followed: the key goes to the address it was given for. */
export function openEndpoint(settings: Pick<ModelSettings, 'url' | 'key' | 'name'>): Endpoint {
  const base = settings.url.replace(/\/{1,8}$/, '');
  const url = base.endsWith('/chat/completions') ? base : `${base}/chat/completions`;
  const dispatcher = openAgent();
  const mask = (text: string) => (settings.key === '' ? text : text.replaceAll(settings.key, '***'));
  let way = 0;

  async function post(body: object, signal: AbortSignal) {
    try {
      const response = await request(url, {
        method: 'POST',
        dispatcher,
        signal,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(settings.key && { authorization: `Bearer ${settings.key}` }),
        },
        body: JSON.stringify(body),
      });
      return { status: response.statusCode, headers: response.headers, text: await readText(response.body) };
    } catch (cause) {
      if (cause instanceof ModelFailure) throw cause;
      const isLate = signal.aborted;
      const why = cause instanceof Error ? mask(cause.message) : '';
      throw new ModelFailure('away', isLate ? 'the model took too long' : `the model is not reached: ${why}`);
    }
  }

  return {
    async ask(question, signal) {
      for (let asked = way; ; asked++) {
        const body = {
          model: settings.name,
          messages: question.messages,
          stream: false, // some servers stream unless told not to
          ...ways[asked]?.(question),
        };
        const { status, headers, text } = await post(body, signal);
        if (status === 200) {
          way = asked; // the way that worked: one article that is refused in all ways changes nothing
          return readReply(text);
        }
        if ((status === 400 || status === 422) && asked + 1 < ways.length) continue;
        const why = `the model answered ${status}: ${mask(text).slice(0, 200)}`; // a log line
        const isAway = status === 408 || status === 429 || status >= 500;
        const retryAfterMs = waitOf(headers['retry-after']);
        throw new ModelFailure(isAway ? 'away' : 'refused', why, { retryAfterMs });
      }
    },
    close: () => dispatcher.close(),
  };
}

/** Proxies of the environment, but never for a model on this machine. */
function openAgent(): Dispatcher {
  const { HTTP_PROXY, HTTPS_PROXY, http_proxy, https_proxy, NO_PROXY, no_proxy } = process.env;
  if (!(HTTP_PROXY || HTTPS_PROXY || http_proxy || https_proxy)) return new Agent();
  const except = NO_PROXY ?? no_proxy ?? '';
  return new EnvHttpProxyAgent({ noProxy: `${except},localhost,127.0.0.1,::1` });
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > maxBytes)
      throw new ModelFailure('unreadable', `the answer is longer than ${maxBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Text, or a list of parts of which some are text. */
const Content = z.union([
  z.string(),
  z
    .array(z.object({ text: z.string().optional() }))
    .transform((parts) => parts.map(({ text }) => text ?? '').join('')),
]);

const Completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: Content.nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z.object({ total_tokens: z.number().nonnegative() }).nullish(),
});

function readReply(text: string): Reply {
  const parsed = Completion.safeParse(parse(text));
  if (!parsed.success) throw new ModelFailure('unreadable', 'the answer is no chat completion');
  const { choices, usage } = parsed.data;
  const [choice] = choices;
  return {
    content: choice?.message.content ?? '',
    isCut: choice?.finish_reason === 'length',
    tokens: usage?.total_tokens ?? null,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // A page of a proxy or of a login stands there for every article: none of them is to blame.
    throw new ModelFailure('away', 'the answer is no JSON: is RASID_MODEL_URL the address up to /v1?', {
      cause,
    });
  }
}

/** Retry-After in seconds or as a date; null when there is none that can be read. */
function waitOf(header: string | string[] | undefined): number | null {
  const text = Array.isArray(header) ? header[0] : header;
  if (!text) return null;
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
