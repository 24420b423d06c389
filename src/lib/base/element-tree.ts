/** An element as plain data: its name (`svg:` before those of drawings), its attributes, what is in it. */
export type ElementTree = readonly [
	name: string,
	attributes: Readonly<Record<string, string>>,
	...content: ElementContent[]
];

/** An element, or text. */
export type ElementContent = ElementTree | string;

/** Marks the names of elements of drawings. */
export const DRAWING = 'svg:';
