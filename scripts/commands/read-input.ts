import { readFile as readBytes } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '#lib/base/app-error.ts';
import { describeIssue } from '#lib/base/describe-issue.ts';
import { localDayOf } from '#lib/base/local-day.ts';
import type { Layout } from '#lib/base/layout.ts';
import type { Period } from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { productCatalogue, productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { mergeCatalogue } from '#lib/catalogue/own-catalogue.ts';
import { draftFile } from '#lib/ingest/draft-file.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import type { Figures } from '#lib/ingest/figures.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { openNamedPackage } from '#lib/package/open-named-package.ts';
import type { OpenedPackage } from '#lib/package/open-package.ts';
import { looksSealed } from '#lib/package/seal.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import { readLineage } from '#lib/units/read-lineage.ts';
import { readUnits } from '#lib/units/read-units.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { Options } from './options.ts';
import { catalogueIn, draftsOf, organisationIn } from './packed-drafts.ts';

export const SAMPLE_UNITS = new URL('../../data/units/minh-hoa.csv', import.meta.url);
export const SAMPLE_LINEAGE = new URL('../../data/units/minh-hoa-lineage.csv', import.meta.url);

/** The bytes of a file with its name; throws AppError `cli.unreadable`. */
export async function openFile(path: string): Promise<{ name: string; bytes: Uint8Array }> {
	try {
		return { name: basename(path), bytes: new Uint8Array(await readBytes(path)) };
	} catch {
		throw new AppError('cli.unreadable', { file: path });
	}
}

/** The units of the list given with --units, else those of a package among the files, else those of the sample city; throws AppError `cli.bad-units`. */
export async function openUnits({
	unitList,
	language,
	files = []
}: Pick<Options, 'unitList' | 'language'> & { files?: readonly string[] }): Promise<Unit[]> {
	const path = unitList ?? fileURLToPath(SAMPLE_UNITS);
	const packed = unitList === undefined ? await amongPackages(files, organisationIn) : undefined;
	const [grid] = await readFile(packed?.units ?? (await openFile(path)));
	const { units, issues } = readUnits(grid ?? { rows: [] });
	const errors = issues.filter(({ severity }) => severity === 'error');
	if (errors.length === 0) return units;
	const lines = errors.map((issue) => `- ${describeIssue(issue, language)}`);
	throw new AppError('cli.bad-units', { file: path, issues: lines.join('\n') });
}

/**
 * What became of the units, by the list given with --lineage; without one, and without --units, by that of a package
 * among the files, else of the sample city. Throws AppError `cli.bad-lineage`.
 */
export async function openLineage(
	{
		unitList,
		lineageList,
		language,
		files = []
	}: Pick<Options, 'unitList' | 'lineageList' | 'language'> & { files?: readonly string[] },
	units: readonly Unit[]
): Promise<LineageEvent[]> {
	if (unitList !== undefined && lineageList === undefined) return [];
	const path = lineageList ?? fileURLToPath(SAMPLE_LINEAGE);
	const packed = lineageList === undefined ? await amongPackages(files, organisationIn) : undefined;
	if (packed && !packed.lineage) return [];
	const [grid] = await readFile(packed?.lineage ?? (await openFile(path)));
	const { events, issues } = readLineage(grid ?? { rows: [] }, units);
	const errors = issues.filter(({ severity }) => severity === 'error');
	if (errors.length === 0) return events;
	const lines = errors.map((issue) => `- ${describeIssue(issue, language)}`);
	throw new AppError('cli.bad-lineage', { file: path, issues: lines.join('\n') });
}

/** What files are read by. */
interface ReadingContext {
	units: Unit[];
	lineage?: readonly LineageEvent[];
	layouts: readonly Layout[];
	/** Absent where it is the product's. */
	catalogue?: Catalogue;
	period?: Period;
	beside?: Figures;
}

/** The drafts of one file, one a table. */
export async function openDrafts(path: string, context: ReadingContext): Promise<Draft[]> {
	const { name, bytes } = await openFile(path);
	if (looksSealed(bytes)) return draftsOf(await openNamedPackage({ name, bytes }));
	const catalogue = context.catalogue ?? (await productCatalogueWhole());
	return draftFile({ name, bytes, today: localDayOf(Date.now()), ...context, catalogue });
}

/** The drafts of a file; one that does not say its period is taken to speak of the period asked for. */
export async function openDated(
	path: string,
	{ period, ...context }: ReadingContext & { period: Period }
): Promise<Draft[]> {
	const drafts = await openDrafts(path, context);
	const isUndated = drafts.some(({ issues }) => issues.some(({ code }) => code === 'no-period'));
	return isUndated ? openDrafts(path, { ...context, period }) : drafts;
}

/** The product's catalogue with the own parts of the first package among the files that has any. */
export async function openCatalogue(
	files: readonly string[],
	product: Catalogue = productCatalogue()
): Promise<Catalogue> {
	const own = await amongPackages(files, catalogueIn);
	return own ? mergeCatalogue(product, own) : product;
}

/** What is found in the first package among the files that has it. */
async function amongPackages<Part>(
	paths: readonly string[],
	partOf: (opened: OpenedPackage) => Part | undefined
): Promise<Part | undefined> {
	for (const path of paths) {
		if (!path.endsWith('.thuocdo')) continue;
		const part = partOf(await openNamedPackage(await openFile(path)));
		if (part) return part;
	}
	return undefined;
}
