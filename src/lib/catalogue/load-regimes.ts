import * as v from 'valibot';
import content from '#data/catalogue/regimes.json' with { type: 'json' };
import type { Words } from '#lib/base/language.ts';
import { parsePart } from './parse-part.ts';
import type { Regime } from './regimes.ts';

const text = v.pipe(v.string(), v.minLength(1));
const words: v.GenericSchema<unknown, Words> = v.strictObject({ vi: text, en: text });

/** The shape of data/catalogue/regimes.json. */
const regimesSchema: v.GenericSchema<unknown, Regime[]> = v.array(
	v.strictObject({
		id: text,
		from: v.pipe(v.string(), v.isoDate('catalogue.not-day')),
		measures: v.exactOptional(v.pipe(v.array(text), v.minLength(1))),
		label: words,
		name: words,
		isVerified: v.boolean(),
		source: text
	})
);

let regimes: Regime[] | undefined;

/** The changes of rules that the product knows, read once; throws `catalogue.broken` where the file is out of shape. */
export function productRegimes(): Regime[] {
	regimes ??= parsePart('regimes.json', content, regimesSchema);
	return regimes;
}
