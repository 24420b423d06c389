import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, runOrThrow } from '#scripts/run.mjs';
import { differenceOf, readGrayPicture } from './gray-picture.ts';
import { freshFolder, type OfficeFile, writeFiles } from './office.ts';

/** What differs between the pages of a file and those approved: nothing is said where all look the same. */
export type PageFault = string;

const GOLDENS = join(ROOT, 'test', 'office', 'goldens');
const DOTS_PER_INCH = 42;
/** Another version of LibreOffice or of a font sets a line a little differently. */
const MOST_DIFFERENT = 0.02;

/**
 * The pages of a PDF that look other than those at test/office/goldens. They are made anew by
 * `UPDATE_OFFICE_GOLDENS=1 npx vitest run test/office` and looked at before they are committed; no other run writes them.
 */
export async function pageFaults(pdf: OfficeFile): Promise<PageFault[]> {
	const name = pdf.name.replace(/\.pdf$/, '');
	const pages = await pagesOf(pdf, name);
	if (process.env['UPDATE_OFFICE_GOLDENS'] && !process.env['CI']) await approve(pages, name);
	const approved = existsSync(GOLDENS)
		? (await readdir(GOLDENS)).filter((file) => file.startsWith(`${name}-`)).toSorted()
		: [];
	if (approved.length !== pages.length)
		return [`${name} has ${pages.length} pages, of which ${approved.length} were approved`];
	const faults = await Promise.all(
		pages.map(async (page, place) => {
			const share = differenceOf(await read(page), await read(join(GOLDENS, approved[place]!)));
			return share > MOST_DIFFERENT ? [`${page} differs in ${(share * 100).toFixed(1)} %`] : [];
		})
	);
	return faults.flat();
}

/** The pictures of its pages, in their order. */
async function pagesOf(pdf: OfficeFile, name: string): Promise<string[]> {
	const folder = await freshFolder(`pages-${name}`);
	const [path] = await writeFiles([pdf], folder);
	await runOrThrow('pdftoppm', [
		...['-png', '-gray', '-r', String(DOTS_PER_INCH)],
		...[path!, join(folder, name)]
	]);
	const files = (await readdir(folder)).filter((file) => file.endsWith('.png'));
	return files.toSorted().map((file) => join(folder, file));
}

async function approve(pages: readonly string[], name: string): Promise<void> {
	await mkdir(GOLDENS, { recursive: true });
	const former = (await readdir(GOLDENS)).filter((file) => file.startsWith(`${name}-`));
	await Promise.all(former.map((file) => rm(join(GOLDENS, file))));
	await Promise.all(
		pages.map((page, place) =>
			copyFile(page, join(GOLDENS, `${name}-${String(place + 1).padStart(2, '0')}.png`))
		)
	);
}

async function read(path: string): Promise<ReturnType<typeof readGrayPicture>> {
	return readGrayPicture(await readFile(path));
}
