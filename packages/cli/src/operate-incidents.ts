import { type Message, pipeline } from '@rasid/contracts';
import {
  incidentMessage,
  mergeByHand,
  type Neighbourhood,
  type Operated,
  splitByHand,
} from '@rasid/incidents';
import type { Runtime } from '@rasid/runtime';
import { createRedisIncidentStore, type IncidentStore } from '@rasid/storage';

type Store = IncidentStore<Neighbourhood>;

/** The link stage may write in between; then the operator's word is weighed with what it wrote. */
const mostTries = 5;

/** Carries out an operator's word on incidents and sends what it changes the way all news goes. */
export async function operate(runtime: Runtime, decide: (store: Store) => Promise<Operated>): Promise<void> {
  const store = createRedisIncidentStore<Neighbourhood>(runtime.redis, runtime.address.prefix);
  for (let attempt = 1; attempt <= mostTries; attempt++) {
    const standing = await store.standing();
    const { changes, writing } = await decide(store);
    const time = new Date().toISOString();
    const before = standing.unsent.flatMap(({ messages }) => JSON.parse(messages) as Message[]); // written here
    const messages = [...before, ...changes.map((change) => incidentMessage(change, time))];
    const job = { item: null, messages };
    // A command that dies after this step leaves its messages as unsent: the next link job or the sweeper sends them.
    const outbox = { id: pipeline.publish.jobId(job), messages: JSON.stringify(messages) };
    if (!(await store.commit(writing, outbox, standing, { isUnsent: messages.length > 0 }))) continue;
    if (messages.length > 0) await runtime.queues.add('publish', job);
    for (const { kind, incident } of changes) process.stdout.write(`${kind}  ${incident.id}\n`);
    return;
  }
  throw new Error('The incidents are being changed all the time: try again');
}

export async function merging(store: Store, id: string, other: string): Promise<Operated> {
  const [one, two] = [await homeOf(store, id), await homeOf(store, other)];
  const merged = mergeByHand([one, two], [id, other], new Date().toISOString());
  if (!merged) throw new Error(`${id} and ${other} are one incident already`);
  return merged;
}

export async function splitting(store: Store, id: string, records: readonly string[]): Promise<Operated> {
  const split = splitByHand(await homeOf(store, id), id, records, new Date().toISOString());
  if (!split) throw new Error(`Name some records of ${id}, and leave at least one in it`);
  return split;
}

async function homeOf(store: Store, id: string): Promise<Neighbourhood> {
  const home = await store.ofIncident(id);
  if (!home) throw new Error(`No incident ${id}`);
  return home;
}
