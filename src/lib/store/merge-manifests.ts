import type { Layout } from '#lib/base/layout.ts';
import type { KeptReports } from './kept-report.ts';
import type { Manifest } from './manifest.ts';
import { isSameTable, type Submission } from './submission.ts';

/** Which of the other workspace's editions are to be in force after a merge. */
export interface MergeChoice {
	organisation: boolean;
	catalogue: boolean;
}

/** How another workspace's part stands to the one here: there is none, it is the same, or it is another. */
export type Likeness = 'absent' | 'same' | 'different';

/** What another workspace has beside the one here. */
export interface ManifestDifference {
	/** Those that are not here, in the order of commit. */
	added: readonly Submission[];
	/** How many are in both. */
	same: number;
	/** Those that are here alone. */
	onlyHere: readonly Submission[];
	organisation: Likeness;
	catalogue: Likeness;
	/** How many are not here, or otherwise. */
	layouts: number;
	definitions: number;
	templates: number;
}

/**
 * The manifest here with what the other one has beside it. Its submissions come after those here, in their order, so that
 * their figures supersede; editions come in force as chosen, layouts and reports beside those that are kept.
 */
export function mergedManifest(here: Manifest, other: Manifest, choice: MergeChoice): Manifest {
	const { added, organisation, catalogue } = differenceOf(here, other);
	const layouts = [...(here.layouts ?? []), ...otherLayouts(here, other)];
	const reports = mergedReports(here.reports, other.reports);
	const takesOrganisation = choice.organisation && organisation === 'different';
	const takesCatalogue = choice.catalogue && catalogue === 'different';
	return {
		...here,
		sequence: here.sequence + added.length,
		submissions: [...here.submissions, ...added.map((each, place) => after(here, each, place))],
		...(layouts.length > 0 && { layouts }),
		...(reports && { reports }),
		...(takesOrganisation && {
			organisation: [...(here.organisation ?? []), ...(other.organisation ?? []).slice(-1)]
		}),
		...(takesCatalogue && {
			catalogue: [...(here.catalogue ?? []), ...(other.catalogue ?? []).slice(-1)]
		})
	};
}

/**
 * The manifest here without what a merge brought, which led from one manifest to another: its submissions, and of
 * organisation, catalogue, layouts and reports those that are still as the merge left them.
 */
export function unmergedManifest(
	here: Manifest,
	{ before, after }: { before: Manifest; after: Manifest }
): Manifest {
	const stood = new Set(before.submissions.map(({ id }) => id));
	const brought = new Set(after.submissions.map(({ id }) => id).filter((id) => !stood.has(id)));
	const back = UNMERGED.filter(
		(part) => JSON.stringify(here[part]) === JSON.stringify(after[part])
	);
	const kept = Object.entries(here).filter(([part]) => !back.some((each) => each === part));
	const returned = back.flatMap((part) => (before[part] ? [[part, before[part]] as const] : []));
	return {
		...(Object.fromEntries([...kept, ...returned]) as unknown as Manifest),
		submissions: here.submissions.filter(({ id }) => !brought.has(id))
	};
}

const UNMERGED = ['organisation', 'catalogue', 'layouts', 'reports'] as const;

/** What the other manifest has that the one here has not, and the other way round. */
export function differenceOf(here: Manifest, other: Manifest): ManifestDifference {
	const isIn = ({ submissions }: Manifest, each: Submission): boolean =>
		submissions.some((submission) => isSameTable(submission, each));
	const added = other.submissions.filter((each) => !isIn(here, each));
	const definitions = newDefinitions(here.reports, other.reports);
	return {
		added,
		same: other.submissions.length - added.length,
		onlyHere: here.submissions.filter((each) => !isIn(other, each)),
		organisation: likeness(
			here.organisation?.at(-1),
			other.organisation?.at(-1),
			({ units, lineage }) => `${units.sha256} ${lineage?.sha256 ?? ''}`
		),
		catalogue: likeness(here.catalogue?.at(-1), other.catalogue?.at(-1), ({ own }) => own.sha256),
		layouts: otherLayouts(here, other).length,
		definitions: definitions.length,
		templates: newTemplates(here.reports, other.reports).length
	};
}

function after(here: Manifest, submission: Submission, place: number): Submission {
	const sequence = here.sequence + 1 + place;
	const id = `${String(sequence).padStart(6, '0')}-${submission.sha256.slice(0, 8)}`;
	return { ...submission, sequence, id };
}

function likeness<Edition>(
	here: Edition | undefined,
	other: Edition | undefined,
	contentOf: (edition: Edition) => string
): Likeness {
	if (!other) return 'absent';
	return here && contentOf(here) === contentOf(other) ? 'same' : 'different';
}

/** What was settled here about the same headers stays. */
function otherLayouts(here: Manifest, other: Manifest): Layout[] {
	const keyOf = ({ template, headers }: Layout): string => JSON.stringify([template, headers]);
	const kept = new Set((here.layouts ?? []).map(keyOf));
	return (other.layouts ?? []).filter((layout) => !kept.has(keyOf(layout)));
}

function mergedReports(
	here: KeptReports | undefined,
	other: KeptReports | undefined
): KeptReports | undefined {
	if (!other) return here;
	return {
		definitions: [...(here?.definitions ?? []), ...newDefinitions(here, other)],
		templates: [...(here?.templates ?? []), ...newTemplates(here, other)]
	};
}

/** Definitions that are not here; one whose id is taken by another gets an id of its own. */
function newDefinitions(
	here: KeptReports | undefined,
	other: KeptReports | undefined
): KeptReports['definitions'] {
	const kept = new Map((here?.definitions ?? []).map((each) => [each.id, each]));
	return (other?.definitions ?? [])
		.filter((each) => JSON.stringify(kept.get(each.id)) !== JSON.stringify(each))
		.map((each) => ({ ...each, id: freeId(each.id, kept) }));
}

function newTemplates(
	here: KeptReports | undefined,
	other: KeptReports | undefined
): KeptReports['templates'] {
	const kept = new Set((here?.templates ?? []).map(({ id }) => id));
	return (other?.templates ?? []).filter(({ id }) => !kept.has(id));
}

function freeId(id: string, kept: ReadonlyMap<string, unknown>): string {
	if (!kept.has(id)) return id;
	for (let number = 2; ; number += 1) {
		if (!kept.has(`${id}-${number}`)) return `${id}-${number}`;
	}
}
