export { type Pipeline, type PipelineOptions, startPipeline } from './compose.ts';
export { createProgram } from './program.ts';
