import { readFile, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '#lib/base/app-error.ts';
import { say } from '#lib/base/messages.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { faultError } from '#lib/catalogue/catalogue-fault.ts';
import { settingsSchema } from '#lib/catalogue/catalogue-schema.ts';
import { deadlinesSchema } from '#lib/catalogue/load-deadlines.ts';
import { parsePart } from '#lib/catalogue/parse-part.ts';
import { type CatalogueParts, readCatalogue } from '#lib/catalogue/read-catalogue.ts';
import { describeError } from './commands/describe-error.ts';

const PRODUCT = fileURLToPath(new URL('../data/catalogue', import.meta.url));

process.exitCode = await check(process.argv[2] ?? PRODUCT);

/** Prints the counts of the catalogue in the folder, or what is wrong with it; 0 where it is sound, else 1. */
async function check(folder: string): Promise<number> {
	try {
		const parts = await readParts(folder);
		parsePart('settings.json', parts['settings.json'], settingsSchema);
		parsePart('deadlines.json', parts['deadlines.json'], deadlinesSchema);
		process.stdout.write(`${say('vi', 'catalogue.sound', countsOf(readCatalogue(parts)))}\n`);
		return 0;
	} catch (cause) {
		if (!(cause instanceof AppError)) throw cause;
		process.stderr.write(`${describeError(cause, 'vi')}\n${describeError(cause, 'en')}\n`);
		return 1;
	}
}

async function readParts(folder: string): Promise<CatalogueParts> {
	const parts: Record<string, unknown> = {};
	const files = await readdir(folder, { recursive: true });
	for (const path of files.filter((name) => name.endsWith('.json')).sort()) {
		const file = path.replaceAll(sep, '/');
		parts[file] = parseJson(file, await readFile(join(folder, path), 'utf8'));
	}
	return parts;
}

function parseJson(file: string, text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		if (!(cause instanceof SyntaxError)) throw cause;
		const params = { message: cause.message };
		throw faultError({ file, place: '–', reason: 'catalogue.not-json', params });
	}
}

function countsOf({
	templates,
	indicators,
	documents,
	targets,
	undertakings
}: Catalogue): Record<string, number> {
	return {
		templates: templates.length,
		measures: templates.reduce((sum, { measures }) => sum + measures.length, 0),
		indicators: indicators.length,
		documents: documents.length,
		targets: targets.length,
		undertakings: undertakings.length
	};
}
