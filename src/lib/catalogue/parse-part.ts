import * as v from 'valibot';
import { isMessageKey } from '#lib/base/messages.ts';
import { faultError, type PartFault } from './catalogue-fault.ts';

/** The content of one file of data/catalogue, checked; throws `catalogue.broken` at the first place out of shape. */
export function parsePart<T>(
	file: string,
	content: unknown,
	schema: v.GenericSchema<unknown, T>
): T {
	const result = v.safeParse(schema, content, { abortEarly: true });
	if (result.success) return result.output;
	throw faultError({ file, ...shapeFault(content, result.issues[0]) });
}

/** Why the content does not have the shape: place and reason of one issue. */
export function shapeFault(
	content: unknown,
	{ path, expected, received, message }: v.BaseIssue<unknown>
): PartFault {
	const keys = (path ?? []).map(({ key }) => String(key));
	const place = placeOf(content, keys);
	if (isMessageKey(message)) return { place, reason: message, params: { received } };
	const params = { expected: expected ?? message, received };
	return { place, reason: 'catalogue.wrong-shape', params };
}

/** The way down to a value, an item named by its id where it has one: `plan-women › denominator[0]`. */
function placeOf(content: unknown, keys: readonly string[]): string {
	const steps: string[] = [];
	let node = content;
	for (const key of keys) {
		const isItem = Array.isArray(node);
		node = (node as Record<string, unknown> | undefined)?.[key];
		const listName = isItem ? (steps.pop() ?? '') : '';
		steps.push(isItem ? (idOf(node) ?? `${listName}[${key}]`) : key);
	}
	return steps.join(' › ');
}

function idOf(node: unknown): string | undefined {
	const id = (node as { id?: unknown } | null | undefined)?.id;
	return typeof id === 'string' && id ? id : undefined;
}
