import { mapDayOf, type Period } from '#lib/base/period.ts';
import { SAMPLE_NOTE } from '#lib/base/sample-note.ts';
import { decodeEntries } from '#lib/rollup/decode-entries.ts';
import { encodeEntries, type ReportedEntry } from '#lib/rollup/encode-entries.ts';
import type { StoredFile } from '#lib/store/edition.ts';
import type { Manifest } from '#lib/store/manifest.ts';
import { sha256Of } from '#lib/store/sha256.ts';
import type { Submission } from '#lib/store/submission.ts';
import { formatLineage } from '#lib/units/format-lineage.ts';
import { formatUnits } from '#lib/units/format-units.ts';
import { createUnitTree, type UnitTree } from '#lib/units/unit-tree.ts';
import { cutCatalogue } from './cut-catalogue.ts';
import { cutUnits } from './cut-units.ts';
import type { PublishedSource } from './publish-data.ts';

/** A branch to be put before readers. */
export interface CutSource extends PublishedSource {
	/** How many own parts of the catalogue were left out, since they speak of units outside. */
	left: number;
}

/**
 * What may be put before readers of one branch: its units, their figures, and nothing that names, counts or sums any other.
 * File and sheet names, notes, issues, answers, corrections, layouts and reports go, for they may; `undefined` where no
 * unit has the code.
 */
export async function cutBranch(
	source: PublishedSource,
	code: string
): Promise<CutSource | undefined> {
	const branch = cutUnits(source, code);
	if (branch.units.length === 0) return undefined;
	const { own, left } = cutCatalogue(source.own, branch, code);
	const contents = new Map<string, Uint8Array>();
	const keep = async (bytes: Uint8Array): Promise<StoredFile> => {
		const sha256 = await sha256Of(bytes);
		contents.set(`contents/${sha256}`, bytes);
		return { content: `contents/${sha256}`, sha256 };
	};
	const tree = createUnitTree(branch.units);
	const submissions: Submission[] = [];
	const periods = [...new Set(source.manifest.submissions.flatMap((each) => each.periods))];
	for (const submission of source.manifest.submissions) {
		const bytes = source.contents.get(submission.content) ?? new Uint8Array();
		const entries = within(decodeEntries(bytes), { tree, periods });
		if (entries.length === 0) continue;
		submissions.push(cutSubmission(submission, entries, await keep(encodeEntries(entries))));
	}
	const manifest = {
		...{ format: source.manifest.format, sequence: source.manifest.sequence, submissions },
		organisation: [
			{
				units: await keep(asBytes(formatUnits(branch.units))),
				lineage: await keep(asBytes(formatLineage(branch.lineage)))
			}
		],
		catalogue: [{ own: await keep(asBytes(JSON.stringify(own))) }]
	} satisfies Manifest;
	return { manifest, contents, units: branch.units, lineage: branch.lineage, own, left };
}

/** The entries of units that lay in the branch on the day whose map the period stands on. */
function within(
	entries: Iterable<ReportedEntry>,
	{ tree, periods }: { tree: UnitTree; periods: readonly Period[] }
): ReportedEntry[] {
	const kept: ReportedEntry[] = [];
	for (const entry of entries) {
		if (tree.isValidOn(entry.unit, mapDayOf(entry.period, periods))) kept.push(entry);
	}
	return kept;
}

/** The submission as if it had held these entries alone; its number stays, its name says no more than what it is. */
function cutSubmission(
	{ sequence, template, at, received, state, note }: Submission,
	entries: readonly ReportedEntry[],
	{ content, sha256 }: StoredFile
): Submission {
	const periods = [...new Set(entries.map(({ period }) => period))].sort();
	const rows = new Set(entries.map(({ row }) => row)).size;
	return {
		id: `${String(sequence).padStart(6, '0')}-${sha256.slice(0, 8)}`,
		...{ sequence, sha256, template, periods, at, state, content, contentSha256: sha256 },
		file: `${template} ${periods.join(' ')}`,
		...(received !== undefined && { received }),
		...(note === SAMPLE_NOTE && { note }),
		rows: { read: rows, accepted: rows, rejected: 0 },
		figures: entries.length,
		issues: []
	};
}

function asBytes(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}
