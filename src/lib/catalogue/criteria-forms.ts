import * as v from 'valibot';
import b2 from '#data/catalogue/criteria/b2.json' with { type: 'json' };
import type { Words } from '#lib/base/language.ts';
import type { Check } from './catalogue.ts';
import { parsePart } from './parse-part.ts';

/** A group of a form's rows, or a row by itself: `A` to `D`, with the rows that it is the sum of. */
export interface CriteriaGroup {
	mark: string;
	/** Its measure, or `form.…` where the sheet has no column for it. */
	id: string;
	names: string[];
	rows: { measure: string; names: string[] }[];
}

/**
 * A form of one unit whose rows are what is counted, and whose columns are this period and the same one a year before
 * (TEMPLATES §D 16, mẫu 1-BTCTW): the first group is what there was, the second and third what came and went, the last
 * what there is.
 */
export interface CriteriaForm {
	/** The sheet whose figures it brings. */
	template: string;
	/** The headers of its columns. */
	columns: { criteria: string[]; current: string[]; yearBefore: string[] };
	groups: CriteriaGroup[];
	/** That the groups are the sums of their rows. */
	checks: Check[];
	/** That the last group is what comes of the others. */
	balance: Check;
}

const texts = v.array(v.pipe(v.string(), v.minLength(1)));
const words: v.GenericSchema<unknown, Words> = v.strictObject({ vi: v.string(), en: v.string() });
const check = v.strictObject({
	id: v.string(),
	left: texts,
	comparator: v.literal('='),
	right: texts,
	severity: v.literal('error'),
	missing: v.literal('skip'),
	message: words
});

const schema: v.GenericSchema<unknown, CriteriaForm> = v.strictObject({
	template: v.pipe(v.string(), v.regex(/^B[1-7]$/)),
	columns: v.strictObject({ criteria: texts, current: texts, yearBefore: texts }),
	groups: v.array(
		v.strictObject({
			mark: v.pipe(v.string(), v.regex(/^[A-Z]$/)),
			id: v.string(),
			names: texts,
			rows: v.array(v.strictObject({ measure: v.string(), names: texts }))
		})
	),
	checks: v.array(check),
	balance: check
});

/** The forms whose rows are criteria, as the product carries them; throws `catalogue.broken` where a file is out of shape. */
export function productCriteriaForms(): CriteriaForm[] {
	return [parsePart('criteria/b2.json', b2, schema)];
}
