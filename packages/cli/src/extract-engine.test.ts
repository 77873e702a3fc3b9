import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 90_000 }); // a guard against hanging: some tests start the program three times, beside others

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url)); // npm test builds before it runs the tests
const text =
  'قتل ثلاثة مدنيين، اليوم الثلاثاء، بقصف مدفعي استهدف سوقا في مدينة بنش بريف إدلب، وفق الدفاع المدني.';
const events = [
  {
    type: 'shelling_missile',
    trigger: 'بقصف مدفعي',
    evidence: 'بقصف مدفعي استهدف سوقا في مدينة بنش',
    place: 'مدينة بنش',
    actors: ['القوات الروسية'], // nobody in the text
  },
];
/** How many articles each request was about. */
const asked: number[] = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  const sent = JSON.parse(JSON.parse(body).messages[1].content);
  asked.push(Array.isArray(sent) ? sent.length : 1);
  const answer = Array.isArray(sent) ? { articles: sent.map(({ id }) => ({ id, events })) } : { events };
  const message = { content: JSON.stringify(answer) };
  response.end(JSON.stringify({ choices: [{ message, finish_reason: 'stop' }] }));
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`; // it listens on a port
});
afterAll(() => server.close());

/** Runs rasid beside the server: status and what it wrote. */
async function rasid(args: string[], environment: Record<string, string>, input = text) {
  const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, ...environment } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (part) => (stdout += part));
  child.stderr.on('data', (part) => (stderr += part));
  child.stdin.end(input);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, stdout, stderr };
}

describe('rasid extract --engine', () => {
  const model = () => ({ RASID_MODEL_URL: url, RASID_MODEL_NAME: 'm-1' });

  it('llm gives the events of the model as far as the text says them', async () => {
    const { status, stdout } = await rasid(['extract', '--json', '--engine', 'llm', '-'], model());
    const record = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(record.provenance.extractor).toMatch(/^model\/m-1@/);
    expect(record.events).toMatchObject([{ rules: ['model:m-1'], actors: [], place: { locality: 'بنش' } }]);
  });
  it('both names both engines, and --explain tells what was dropped', async () => {
    const { stdout } = await rasid(['extract', '--json', '--engine', 'both', '-'], model());
    expect(JSON.parse(stdout).events[0].rules).toContain('model:m-1');
    const both = { ...model(), RASID_ENGINE: 'both' };
    expect((await rasid(['extract', '--explain', '-'], both)).stdout).toMatch(
      /not in the article +actors +\u2068القوات الروسية/,
    );
    const explained = await rasid(['extract', '--explain', '--json', '-'], both);
    expect(JSON.parse(explained.stdout).model.dropped).toMatchObject([
      { slot: 'actors', text: 'القوات الروسية', why: 'not in the article' },
    ]);
  });
  it('both goes on with the rules when nobody answers, and says so', async () => {
    const nobody = { ...model(), RASID_MODEL_URL: 'http://127.0.0.1:9/v1', RASID_MODEL_TIMEOUT_MS: '300' };
    const { status, stdout, stderr } = await rasid(['extract', '--json', '--engine', 'both', '-'], nobody);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).events).toHaveLength(1);
    expect(stderr).toMatch(/rules alone: the model is not reached/);
  });
  it('both says of a list how many articles the rules read alone, and why', async () => {
    const nobody = { ...model(), RASID_MODEL_URL: 'http://127.0.0.1:9/v1', RASID_MODEL_TIMEOUT_MS: '300' };
    const list = [1, 2].map((id) => JSON.stringify({ id, text })).join('\n');
    const { status, stdout, stderr } = await rasid(
      ['extract', '--engine', 'both', '--jsonl', '-'],
      nobody,
      list,
    );
    expect([status, stdout.trim().split('\n').length]).toEqual([0, 2]);
    expect(stderr).toMatch(/^2 of the list by rules alone: .*the model is not reached/m);
  });
  it('asks about the lines of a list together, and answers each from its own text', async () => {
    const other = text.replace('بنش', 'سرمين'); // the model says of both what the first one says
    const lines = [{ id: 1, text }, 'no article', { id: 2, text: other }, { id: 3, text: `${text} انتهى.` }];
    const list = lines.map((line) => JSON.stringify(line)).join('\n');
    asked.length = 0;
    const { status, stdout } = await rasid(['extract', '--engine', 'llm', '--jsonl', '-'], model(), list);
    const [first, bad, second, third] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(bad).toMatchObject({ id: null, error: expect.stringContaining('not an object') });
    expect(first).toMatchObject({ id: 1, events: [{ place: { locality: 'بنش' }, actors: [] }] });
    expect(third).toMatchObject({ id: 3, events: [{ place: { locality: 'بنش' } }] });
    expect(second).toEqual({ id: 2, genre: 'news', events: [] });
    expect(asked[0]).toBe(3);
    expect(asked.slice(1).every((articles) => articles === 1)).toBe(true);

    asked.length = 0;
    const off = { ...model(), RASID_MODEL_BATCH: '1' };
    const alone = await rasid(['extract', '--engine', 'llm', '--jsonl', '-'], off, list);
    expect(asked).toEqual([1, 1, 1]);
    expect(alone.stdout).toBe(stdout);
  });
  it('is wrong usage with another name, or without an address', async () => {
    expect((await rasid(['extract', '--engine', 'magic', '-'], {})).status).toBe(2);
    const { status, stderr } = await rasid(['extract', '--engine', 'llm', '-'], {});
    expect(status).toBe(2);
    expect(stderr).toContain('RASID_MODEL_URL');
  });
});
