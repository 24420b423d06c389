import * as v from 'valibot';
import content from '#data/catalogue/topics.json' with { type: 'json' };
import type { Words } from '#lib/base/language.ts';
import { parsePart } from './parse-part.ts';

/** A field of work, and the indicators that belong to it, by their ids. */
export interface Topic {
	id: string;
	name: Words;
	indicators: string[];
}

const text = v.pipe(v.string(), v.minLength(1));
const words: v.GenericSchema<unknown, Words> = v.strictObject({ vi: text, en: text });

/** The shape of data/catalogue/topics.json. */
const topicsSchema: v.GenericSchema<unknown, Topic[]> = v.array(
	v.strictObject({
		id: text,
		name: words,
		indicators: v.pipe(v.array(text), v.minLength(1))
	})
);

let topics: Topic[] | undefined;

/** The fields of work in the order of lists, read once; an indicator of the product is in one of them, an own one in none. */
export function productTopics(): Topic[] {
	topics ??= parsePart('topics.json', content, topicsSchema);
	return topics;
}
