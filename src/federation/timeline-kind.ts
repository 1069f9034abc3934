import type { Entity } from '../contract/entity.ts';
import type { EntityType } from '../contract/entity-type.ts';
import type { Instant } from '../contract/instant.ts';
import type { TimelineField, TimelineReader } from '../contract/timeline.ts';

/** One filter of a list, as the gateway applies it to a row where the vendor cannot. */
export interface Criterion<Row, Wanted> {
  /** What callers call it. */
  readonly argument: string;
  matches(row: Row, wanted: Wanted): boolean;
}

/** What merging must know about the rows of a list. */
export interface TimelineKind<Row extends Entity, Filter> {
  readonly type: EntityType;
  /** The time that an order sorts a row by. */
  timeOf(row: Row, field: TimelineField): Instant;
  readonly criteria: {
    readonly [Name in keyof Filter]-?: Criterion<Row, NonNullable<Filter[Name]>>;
  };
}

/** A reader that may also say, for filters that are lists of values, which values its rows can have. */
export type TimelineReaderOf<Row extends Entity, Filter> = TimelineReader<Row, Filter> & {
  readonly possible?: Readonly<Partial<Record<keyof Filter, readonly unknown[]>>>;
};
