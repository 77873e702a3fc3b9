export {
  type ExpectedStory,
  type Newsroom,
  type NewsroomOptions,
  type SampleSource,
  startNewsroom,
} from './newsroom.ts';
export type { Expected, ExpectedMain, FigureRange, Serving } from './story.ts';
