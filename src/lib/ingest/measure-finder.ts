import type { Template } from '#lib/catalogue/catalogue.ts';
import { headerKey } from './header-key.ts';

/** Names the measure that a text stands for; `undefined` where there is none. */
export type MeasureFinder = (text: string) => string | undefined;

/** Finds a measure by its code, or by a header or name that no other measure has. */
export function measureFinder(templates: readonly Template[]): MeasureFinder {
	const byKey = new Map<string, string | undefined>();
	const measures = templates.flatMap((template) => template.measures);
	for (const { id, name, header } of measures) {
		for (const key of new Set([name.vi, name.en, header].map(headerKey))) {
			byKey.set(key, byKey.has(key) ? undefined : id);
		}
	}
	const ids = new Set(measures.map(({ id }) => id));
	const known = new Map<string, string | undefined>();
	return (text) => {
		if (known.has(text)) return known.get(text);
		const code = text.toLowerCase();
		const measure = ids.has(code) ? code : byKey.get(headerKey(text));
		known.set(text, measure);
		return measure;
	};
}
