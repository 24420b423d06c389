import { AppError } from '#lib/base/app-error.ts';
import type { Manifest } from '#lib/store/manifest.ts';
import { namedContents } from '#lib/store/named-contents.ts';
import { sha256Of } from '#lib/store/sha256.ts';
import { contentOf } from './figures-parquet.ts';
import { SIGNATURE } from './make-package.ts';
import {
	MANIFEST,
	type Made,
	type PackageManifest,
	packageManifestFrom,
	type PackagePart
} from './package-manifest.ts';
import { parseJson } from './parse-json.ts';
import { ENVELOPE, unlock } from './passphrase.ts';
import { openSealed } from './seal.ts';
import { fingerprintOf, isSignedBy, readSignature } from './signature.ts';

/** Who signed a package. */
export interface PackageSigner {
	/** Whose key it says to be. */
	maker: string;
	fingerprint: string;
	/** False where this machine cannot tell: it knows no Ed25519. A signature that does not hold is never handed out. */
	isChecked: boolean;
}

/** A package that holds together, to the byte. */
export interface OpenedPackage {
	made: Made;
	/** What it would put in force: a workspace's manifest without a rollup. */
	manifest: Manifest;
	/** The bytes of every stored file that the manifest names, by path. */
	contents: ReadonlyMap<string, Uint8Array>;
	parts: readonly PackagePart[];
	/** Absent where nobody signed it. */
	signer?: PackageSigner;
	isLocked: boolean;
}

/**
 * The package in a file, held to its checksums and its signature. Throws AppError `package.foreign` for what is none,
 * `package.damaged` and `package.damaged-part` for one cut short or altered, `package.bad-signature`, `package.newer`
 * (with its version), `package.locked` where it wants a passphrase, `package.wrong-passphrase`, `package.no-crypto`, and
 * `package.too-large` before unpacking what is too large.
 */
export async function openPackage(
	bytes: Uint8Array,
	{ passphrase }: { passphrase?: string } = {}
): Promise<OpenedPackage> {
	const outer = await openSealed(bytes);
	const isLocked = outer.has(ENVELOPE);
	const files = isLocked ? await openSealed(await unlock(outer, passphrase)) : outer;
	const manifestBytes = files.get(MANIFEST);
	if (!manifestBytes) throw new AppError('package.foreign');
	const manifest = packageManifestFrom(parseJson(manifestBytes));
	const signer = await signerOf(files.get(SIGNATURE), manifestBytes, manifest);
	checkNames(files, manifest);
	return {
		made: manifest.made,
		manifest: manifest.workspace,
		contents: await contentsOf(files, manifest),
		parts: manifest.parts,
		...(signer && { signer }),
		isLocked
	};
}

async function signerOf(
	bytes: Uint8Array | undefined,
	manifestBytes: Uint8Array,
	{ made }: PackageManifest
): Promise<PackageSigner | undefined> {
	if (!bytes) return undefined;
	const signature = readSignature(bytes);
	const holds = signature && (await isSignedBy(manifestBytes, signature));
	if (!signature || holds === false) throw new AppError('package.bad-signature');
	return {
		maker: made.maker ?? '',
		fingerprint: await fingerprintOf(signature.publicKey),
		isChecked: holds === true
	};
}

/** Every file is named once by the manifest, and every stored file of the workspace by one of them. */
function checkNames(files: ReadonlyMap<string, Uint8Array>, manifest: PackageManifest): void {
	const named = new Set([MANIFEST, SIGNATURE, ...manifest.parts.map(({ path }) => path)]);
	const contents = new Set(manifest.parts.map(({ content }) => content));
	const isWhole =
		[...files.keys()].every((path) => named.has(path)) &&
		contents.size === manifest.parts.length &&
		named.size === manifest.parts.length + 2 &&
		namedContents(manifest.workspace).every(({ content }) => contents.has(content));
	if (!isWhole) throw new AppError('package.damaged');
}

async function contentsOf(
	files: ReadonlyMap<string, Uint8Array>,
	{ parts, workspace }: PackageManifest
): Promise<Map<string, Uint8Array>> {
	const figures = new Map(workspace.submissions.map(({ content, figures: all }) => [content, all]));
	const contents = new Map<string, Uint8Array>();
	for (const part of parts) {
		const bytes = files.get(part.path);
		const faulty = new AppError('package.damaged-part', { part: part.path });
		if (bytes?.length !== part.bytes || (await sha256Of(bytes)) !== part.sha256) throw faulty;
		const content = part.path.endsWith('.parquet')
			? await contentOf(bytes, { part: part.path, figures: figures.get(part.content) })
			: bytes;
		if (`contents/${await sha256Of(content)}` !== part.content) throw faulty;
		contents.set(part.content, content);
	}
	return contents;
}
