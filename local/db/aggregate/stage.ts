import type { Filter } from '../query/filter';
import type { Doc } from '../values';

export type Stage = (docs: Iterable<Doc>) => Iterable<Doc>;

/** Reads another collection of the same database. */
export type Foreign = (collection: string, filter: Filter) => Iterable<Doc>;

export type CompilePipeline = (pipeline: readonly unknown[], foreign: Foreign) => Stage;
