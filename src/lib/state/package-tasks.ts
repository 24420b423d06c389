import type { CutSource } from '#lib/package/cut-branch.ts';
import type { PackageSource } from '#lib/package/make-package.ts';
import type { OpenedPackage } from '#lib/package/open-package.ts';
import type { PublishedSource, SiteAbout } from '#lib/package/publish-data.ts';

/** What the worker for packages is asked for, and what it gives, by task. */
export interface PackageTasks {
	/** A package of the contents, by their paths. */
	make: {
		question: Omit<PackageSource, 'read' | 'onPart'> & {
			contents: ReadonlyMap<string, Uint8Array>;
		};
		answer: Uint8Array;
	};
	/** What is in a package. */
	open: {
		question: { name: string; bytes: Uint8Array; passphrase?: string };
		answer: OpenedPackage;
	};
	/** What readers of one branch may see; `undefined` where no unit has the code. */
	cut: { question: { source: PublishedSource; branch: string }; answer: CutSource | undefined };
	/** The package that readers may take. */
	offer: {
		question: { source: PublishedSource; about: SiteAbout };
		answer: { name: string; bytes: Uint8Array };
	};
	/** The files as one archive. */
	zip: { question: { files: ReadonlyMap<string, Uint8Array> }; answer: Uint8Array };
}
