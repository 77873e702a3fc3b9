import type { Runtime } from '@rasid/runtime';
import { Counter, Gauge, Registry } from 'prom-client';

/** The state of the pipeline in Prometheus' text format; totals live in Redis, so every process answers the same. */
export async function metricsText(runtime: Runtime): Promise<{ body: string; type: string }> {
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
  const [registry] = registers;
  return { body: (await registry?.metrics()) ?? '', type: Registry.PROMETHEUS_CONTENT_TYPE };
}
