import product from '#data/product.json' with { type: 'json' };
import { AppError } from '#lib/base/app-error.ts';
import { type Manifest, manifestFrom } from '#lib/store/manifest.ts';
import { count, listOf, oneOf, optional, record, text, textLike } from '#lib/store/shape.ts';
import { contentPath, sha256Text } from '#lib/store/submission.ts';

/** The version of packages that this version of the product writes; it opens those up to it. */
export const PACKAGE_VERSION = 1;

/** The product and its version, as packages say what they were made by. */
export const MADE_BY = `${product.name} ${product.version}`;

/** The path of the manifest in a package. */
export const MANIFEST = 'manifest.json';

/** When a package was made, by what, and by whom. */
export interface Made {
	/** ISO 8601 in UTC. */
	at: string;
	/** The product and its version. */
	by: string;
	/** Who says to have made it; a signature alone shows that it is so. */
	maker?: string;
	note?: string;
}

/** A file of a package. */
export interface PackagePart {
	path: string;
	/** What it is among the files of a workspace, named by the SHA-256 that it has there. */
	content: string;
	bytes: number;
	/** Of the file's bytes, hexadecimal. */
	sha256: string;
}

/** What a package says of itself. */
export interface PackageManifest {
	format: 'thuocdo-package';
	version: number;
	made: Made;
	parts: readonly PackagePart[];
	/** Everything kept but rollup, log and last backup, as the workspace's own manifest says it. */
	workspace: Manifest;
}

const isHead = record<Omit<PackageManifest, 'workspace'> & { workspace: unknown }>({
	format: oneOf('thuocdo-package'),
	version: oneOf(PACKAGE_VERSION),
	made: record<Made>({
		at: textLike(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
		by: text,
		maker: optional(text),
		note: optional(text)
	}),
	parts: listOf(
		record<PackagePart>({
			path: textLike(/^[a-z]+\/[\w.-]+$/),
			content: contentPath,
			bytes: count,
			sha256: sha256Text
		})
	),
	workspace: (value) => value !== undefined
});

/** The manifest that was read; throws AppError `package.newer`, `package.foreign`, `package.damaged`. */
export function packageManifestFrom(value: unknown): PackageManifest {
	const { format, version } = (value ?? {}) as Record<string, unknown>;
	if (format !== 'thuocdo-package') throw new AppError('package.foreign');
	if (typeof version === 'number' && version > PACKAGE_VERSION)
		throw new AppError('package.newer', { version });
	if (!isHead(value)) throw new AppError('package.damaged');
	return { ...value, workspace: workspaceFrom(value.workspace, version) };
}

function workspaceFrom(value: unknown, version: unknown): Manifest {
	try {
		const workspace = manifestFrom(value);
		if (workspace && !workspace.rollup && !workspace.log && !workspace.backup) return workspace;
	} catch (cause) {
		if (!(cause instanceof AppError)) throw cause;
		throw Object.assign(new AppError('package.newer', { version: String(version) }), { cause });
	}
	throw new AppError('package.damaged');
}
