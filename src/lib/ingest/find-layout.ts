import type { Layout } from '#lib/base/layout.ts';

/**
 * The layout that was settled for sheets like this one: of the same template and with the very same headers, else with
 * the most headers in common, at least half of them. The first of several that fit as well; `undefined` without any.
 */
export function findLayout(
	layouts: readonly Layout[],
	{ template, headers }: { template: string; headers: readonly string[] }
): Layout | undefined {
	const ofTemplate = layouts.filter((layout) => layout.template === template);
	const same = ofTemplate.find((layout) => layout.headers.join('\n') === headers.join('\n'));
	if (same) return same;
	const ranked = ofTemplate
		.map((layout) => ({ layout, shared: countShared(layout.headers, headers) }))
		.filter(({ layout, shared }) => shared * 2 >= Math.max(layout.headers.length, headers.length))
		.toSorted((a, b) => b.shared - a.shared);
	return ranked[0]?.layout;
}

/** How many headers two lists share; one that stands twice counts twice where both have it twice. */
function countShared(first: readonly string[], second: readonly string[]): number {
	const left = [...second];
	return first.filter((header) => {
		const at = left.indexOf(header);
		if (at >= 0) left.splice(at, 1);
		return at >= 0;
	}).length;
}
