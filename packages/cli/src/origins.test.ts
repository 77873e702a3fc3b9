import { randomBytes } from 'node:crypto';
import type { DedupeJob } from '@rasid/contracts';
import { testRecord } from '@rasid/contracts/testing';
import { deduplicatorStages } from '@rasid/deduplicator';
import { extractorStages } from '@rasid/extractor';
import { linkerStages } from '@rasid/linker';
import { createRuntime, type Runtime, type StageDefinition, silentLogger } from '@rasid/runtime';
import { createRedisIncidentStore } from '@rasid/storage';
import fc from 'fast-check';
import { expect, inject, it } from 'vitest';

const wire =
  'قالت الشرطة إن ستة أشخاص قتلوا وأصيب أحد عشر آخرون بتفجير عبوة ناسفة استهدف سوقاً شعبياً في مدينة المقدادية بمحافظة ديالى صباح اليوم، وأغلقت قوات الأمن الطرق المؤدية إلى السوق، ونقلت سيارات الإسعاف المصابين إلى المستشفى العام، فيما فتحت قيادة العمليات تحقيقاً في الحادث ودعت الأهالي إلى الابتعاد عن المكان حتى انتهاء عمل خبراء المتفجرات.';

const told = (outlet: string, hour: number, text = wire): DedupeJob => {
  const { article } = testRecord(outlet);
  const own = { id: outlet, name: { ar: outlet, en: outlet }, country: 'IQ' };
  return {
    item: { id: `itm_${outlet}`, sourceId: outlet, outlet: own, timeZone: 'Asia/Baghdad' },
    article: {
      ...article,
      id: `art_${outlet.padEnd(20, '-')}`,
      outlet: own,
      title: 'مقتل ستة بتفجير في المقدادية',
      text,
      publishedAt: `2026-11-24T${String(hour).padStart(2, '0')}:00:00+03:00`,
    },
  };
};

/** A wire text, its copies (one padded), and an outlet that tells it in words of its own. */
const articles = [
  told('naba', 8),
  told('rafid', 9),
  told('barq', 10, `${wire} وكانت المدينة قد شهدت هدوءاً في الأسابيع الماضية.`),
  told('jisr', 11),
  told(
    'sada',
    12,
    'لقي ستة مدنيين مصرعهم في المقدادية بديالى إثر انفجار عبوة ناسفة داخل سوق شعبي، وفق ما أكد مصدر طبي لمراسلنا.',
  ),
];

/** A job through one stage after the other, as its worker would. */
async function through(stages: readonly StageDefinition[], job: unknown): Promise<void> {
  let data: unknown = job;
  for (const { run } of stages) {
    const outcome = await run(data, {
      signal: new AbortController().signal,
      attempt: 1,
      isLastAttempt: false,
    });
    data = outcome.fate === 'pass' ? outcome.emissions[0]?.data : null;
  }
}

it('whose words they are does not depend on which of them came in first', { timeout: 60_000 }, async () => {
  const url = inject('redisUrl');
  const first: Runtime = createRuntime({ url, prefix: '{t-origins}' }, silentLogger());
  const extractor = extractorStages(first, '0');
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(articles, { minLength: articles.length }), async (order) => {
      const address = { url, prefix: `{t-${randomBytes(6).toString('hex')}}` };
      const runtime = { ...first, address };
      const stages = [...deduplicatorStages(runtime), ...extractor.stages, ...linkerStages(runtime)];
      for (const job of order) await through(stages, job);
      const incidents = await createRedisIncidentStore(first.redis, address.prefix).recent(9);
      const incident = incidents.find(({ type }) => type === 'bombing');
      expect(incident?.origins).toEqual(['naba', 'sada']);
      expect(incident?.reports.map(({ outletId, originId }) => `${outletId} ${originId}`)).toEqual([
        'naba naba',
        'rafid naba',
        'barq naba',
        'jisr naba',
        'sada sada',
      ]);
    }),
    { numRuns: 20 },
  );
  await extractor.close();
  await first.close();
});
