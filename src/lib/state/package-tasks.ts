import type { CutSource } from '#lib/package/cut-branch.ts';
import type { PackageSource } from '#lib/package/make-package.ts';
import type { OpenedPackage } from '#lib/package/open-package.ts';
import type { PublishedSource, SiteAbout } from '#lib/package/publish-data.ts';

/** What the worker for packages is asked for, and what it gives, by task. */
export interface PackageTasks {
	/** A package of the contents, by their paths. */
	make: {
		order: Omit<PackageSource, 'read' | 'onPart'> & { contents: ReadonlyMap<string, Uint8Array> };
		result: Uint8Array;
	};
	/** What is in a package. */
	open: { order: { name: string; bytes: Uint8Array; passphrase?: string }; result: OpenedPackage };
	/** What readers of one branch may see; `undefined` where no unit has the code. */
	cut: { order: { source: PublishedSource; branch: string }; result: CutSource | undefined };
	/** The package that readers may take. */
	offer: {
		order: { source: PublishedSource; about: SiteAbout };
		result: { name: string; bytes: Uint8Array };
	};
	/** The files as one archive. */
	zip: { order: { files: ReadonlyMap<string, Uint8Array> }; result: Uint8Array };
}

/** One task with its order. */
export type PackageOrder = {
	[Task in keyof PackageTasks]: { task: Task; order: PackageTasks[Task]['order'] };
}[keyof PackageTasks];

/** What the worker sends back: how far it is, or how it ended. */
export type PackageAnswer =
	| { done: number; total: number }
	| { result: PackageTasks[keyof PackageTasks]['result'] }
	| { problem: { code: string; params: Record<string, string | number> } }
	| { crash: string };
