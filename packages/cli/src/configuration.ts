import { consoleEnvironment } from '@rasid/console';
import { extractorEnvironment } from '@rasid/extractor';
import { fetcherEnvironment } from '@rasid/fetcher';
import { commonEnvironment } from '@rasid/runtime';
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
    .default(0)
    .describe('Port of /health/live and /health/ready of rasid run; 0 opens none'),
  RASID_HEALTH_HOST: z.string().default('127.0.0.1').describe('Address of the health endpoints'),
};

export type Variable = { name: string; initial: string; description: string };

/** Every environment variable with its default and meaning, sorted. */
export function variables(): Variable[] {
  const schemas = {
    ...commonEnvironment,
    ...fetcherEnvironment,
    ...extractorEnvironment,
    ...consoleEnvironment,
    ...commandEnvironment,
  };
  return Object.entries(schemas)
    .map(([name, schema]) => {
      const parsed = schema.safeParse(undefined);
      const initial = parsed.success && parsed.data !== undefined ? String(parsed.data) : '';
      return { name, initial, description: schema.description ?? '' };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** The table of docs/configuration.md. */
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
  ];
  return `${lines.join('\n')}\n`;
}

/** The same as a file to copy. */
export const environmentExample = (): string =>
  variables()
    .map(({ name, initial, description }) => `# ${description}\n# ${name}=${initial}\n`)
    .join('\n');
