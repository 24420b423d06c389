import { type Attributes, element } from './markup.ts';

/** A drawn thing without what it has in common with others: its markup, or its outline as the `d` of a path. */
export type Shape = { look: Attributes } & ({ markup: string } | { path: string });

/** A box of a picture. */
export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** What the places that the pointer finds have in common: they are not seen. */
export const TIPS = { class: 'tips', fill: 'transparent' };

/** The shapes in groups of the same look, so that it is written once; in the order in which looks first occur. */
export function layer(shapes: readonly Shape[]): string {
	return byLook(shapes).map(groupOf).join('');
}

/** What is drawn alike together, in the order in which looks first occur. */
export function byLook<Each extends { look: object }>(drawn: readonly Each[]): Each[][] {
	const groups = new Map<string, Each[]>();
	for (const each of drawn) {
		const key = JSON.stringify(each.look);
		const group = groups.get(key);
		if (group) group.push(each);
		else groups.set(key, [each]);
	}
	return [...groups.values()];
}

/** The outline of a box as the `d` of a path. */
export function boxPath({ x, y, width, height }: Box): string {
	return `M${places(x, y)}h${places(width)}v${places(height)}H${places(x)}z`;
}

/** Numbers as a path takes them, with one decimal at most. */
export function places(...numbers: number[]): string {
	return numbers.map((number) => String(Math.round(number * 10) / 10)).join(' ');
}

function groupOf(group: readonly Shape[]): string {
	const look = group[0]?.look ?? {};
	const paths = group.flatMap((shape) => ('path' in shape ? [shape.path] : []));
	const markups = group.flatMap((shape) => ('markup' in shape ? [shape.markup] : []));
	return (
		(paths.length > 0 ? element('path', { ...look, d: paths.join('') }) : '') +
		(markups.length > 0 ? element('g', look, markups.join('')) : '')
	);
}
