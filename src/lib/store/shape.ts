/** Says whether a value read from disk is of one shape. */
export type Shape = (value: unknown) => boolean;

/** Any text. */
export const text: Shape = (value) => typeof value === 'string';

/** A whole number ≥ 0. */
export const count: Shape = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

/** A text that the pattern matches. */
export function textLike(pattern: RegExp): Shape {
	return (value) => typeof value === 'string' && pattern.test(value);
}

/** One of the values. */
export function oneOf(...values: unknown[]): Shape {
	return (value) => values.includes(value);
}

/** One of the shapes. */
export function either(...shapes: Shape[]): Shape {
	return (value) => shapes.some((shape) => shape(value));
}

/** The shape, or absent. */
export function optional(shape: Shape): Shape {
	return (value) => value === undefined || shape(value);
}

/** A list whose members all have the shape. */
export function listOf(shape: Shape): Shape {
	return (value) => Array.isArray(value) && value.every(shape);
}

/** An object with any names, whose values all have the shape. */
export function tableOf(shape: Shape): Shape {
	return (value) => isObject(value) && Object.values(value).every(shape);
}

/** An object with these fields, each of its shape, and no others; fields that `T` may lack are `optional`. */
export function record<T>(fields: Record<keyof T & string, Shape>): (value: unknown) => value is T {
	const shapes = new Map<string, Shape>(Object.entries(fields));
	return (value): value is T =>
		isObject(value) &&
		[...shapes].every(([name, shape]) => shape(value[name])) &&
		Object.keys(value).every((name) => shapes.has(name));
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
