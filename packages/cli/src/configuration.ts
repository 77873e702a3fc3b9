import { consoleEnvironment } from '@rasid/console';
import { extractorEnvironment } from '@rasid/extractor';
import { fetcherEnvironment } from '@rasid/fetcher';
import { commonEnvironment, readEnvironment } from '@rasid/runtime';
import { z } from 'zod';

/** What only the command line reads. */
const commandEnvironment = {
  RASID_SOURCES: z
    .string()
    .optional()
    .describe('Your own catalogue in YAML in place of the shipped one; "none" follows nothing'),
  RASID_ACTORS: z
    .string()
    .optional()
    .describe(
      'Parties of your own, one JSON object a line, beside the shipped ones; read again when it changes',
    ),
  RASID_SAMPLE: z
    .enum(['on', 'off'])
    .default('on')
    .describe('The sample newsroom of npm start; a catalogue of your own turns it off too'),
  RASID_HOME: z.string().default('.rasid').describe('Where npm start keeps Redis data and logs'),
  RASID_PLACES: z
    .string()
    .default('')
    .describe('Your own places, kept by rasid gazetteer import; empty is places.ndjson in RASID_HOME'),
  RASID_HEALTH_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(0)
    .describe('Port of /health/live and /health/ready of rasid run; 0 opens none'),
  RASID_HEALTH_HOST: z.string().default('127.0.0.1').describe('Address of the health endpoints'),
};

const allVariables = {
  ...commonEnvironment,
  ...fetcherEnvironment,
  ...extractorEnvironment,
  ...consoleEnvironment,
  ...commandEnvironment,
};

/** The whole environment, checked before anything starts: one ConfigurationError names every problem. */
export const readWholeEnvironment = (environment: Record<string, string | undefined>) =>
  readEnvironment(z.object(allVariables), environment);

export type Variable = { name: string; initial: string; description: string };

/** Every environment variable with its default and meaning, sorted. */
export function variables(): Variable[] {
  return Object.entries(allVariables)
    .map(([name, schema]) => {
      const parsed = schema.safeParse(undefined);
      const initial = parsed.success && parsed.data !== undefined ? String(parsed.data) : '';
      return { name, initial, description: schema.description ?? '' };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Variables outside the schemas: of scripts and tests, and those that all programs share. */
const others: readonly (readonly [name: string, meaning: string])[] = [
  ['http_proxy`, `https_proxy`, `no_proxy', 'the same as in capitals'],
  [
    'RASID_REDIS',
    '`javascript` makes npm start and npm test use the Redis server in JavaScript, for a look without any other',
  ],
  ['XDG_CACHE_HOME', 'where npm start keeps what it had to bring, such as a Redis; `~/.cache` without it'],
  ['RASID_CHROMIUM', 'browser of the console’s tests; without it one is looked for'],
  ['RASID_SCREENSHOTS', 'folder in which those tests leave pictures'],
  [
    'RASID_EVAL',
    'folder of real articles and feeds for scores and measurements; without it they are left out',
  ],
  ['NO_COLOR`, `FORCE_COLOR`, `TERM', 'whether the terminal gets colours'],
  ['LC_ALL`, `LC_MESSAGES`, `LANG', 'language of `rasid incidents`: Arabic when it begins with `ar`'],
];

/** The tables of docs/configuration.md. */
export function configurationPage(): string {
  const rows = variables().map(
    ({ name, initial, description }) =>
      `| \`${name}\` | ${initial ? `\`${initial}\`` : ''} | ${description} |`,
  );
  const lines = [
    '# Configuration',
    '',
    'From the environment, checked once at start; every problem is listed. This table is made from the code.',
    '',
    '| variable | default | meaning |',
    '|---|---|---|',
    ...rows,
    '',
    'An empty variable is as if it were not set. What only scripts and terminals read:',
    '',
    '| variable | meaning |',
    '|---|---|',
    ...others.map(([name, meaning]) => `| \`${name}\` | ${meaning} |`),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same as a file to copy. */
export const environmentExample = (): string =>
  [
    '# Rasid reads the environment, not this file: copy it to .env, then "set -a; . ./.env; set +a; npm start"\n',
    ...variables().map(({ name, initial, description }) => `# ${description}\n# ${name}=${initial}\n`),
  ].join('\n');
