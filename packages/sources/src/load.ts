import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Catalogue, type Source } from './schema.ts';

/** A catalogue that cannot be read; the message lists every problem with its place. */
export class CatalogueError extends Error {}

/** The shipped catalogue. */
export function loadCatalogue(): Source[] {
  return parseCatalogue(
    readFileSync(new URL('../data/catalogue.yaml', import.meta.url), 'utf8'),
    'the shipped catalogue',
  );
}

/** Reads a catalogue in YAML. Throws one CatalogueError that lists every problem. */
export function parseCatalogue(text: string, name: string): Source[] {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new CatalogueError(`${name} is not YAML: ${error instanceof Error ? error.message : error}`);
  }
  const parsed = Catalogue.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues
      .slice(0, 50)
      .map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new CatalogueError(`${name} does not fit:\n${problems.join('\n')}`);
  }
  const ids = parsed.data.sources.map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (twice.length > 0)
    throw new CatalogueError(`${name} names a source twice: ${[...new Set(twice)].join(', ')}`);
  return parsed.data.sources;
}

/** The user's own file: RASID_SOURCES, or sources.yaml in the working folder; null when there is none. */
export function ownCatalogueFile(environment: Record<string, string | undefined>): string | null {
  if (environment.RASID_SOURCES) return environment.RASID_SOURCES;
  return existsSync('sources.yaml') ? 'sources.yaml' : null;
}

/** The sources to follow: the user's own file in place of the shipped catalogue; `none` follows nothing. */
export function loadSources(environment: Record<string, string | undefined>): Source[] {
  const file = ownCatalogueFile(environment);
  if (file === 'none') return [];
  if (file === null) return loadCatalogue();
  if (!existsSync(file)) throw new CatalogueError(`No such file: ${file} (RASID_SOURCES)`);
  return parseCatalogue(readFileSync(file, 'utf8'), file);
}
