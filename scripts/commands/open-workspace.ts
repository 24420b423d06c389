import { AppError } from '#lib/base/app-error.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import { openNamedPackage } from '#lib/package/open-named-package.ts';
import { looksSealed } from '#lib/package/seal.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { mergedManifest } from '#lib/store/merge-manifests.ts';
import { openStore, type Store } from '#lib/store/store.ts';
import type { Addition } from '#lib/store/submission.ts';
import type { Options } from './options.ts';
import { openDated, openDrafts, openFile, openLineage, openUnits } from './read-input.ts';
import { readLayouts } from './read-layouts.ts';

/** What a workspace is made of beside its files. */
export interface WorkspaceOptions extends Pick<
	Options,
	'files' | 'unitList' | 'lineageList' | 'layout' | 'language' | 'period'
> {
	passphrase?: string;
	note?: string;
	state: Addition['state'];
}

/**
 * A workspace in memory that the files were taken into, packages and sheets in their order. Throws AppError
 * `cli.not-committable` for a sheet that could not be committed.
 */
export async function openWorkspace(options: WorkspaceOptions): Promise<Store> {
	const store = await openStore(memoryFiles());
	for (const path of options.files) {
		const { name, bytes } = await openFile(path);
		if (looksSealed(bytes)) await takePackage(store, { name, bytes }, options);
		else await takeSheets(store, path, options);
	}
	if (options.unitList === undefined) return store;
	const units = (await openFile(options.unitList)).bytes;
	const lineage = options.lineageList && (await openFile(options.lineageList)).bytes;
	await store.saveOrganisation({ units, ...(lineage && { lineage }) }, { at: now() });
	return store;
}

/** The first package comes as it is, ids and all; further ones are merged into it. */
async function takePackage(
	store: Store,
	file: { name: string; bytes: Uint8Array },
	{ passphrase }: WorkspaceOptions
): Promise<void> {
	const { manifest, contents } = await openNamedPackage(file, { passphrase });
	const choice = { organisation: true, catalogue: true };
	await store.restore(
		contents.values(),
		(here) => (here.sequence === 0 ? manifest : mergedManifest(here, manifest, choice)),
		{ names: [file.name], count: manifest.submissions.length }
	);
}

async function takeSheets(store: Store, path: string, options: WorkspaceOptions): Promise<void> {
	const units = await openUnits(options);
	const lineage = await openLineage(options, units);
	const context = { units, lineage, layouts: await readLayouts(options.layout) };
	const { period } = options;
	const drafts = period
		? await openDated(path, { ...context, period })
		: await openDrafts(path, context);
	const additions = drafts.map((draft) => additionOf(draft, options));
	await store.commit(additions, { at: now() });
}

function additionOf(draft: Draft, { note, state }: WorkspaceOptions): Addition {
	const { file, sha256, sheet, table, template, periods, rows, issues, answers, entries } = draft;
	const isHeld =
		issues.some(({ severity }) => severity === 'error') ||
		draft.questions.some(({ required }) => required);
	if (isHeld || template === undefined) throw new AppError('cli.not-committable', { file });
	return {
		...{ file, sha256, template, periods, rows, issues, state },
		...(sheet !== undefined && { sheet }),
		...(table !== undefined && { table }),
		...(note && { note }),
		...(Object.keys(answers).length > 0 && { answers }),
		figures: entries.length,
		content: encodeEntries(entries)
	};
}

function now(): string {
	return new Date().toISOString();
}
