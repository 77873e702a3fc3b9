export {
  type ExpectedStory,
  type Newsroom,
  type NewsroomOptions,
  type SampleSource,
  startNewsroom,
} from './newsroom.ts';
export { outlets as sampleOutlets } from './outlets.ts';
export type { Expected, ExpectedMain, FigureRange, Serving } from './story.ts';
