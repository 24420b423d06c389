import type { Attribute, Measure, PercentColumn } from '#lib/catalogue/catalogue.ts';
import type { FrameColumn } from './header-dictionary.ts';
import type { ProgressColumn } from './progress-columns.ts';

/** What a column of a table carries. */
export type ColumnRole =
	| { kind: FrameColumn }
	| { kind: 'measure'; measure: Measure }
	| { kind: 'attribute'; attribute: Attribute }
	| { kind: 'percent'; percent: PercentColumn }
	/** A column of the long sheet B8. */
	| { kind: 'progress'; part: ProgressColumn }
	/** A percentage that no rule of the template computes. */
	| { kind: 'percent-companion' }
	/** A figure that the product wrote beside a form, its code marked `#`: to be looked at, never read. */
	| { kind: 'beside-form' }
	| { kind: 'unknown' }
	| { kind: 'blank' };
