import settings from '#data/catalogue/settings.json' with { type: 'json' };
import { settingsSchema } from './catalogue-schema.ts';
import { parsePart } from './parse-part.ts';
import type { Settings } from './settings.ts';

/** The defaults that the product carries; throws `catalogue.broken` where the file is out of shape. */
export function productSettings(): Settings {
	return parsePart('settings.json', settings, settingsSchema);
}
