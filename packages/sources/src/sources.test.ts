import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  CatalogueFile,
  editCatalogue,
  editOwnCatalogue,
  followCatalogue,
  type LiveCatalogue,
  loadCatalogue,
  loadSources,
  parseCatalogue,
  type Source,
} from './index.ts';

const entry = (id: string) =>
  `{ id: ${id}, outlet: { id: ${id}, name: { ar: "لي", en: Mine }, country: SY }, feed: "https://example.org/feed" }`;
const own = (...ids: string[]) => `sources:\n${ids.map((id) => `  - ${entry(id)}`).join('\n')}\n`;

describe('the shipped catalogue', () => {
  it('holds about sixty sources or more of twenty countries, each named in both languages', () => {
    const sources = loadCatalogue();
    expect(sources.length).toBeGreaterThanOrEqual(60);
    expect(new Set(sources.map(({ outlet }) => outlet.country)).size).toBeGreaterThanOrEqual(20);
  });

  it('can be read as any catalogue, names each feed once, and is sorted by country and id', () => {
    const text = readFileSync(new URL('../data/catalogue.yaml', import.meta.url), 'utf8');
    const sources = parseCatalogue(text, 'the shipped catalogue');
    expect(sources).toEqual(loadCatalogue());
    expect(new Set(sources.map(({ feed }) => feed)).size).toBe(sources.length);
    const keys = sources.map(({ id, outlet }) => `${outlet.country ?? 'ZZ'} ${id}`);
    expect(keys).toEqual(keys.toSorted());
  });

  it('gives way to the user’s own, and to none', () => {
    expect(loadSources({ RASID_SOURCES: 'none' })).toEqual([]);
    expect(() => loadSources({ RASID_SOURCES: '/no/such/file.yaml' })).toThrow('No such file');
  });
});

describe('a catalogue of one’s own', () => {
  it('needs an id, an outlet and a feed', () => {
    const [source] = parseCatalogue(own('mine'), 'mine.yaml');
    expect(source).toMatchObject({
      id: 'mine',
      timeZone: 'Asia/Riyadh',
      paused: false,
      minIntervalMs: 120_000,
      maxIntervalMs: 86_400_000,
      sections: { include: [], exclude: [] },
    });
  });

  it('bounds the pauses of a source', () => {
    const text = own('mine').replace(' }\n', ', every: { min: 5m, max: 6 h } }\n');
    expect(parseCatalogue(text, 'x')[0]).toMatchObject({ minIntervalMs: 300_000, maxIntervalMs: 21_600_000 });
    expect(() => parseCatalogue(text.replace('5m', '7h'), 'x')).toThrow('min must not be more than max');
    expect(() => parseCatalogue(text.replace('5m', 'often'), 'x')).toThrow(
      'line 2, sources.0.every.min: must be a number',
    );
  });

  it('names every problem and the line it is in', () => {
    const text =
      'sources:\n  - id: "A b"\n    outlet: { id: x, name: { ar: a, en: b }, country: Syria }\n    feed: ftp://x\n    color: red\n';
    expect(() => parseCatalogue(text, 'mine.yaml')).toThrow(
      /line 2, sources\.0\.id[\s\S]*line 3, sources\.0\.outlet\.country[\s\S]*line 4, sources\.0\.feed[\s\S]*color/,
    );
    expect(() => parseCatalogue('sources:\n - {', 'mine.yaml')).toThrow(/not YAML.*line 2/);
    expect(() => parseCatalogue('', 'mine.yaml')).toThrow('must have a list "sources"');
    expect(() => parseCatalogue('feeds: []', 'mine.yaml')).toThrow('feeds: is not known here');
  });

  it('names a source once', () => {
    expect(() => parseCatalogue(own('a', 'a'), 'x')).toThrow('twice: a');
  });

  it('may build on the shipped one: change, add and leave out', () => {
    const [first, second] = loadCatalogue();
    const text = `catalogue: shipped\nwithout: [${second?.id}]\nsources:\n  - { id: ${first?.id}, paused: true }\n  - ${entry('mine')}\n`;
    const sources = parseCatalogue(text, 'x');
    expect(sources).toHaveLength(loadCatalogue().length);
    expect(sources[0]).toEqual({ ...first, paused: true });
    expect(sources.some(({ id }) => id === second?.id)).toBe(false);
    expect(sources.at(-1)?.id).toBe('mine');
    expect(() => parseCatalogue('catalogue: shipped\nwithout: [nobody]', 'x')).toThrow(
      'no shipped source nobody',
    );
  });

  it('is written as docs/how-to-add-a-source.md shows it', () => {
    const page = readFileSync(new URL('../../../docs/how-to-add-a-source.md', import.meta.url), 'utf8');
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const sources = parseCatalogue(example, 'the example');
    expect(sources).toHaveLength(loadCatalogue().length);
    expect(sources.at(-1)?.id).toBe('my-paper');
    expect(sources.find(({ id }) => id === 'wafa')?.paused).toBe(true);
  });

  it('has a JSON Schema for editors that is made from the same code', async () => {
    const schema = z.toJSONSchema(CatalogueFile, { io: 'input' });
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      '../schemas/sources.schema.json',
    );
  });
});

