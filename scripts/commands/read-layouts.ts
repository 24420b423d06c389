import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { AppError } from '#lib/base/app-error.ts';
import type { Layout } from '#lib/base/layout.ts';

const layout = v.object({
	template: v.string(),
	name: v.optional(v.string(), ''),
	headers: v.array(v.string()),
	answers: v.record(v.string(), v.string())
});
const layoutFile = v.union([
	v.pipe(
		layout,
		v.transform((one) => [one])
	),
	v.array(layout),
	v.pipe(
		v.object({ layouts: v.array(layout) }),
		v.transform(({ layouts }) => layouts)
	)
]);

/**
 * What a layout file remembers: one layout, a list of them, or `{"layouts": […]}`; none without a path. Throws AppError
 * `cli.unreadable`, or `cli.bad-layout` with the place of the first fault.
 */
export async function readLayouts(path: string | undefined): Promise<Layout[]> {
	if (path === undefined) return [];
	const read = v.safeParse(layoutFile, parse(await textOf(path), path));
	if (read.success) return read.output;
	const [issue] = read.issues;
	const place = v.getDotPath(issue);
	throw new AppError('cli.bad-layout', { file: path, reason: place ?? issue.message });
}

async function textOf(path: string): Promise<string> {
	try {
		return await readFile(path, 'utf8');
	} catch {
		throw new AppError('cli.unreadable', { file: path });
	}
}

function parse(text: string, file: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		if (!(cause instanceof SyntaxError)) throw cause;
		throw new AppError('cli.bad-layout', { file, reason: cause.message });
	}
}
