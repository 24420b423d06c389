import type { StoredFile } from '#lib/store/edition.ts';
import type { Manifest } from '#lib/store/manifest.ts';
import { namedContents } from '#lib/store/named-contents.ts';
import { sha256Of } from '#lib/store/sha256.ts';
import { contentOf, parquetOf } from './figures-parquet.ts';
import { lock } from './passphrase.ts';
import {
	MANIFEST,
	type Made,
	PACKAGE_VERSION,
	type PackageManifest,
	type PackagePart
} from './package-manifest.ts';
import { packedPart } from './packed-part.ts';
import { type LooseFile, sealFiles } from './seal.ts';
import { sign, type SigningKey } from './signature.ts';

/** What a package is made of. */
export interface PackageSource {
	manifest: Manifest;
	/** The bytes of a stored file, by its path in the workspace. */
	read(content: string): Promise<Uint8Array>;
	made: Made;
	/** Locks the package where it is given. */
	passphrase?: string;
	/** Signs it where it is given. */
	key?: SigningKey;
	/** Is told how many of all parts are done. */
	onPart?: (done: number, total: number) => void;
}

/** The path of the signature in a package. */
export const SIGNATURE = 'signature.json';

/**
 * Everything that the manifest names as one file; each part is read back as it is made. Rejects with what `read` rejects
 * with, and throws AppError `package.short-passphrase`, `package.no-crypto`, `package.no-signing`, `package.bad-key`.
 */
export async function makePackage(source: PackageSource): Promise<Uint8Array> {
	const { passphrase, key } = source;
	const made = { ...source.made, ...(key && { maker: key.maker }) };
	const at = new Date(made.at);
	const workspace = packedPart(source.manifest);
	const loose = await partsOf({ ...source, manifest: workspace });
	const manifest: PackageManifest = {
		format: 'thuocdo-package',
		version: PACKAGE_VERSION,
		made,
		parts: loose.map(({ part }) => part),
		workspace
	};
	const manifestBytes = asJson(manifest);
	const files: LooseFile[] = [
		{ path: MANIFEST, bytes: manifestBytes },
		...(key ? [{ path: SIGNATURE, bytes: asJson(await sign(manifestBytes, key)) }] : []),
		...loose.map(({ part, bytes }) => ({ path: part.path, bytes }))
	];
	const sealed = await sealFiles(files, at);
	return passphrase === undefined ? sealed : lock(sealed, { passphrase, at });
}

/** Every content that travels, once. */
function contentsToPack(manifest: Manifest): StoredFile[] {
	return [...new Map(namedContents(manifest).map((file) => [file.content, file])).values()];
}

interface LoosePart {
	part: PackagePart;
	bytes: Uint8Array;
}

async function partsOf({ manifest, read, onPart }: PackageSource): Promise<LoosePart[]> {
	const files = contentsToPack(manifest);
	const pathOf = partPaths(manifest);
	const parts: LoosePart[] = [];
	for (const [done, { content }] of files.entries()) {
		onPart?.(done, files.length);
		const path = pathOf.get(content) ?? content;
		parts.push(await partOf(path, content, await read(content)));
	}
	onPart?.(files.length, files.length);
	return parts;
}

async function partOf(path: string, content: string, bytes: Uint8Array): Promise<LoosePart> {
	const parquet = path.startsWith('submissions/') ? await parquetFor(path, bytes) : undefined;
	const kept = parquet ?? bytes;
	const place = parquet ? `${path}.parquet` : path;
	const part = { path: place, content, bytes: kept.length, sha256: await sha256Of(kept) };
	return { part, bytes: kept };
}

/** The content as Parquet; `undefined` for one that would not come back to the byte, which is then kept as it is. */
async function parquetFor(part: string, content: Uint8Array): Promise<Uint8Array | undefined> {
	try {
		const parquet = parquetOf(content);
		const back = await contentOf(parquet, { part });
		const isSame = back.length === content.length && back.every((byte, at) => byte === content[at]);
		return isSame ? parquet : undefined;
	} catch {
		return undefined;
	}
}

/** Where each stored file goes: names that a person finds things by. */
function partPaths({
	submissions,
	organisation = [],
	catalogue = [],
	reports
}: Manifest): Map<string, string> {
	return new Map([
		...(reports?.templates ?? []).map(({ file, format }, place): [string, string] => [
			file.content,
			`templates/${place + 1}.${format}`
		]),
		...catalogue.map(({ own }, place): [string, string] => [
			own.content,
			`catalogue/${place + 1}.json`
		]),
		...organisation.flatMap(({ units, lineage }, place): [string, string][] => [
			[units.content, `organisation/${place + 1}-units.csv`],
			...(lineage
				? [[lineage.content, `organisation/${place + 1}-lineage.csv`] as [string, string]]
				: [])
		]),
		...submissions.map(({ content, id }): [string, string] => [content, `submissions/${id}`])
	]);
}

function asJson(value: unknown): Uint8Array {
	return new TextEncoder().encode(JSON.stringify(value, null, '\t'));
}