describe('edits', () => {
  const commented = `# my feeds\nsources:\n  # the best one\n  - ${entry('a')} # daily\n  - ${entry('b')}\n`;

  it('keep comments and order', () => {
    const text = editCatalogue(commented, { change: 'b', set: { paused: true, tags: ['x'] } });
    expect(text).toContain('# my feeds');
    expect(text).toContain('# the best one');
    expect(text).toContain('# daily');
    expect(parseCatalogue(text, 'x').map(({ id, paused }) => [id, paused])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    const back = editCatalogue(text, { change: 'b', set: { paused: undefined, tags: undefined } });
    expect(parseCatalogue(back, 'x')).toEqual(parseCatalogue(commented, 'x'));
  });

  it('begin a file on the shipped catalogue, so that nothing is lost by pausing one', () => {
    const { id = '' } = loadCatalogue()[0] ?? {};
    const paused = editCatalogue(null, { change: id, set: { paused: true } });
    expect(
      parseCatalogue(paused, 'x')
        .filter((source) => source.paused)
        .map((source) => source.id),
    ).toEqual([id]);
    const resumed = editCatalogue(paused, { change: id, set: { paused: undefined } });
    expect(parseCatalogue(resumed, 'x')).toEqual(loadCatalogue());
    const removed = editCatalogue(paused, { remove: id });
    expect(parseCatalogue(removed, 'x')).toEqual(loadCatalogue().slice(1));
  });

  it('add and remove', () => {
    const source = {
      id: 'c',
      outlet: { id: 'c', name: { ar: 'ج', en: 'C' }, country: null },
      feed: 'https://c.example/rss',
    };
    const added = editCatalogue(commented, { add: source });
    expect(parseCatalogue(added, 'x').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(() => editCatalogue(added, { add: source })).toThrow('There is a source c already');
    expect(parseCatalogue(editCatalogue(added, { remove: 'a' }), 'x').map(({ id }) => id)).toEqual([
      'b',
      'c',
    ]);
    expect(() => editCatalogue(added, { remove: 'nobody' })).toThrow('No source nobody');
    expect(() => editCatalogue(added, { change: 'nobody', set: {} })).toThrow('No source nobody');
  });

  it('write nothing that cannot be read', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'rasid-edit-')), 'sources.yaml');
    writeFileSync(file, own('a'));
    const bad = { id: 'b', outlet: { id: 'b', name: { ar: 'ب', en: 'B' }, country: null }, feed: 'ftp://b' };
    expect(() => editOwnCatalogue({ RASID_SOURCES: file }, [{ add: bad }])).toThrow('feed');
    expect(readFileSync(file, 'utf8')).toBe(own('a'));
    writeFileSync(file, 'sources: [');
    expect(() => editOwnCatalogue({ RASID_SOURCES: file }, [{ change: 'a', set: { paused: true } }])).toThrow(
      'not YAML',
    );
    expect(readFileSync(file, 'utf8')).toBe('sources: [');
  });
});

describe('the file of one’s own', () => {
  const pause = [{ change: 'a', set: { paused: true } }];
  const rightsOf = (file: string) => statSync(file).mode & 0o777;
  const folder = () => mkdtempSync(join(tmpdir(), 'rasid-rights-'));

  it('keeps its rights when it is edited, and is a link afterwards if it was one', () => {
    const [file, link] = [join(folder(), 'kept.yaml'), join(folder(), 'sources.yaml')];
    writeFileSync(file, own('a'));
    chmodSync(file, 0o664);
    symlinkSync(file, link);
    editOwnCatalogue({ RASID_SOURCES: link }, pause);
    expect([rightsOf(file), lstatSync(link).isSymbolicLink()]).toEqual([0o664, true]);
    expect(readFileSync(file, 'utf8')).toContain('paused');
  });

  it('begins for its owner alone, for keys may come to stand in it', () => {
    const file = join(folder(), 'sources.yaml');
    const id = loadCatalogue()[0]?.id ?? '';
    editOwnCatalogue({ RASID_SOURCES: file }, [{ change: id, set: { paused: true } }]);
    expect(rightsOf(file)).toBe(0o600);
  });
});

describe('a catalogue that is followed', () => {
  let live: LiveCatalogue | null = null;
  afterEach(() => live?.stop());

  function follow() {
    const file = join(mkdtempSync(join(tmpdir(), 'rasid-follow-')), 'sources.yaml');
    writeFileSync(file, own('a'));
    const waiting: ((value: string) => void)[] = [];
    const tell = (value: string) => waiting.shift()?.(value);
    live = followCatalogue(
      { RASID_SOURCES: file },
      {
        everyMs: 5,
        changed: (sources) => tell(sources.map(({ id }) => id).join(' ')),
        problem: (text) => tell(text ?? 'well'),
      },
    );
    const next = () => new Promise<string>((resolve) => waiting.push(resolve));
    return { file, next, ids: () => live?.current().map(({ id }: Source) => id) };
  }

  it('is read again when its file changes', async () => {
    const { file, next, ids } = follow();
    expect(ids()).toEqual(['a']);
    const told = next();
    writeFileSync(file, own('a', 'b'));
    expect(await told).toBe('a b');
    expect(ids()).toEqual(['a', 'b']);
  });

  it('goes on with the last good one while its file is broken or gone, and says what is wrong', async () => {
    const { file, next, ids } = follow();
    let told = next();
    writeFileSync(file, 'sources:\n  - { id: a }\n');
    expect(await told).toMatch(/line 2, sources\.0\.outlet: is missing/);
    expect(live?.problem()).toMatch('outlet');
    expect(ids()).toEqual(['a']);
    told = next();
    rmSync(file);
    expect(await told).toContain('is gone');
    expect(ids()).toEqual(['a']);
    told = next();
    writeFileSync(file, own('c'));
    expect(await told).toBe('c');
    expect(live?.problem()).toBe(null);
  });
});
