import type { StoredFile } from './edition.ts';
import type { Manifest } from './manifest.ts';

/** Every content that the manifest names: all else among the contents is nothing. */
export function namedContents(manifest: Manifest): StoredFile[] {
	return [
		...manifest.submissions.map(({ content, contentSha256 }) => ({
			content,
			sha256: contentSha256
		})),
		...(manifest.organisation ?? []).flatMap(({ units, lineage }) =>
			lineage ? [units, lineage] : [units]
		),
		...(manifest.catalogue ?? []).map(({ own }) => own),
		...(manifest.reports?.templates ?? []).map(({ file }) => file),
		...(manifest.log?.chapters ?? []).map(({ file }) => file),
		...(manifest.rollup ? [manifest.rollup] : [])
	];
}
