import type { Runtime } from '@rasid/runtime';
import { Counter, Gauge, Registry } from 'prom-client';
import type { Facts } from './facts/read.ts';
import { sourceStates } from './facts/sources.ts';

/** The state of the pipeline in Prometheus' text format; totals live in Redis, so every process answers the same. */
export async function metricsText(
  runtime: Runtime,
  facts: Pick<Facts, 'sources' | 'cooling' | 'catalogueProblem' | 'drifting'>,
): Promise<{ body: string; type: string }> {
  const registers = [new Registry()];
  const gauge = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Gauge({ name: `rasid_${name}`, help, labelNames, registers });
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name: `rasid_${name}`, help, labelNames, registers });
  const [totals, stages, sum, dead, subscribers] = await Promise.all([
    runtime.activity.totals(),
    runtime.queues.counts(),
    runtime.ledger.sum(),
    runtime.dead.count(),
    runtime.outputs.list(),
  ]);
  const jobs = counter('stage_jobs_total', 'Finished jobs by stage and outcome', ['stage', 'outcome']);
  const seconds = counter('stage_seconds_total', 'Time spent by stage and outcome', ['stage', 'outcome']);
  for (const { stage, outcome, jobs: count, ms } of totals) {
    jobs.inc({ stage, outcome }, count);
    seconds.inc({ stage, outcome }, ms / 1000); // Prometheus counts in seconds
  }
  const queued = gauge('queue_jobs', 'Jobs in a queue by state', ['stage', 'state']);
  const paused = gauge('queue_paused', '1 while a stage is paused', ['stage']);
  for (const { stage, paused: isPaused, ...counts } of stages) {
    for (const [state, count] of Object.entries(counts)) queued.set({ stage, state }, count);
    paused.set({ stage }, isPaused ? 1 : 0);
  }
  const items = gauge('ledger_items', 'Items that ended, by outcome', ['outcome']);
  for (const [outcome, count] of Object.entries(sum.outcomes)) items.set({ outcome }, count);
  gauge('ledger_seen', 'Items ever seen', []).set(sum.seen);
  gauge('ledger_ended', 'Items that ended', []).set(sum.ended);
  gauge('ledger_open', 'Items on their way', []).set(sum.open);
  gauge('ledger_balanced', '1 while seen = ended + open', []).set(sum.balanced ? 1 : 0);
  gauge('dead_letters', 'Jobs in quarantine', []).set(dead);
  const waiting = gauge('subscriber_waiting', 'Messages a subscriber has not read', ['subscriber']);
  for (const { name, waiting: count } of subscribers) waiting.set({ subscriber: name }, count);
  await addSources(facts, gauge);
  const drift = gauge('outlet_drift', '1 for each way in which the latest pages of an outlet are unusual', [
    'outlet',
    'drift',
  ]);
  for (const { outletId: outlet, drifts } of await facts.drifting())
    for (const name of drifts) drift.set({ outlet, drift: name }, 1);
  const [registry] = registers;
  return { body: (await registry?.metrics()) ?? '', type: Registry.PROMETHEUS_CONTENT_TYPE };
}

type MakeGauge = <L extends string>(name: string, help: string, labelNames: L[]) => Gauge<L>;

/** Each source's state as one series that is 1, so that an alert names the source. */
async function addSources(
  facts: Pick<Facts, 'sources' | 'cooling' | 'catalogueProblem' | 'drifting'>,
  gauge: MakeGauge,
) {
  const [sources, cooling] = await Promise.all([facts.sources(), facts.cooling()]);
  const counts = gauge('sources', 'Sources by state', ['state']);
  for (const state of sourceStates)
    counts.set({ state }, sources.filter((source) => source.state === state).length);
  const states = gauge('source_state', '1 for the state a source is in', ['source', 'state']);
  const errors = gauge('source_errors', 'Weighted errors in a row', ['source']);
  const pause = gauge('source_interval_seconds', 'Pause between two polls', ['source']);
  const expected = gauge('source_expected_items_per_day', 'Items a day by the habits of the source', [
    'source',
  ]);
  const lastNew = gauge('source_last_new_timestamp_seconds', 'When it last brought something new', [
    'source',
  ]);
  for (const { id: source, state, ...facts } of sources) {
    states.set({ source, state }, 1);
    errors.set({ source }, facts.errors);
    if (facts.everyMs !== null) pause.set({ source }, facts.everyMs / 1000);
    if (facts.perDay !== null) expected.set({ source }, facts.perDay);
    if (facts.lastNewAt !== null) lastNew.set({ source }, Date.parse(facts.lastNewAt) / 1000);
  }
  gauge('hosts_cooling', 'Hosts that asked to be left alone for a while', []).set(cooling.length);
  gauge('catalogue_readable', '1 while the catalogue can be read', []).set(facts.catalogueProblem() ? 0 : 1);
}
