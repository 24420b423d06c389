import type { Draft } from '#lib/ingest/draft.ts';
import type { OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import type { OpenedPackage } from '#lib/package/open-package.ts';
import { ownIn } from '#lib/package/published-source.ts';
import { decodeEntries } from '#lib/rollup/decode-entries.ts';

/** A unit list and a lineage list, each as a file. */
export interface PackedOrganisation {
	units: { name: string; bytes: Uint8Array };
	lineage?: { name: string; bytes: Uint8Array };
}

/** The submissions of a package as the drafts that they once were, in the order of commit. */
export function draftsOf({ manifest, contents }: OpenedPackage): Draft[] {
	return manifest.submissions.map(
		({ file, sha256, sheet, table, template, periods, rows, issues, answers = {}, content }) => ({
			...{ file, sha256, template, periods, rows, answers },
			...(sheet !== undefined && { sheet }),
			...(table !== undefined && { table }),
			totals: {},
			entries: [...decodeEntries(contents.get(content) ?? new Uint8Array())],
			// What was wrong when it was committed has been settled; it is not an error of the package.
			issues: issues.filter(({ severity }) => severity !== 'error'),
			questions: [],
			matches: { headers: [], columns: [], units: [], totals: [] }
		})
	);
}

/** The organisation in force in a package; `undefined` where it is that of the sample city. */
export function organisationIn({
	manifest,
	contents
}: OpenedPackage): PackedOrganisation | undefined {
	const edition = manifest.organisation?.at(-1);
	const units = edition && contents.get(edition.units.content);
	if (!units) return undefined;
	const lineage = edition.lineage && contents.get(edition.lineage.content);
	return {
		units: { name: 'units.csv', bytes: units },
		...(lineage && { lineage: { name: 'lineage.csv', bytes: lineage } })
	};
}

/** The own catalogue in force in a package; `undefined` where it has none. */
export function catalogueIn({ manifest, contents }: OpenedPackage): OwnCatalogue | undefined {
	const edition = manifest.catalogue?.at(-1);
	return edition && ownIn(contents.get(edition.own.content));
}
