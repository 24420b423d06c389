import * as v from 'valibot';
import content from '#data/catalogue/deadlines.json' with { type: 'json' };
import type { Words } from '#lib/base/language.ts';
import type { Deadlines } from './deadlines.ts';
import { parsePart } from './parse-part.ts';

const kind = v.picklist(['quarter', 'half', 'year']);
const day = v.pipe(v.string(), v.regex(/^(?:0\d|1[0-2])-(?:[0-2]\d|3[01])$/, 'catalogue.not-day'));
const words: v.GenericSchema<unknown, Words> = v.strictObject({
	vi: v.pipe(v.string(), v.minLength(1)),
	en: v.pipe(v.string(), v.minLength(1))
});
const source = { isVerified: v.boolean(), source: words };
const monthRule = {
	...source,
	dayOfNextMonth: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(28))
};

/** The shape of data/catalogue/deadlines.json. */
export const deadlinesSchema: v.GenericSchema<unknown, Deadlines> = v.strictObject({
	rules: v.array(
		v.union([
			v.strictObject({ period: kind, ...monthRule }),
			v.strictObject({ period: v.literal('half'), ...source, before: v.tuple([day, day]) }),
			v.strictObject({ period: v.literal('year'), ...source, before: v.tuple([day]) })
		])
	),
	templates: v.array(v.strictObject({ id: v.pipe(v.string(), v.regex(/^B[1-7]$/)), period: kind }))
});

/** When every sheet is due, as the product carries it; throws `catalogue.broken` where the file is out of shape. */
export function productDeadlines(): Deadlines {
	return parsePart('deadlines.json', content, deadlinesSchema);
}
