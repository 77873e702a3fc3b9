export * from './event-types.ts';
export * from './ids.ts';
export * from './incident.ts';
export * from './job.ts';
export * from './message.ts';
export * from './outcome.ts';
export * from './pipeline.ts';
export * from './record.ts';
