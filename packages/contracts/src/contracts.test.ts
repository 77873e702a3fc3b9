import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  eventTypes,
  Incident,
  idMaker,
  labelOf,
  Message,
  makeId,
  pipeline,
  RasidRecord,
  stageIndex,
  stageNames,
} from './index.ts';

describe('ids', () => {
  it('are stable, typed by prefix and fit as BullMQ job ids', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (parts) => {
        const id = makeId('item', ...parts);
        expect(makeId('item', ...parts)).toBe(id);
        expect(id).toMatch(/^itm_[A-Za-z0-9_-]{20}$/);
      }),
    );
  });

  it('tell apart parts that join to the same text', () => {
    expect(makeId('event', 'ab', 'c')).not.toBe(makeId('event', 'a', 'bc'));
    const idOf = idMaker('event', 'ab');
    expect([idOf('c', 1), idOf('d')]).toEqual([makeId('event', 'ab', 'c', 1), makeId('event', 'ab', 'd')]);
  });
});

describe('the pipeline', () => {
  it('runs from poll to publish, each stage handing on only to later ones', () => {
    expect(stageNames).toEqual(['poll', 'fetch', 'clean', 'dedupe', 'extract', 'link', 'publish']);
    for (const stage of stageNames) {
      for (const next of pipeline[stage].next) expect(stageIndex(next)).toBeGreaterThan(stageIndex(stage));
    }
  });

  it('names its poll jobs without a colon', () => {
    expect(pipeline.poll.jobId({ sourceId: 'sana', dueAt: '2026-01-01T00:00:00Z' })).toMatch(
      /^poll-sana-[a-z0-9]+$/,
    );
  });
});

describe('event types', () => {
  it('have an id each, and a name in both languages', () => {
    expect(new Set(eventTypes.map(({ id }) => id)).size).toBe(eventTypes.length);
    for (const { label } of eventTypes) expect([label.ar, label.en]).not.toContain('');
    expect(labelOf('security_operation')).toEqual({ ar: 'عملية أمنية', en: 'Security operation' });
  });
});

describe('published JSON Schema', () => {
  for (const [name, schema] of Object.entries({
    record: RasidRecord,
    incident: Incident,
    message: Message,
  })) {
    it(`${name}.schema.json is what the code checks`, async () => {
      const json = `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`;
      await expect(json).toMatchFileSnapshot(`../schemas/${name}.schema.json`);
    });
  }
});
