import type { OpenedPackage } from '#lib/package/open-package.ts';
import type { Note } from '#lib/store/log.ts';
import type { Manifest } from '#lib/store/manifest.ts';
import { mergedManifest } from '#lib/store/merge-manifests.ts';

/** What the analyst says of an opened package. */
export interface RestoreChoice {
	/** In place of all that is here, or beside it. */
	mode: 'replace' | 'merge';
	/** Whether its organisation comes in force. */
	organisation: boolean;
	/** Whether its own catalogue comes in force. */
	catalogue: boolean;
}

/** A package on its way into the store. */
export interface Restoration {
	contents: Iterable<Uint8Array>;
	make: (here: Manifest) => Manifest;
	/** What the log says of it; absent where it is to say what was changed. */
	note?: Omit<Note, 'what'>;
}

/** The opened package as the store takes it in. */
export function restorationOf(
	{ manifest, contents }: OpenedPackage,
	{ name, choice }: { name: string; choice: RestoreChoice }
): Restoration {
	const { submissions } = manifest;
	return {
		contents: contents.values(),
		make: (here) => (choice.mode === 'replace' ? manifest : mergedManifest(here, manifest, choice)),
		note: {
			names: [name],
			count: submissions.length,
			figures: submissions.reduce((sum, { figures }) => sum + figures, 0)
		}
	};
}
