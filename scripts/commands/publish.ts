import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AppError } from '#lib/base/app-error.ts';
import { say } from '#lib/base/messages.ts';
import { cutBranch } from '#lib/package/cut-branch.ts';
import { type AppList, firstScreenModuleOf, siteFiles } from '#lib/package/make-site.ts';
import { offeredPackage } from '#lib/package/offered-package.ts';
import { MADE_BY } from '#lib/package/package-manifest.ts';
import { rollUp } from '#lib/rollup/roll-up.ts';
import {
	type DrawFirst,
	publishData,
	type PublishedSource,
	type SiteAbout
} from '#lib/package/publish-data.ts';
import { indicatorsOf, publishedSource } from '#lib/package/published-source.ts';
import { openWorkspace } from './open-workspace.ts';
import { parseArguments } from './parse-arguments.ts';
import { openFile, SAMPLE_LINEAGE, SAMPLE_UNITS } from './read-input.ts';
import { readPassphrase } from './read-secrets.ts';

const KNOWN = {
	out: { type: 'string' },
	branch: { type: 'string' },
	maker: { type: 'string' },
	title: { type: 'string' },
	'with-package': { type: 'boolean' },
	'passphrase-file': { type: 'string' },
	units: { type: 'string' },
	lineage: { type: 'string' },
	lang: { type: 'string' }
} as const;

const BUILD = fileURLToPath(new URL('../../build/', import.meta.url));

/**
 * Writes the site of a package, or of sheets, into an empty folder; 0. Throws AppError `cli.no-build`,
 * `publish.not-empty`, `publish.unknown-unit`.
 */
export async function publish(args: string[]): Promise<number> {
	const { values, positionals } = parseArguments(args, KNOWN);
	const { out, branch, maker, title } = values;
	const language = values.lang === 'en' ? 'en' : 'vi';
	if (positionals.length === 0) throw new AppError('cli.no-file');
	if (out === undefined) throw new AppError('cli.missing-option', { option: 'out' });
	await checkPlaces(out);
	const store = await openWorkspace({
		...{ files: positionals, unitList: values.units, lineageList: values.lineage, language },
		passphrase: await readPassphrase(values['passphrase-file']),
		state: 'official'
	});
	const whole = await publishedSource(store, sampleOrganisation);
	const source = branch === undefined ? whole : await cutBranch(whole, branch);
	if (!source) throw new AppError('publish.unknown-unit', { unit: branch ?? '' });
	const about: SiteAbout = {
		...{ at: new Date().toISOString(), by: MADE_BY },
		...(maker && { maker }),
		...(title && { title }),
		...(branch !== undefined && { branch: { code: branch, name: nameOf(source, branch) } })
	};
	const gift = values['with-package'] ? await offeredPackage(source, about) : undefined;
	const list = JSON.parse(await readFile(join(BUILD, 'files.json'), 'utf8')) as AppList;
	const drawFirst = await firstScreenDrawer(list);
	const files = [
		...(await publishData(source, { about, gift, rollUp, drawFirst })),
		...(await appFiles(list, source))
	];
	for (const [path, bytes] of files) await writeBelow(out, path, bytes);
	process.stdout.write(`${say(language, 'cli.published', { folder: out, files: files.length })}\n`);
	return 0;
}

async function checkPlaces(out: string): Promise<void> {
	if (!existsSync(join(BUILD, 'files.json'))) throw new AppError('cli.no-build');
	const isFree = !existsSync(out) || (await readdir(out)).length === 0;
	if (!isFree) throw new AppError('publish.not-empty', { folder: out });
}

async function sampleOrganisation(): Promise<{ units: Uint8Array; lineage: Uint8Array }> {
	const [units, lineage] = await Promise.all(
		[SAMPLE_UNITS, SAMPLE_LINEAGE].map((url) => openFile(fileURLToPath(url)))
	);
	return { units: units?.bytes ?? new Uint8Array(), lineage: lineage?.bytes ?? new Uint8Array() };
}

function nameOf({ units }: PublishedSource, code: string): string {
	return units.findLast((unit) => unit.code === code)?.name ?? code;
}

/** The built app's own files, with the page at every address. */
async function appFiles(list: AppList, source: PublishedSource): Promise<Map<string, Uint8Array>> {
	const read = async (path: string): Promise<Uint8Array> =>
		new Uint8Array(await readFile(join(BUILD, path)));
	return siteFiles({ list, read, indicators: indicatorsOf(source) });
}

async function firstScreenDrawer(list: AppList): Promise<DrawFirst | undefined> {
	const path = firstScreenModuleOf(list);
	if (path === undefined) return undefined;
	const module = (await import(pathToFileURL(join(BUILD, path)).href)) as {
		drawFirstScreens: DrawFirst;
	};
	return module.drawFirstScreens;
}

async function writeBelow(folder: string, path: string, bytes: Uint8Array): Promise<void> {
	const place = join(folder, path);
	await mkdir(dirname(place), { recursive: true });
	await writeFile(place, bytes);
}
