import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { openPackage } from '#lib/package/open-package.ts';
import { sealFiles } from '#lib/package/seal.ts';
import type { FuzzTarget } from './target.ts';

const FIXTURES = new URL('../fixtures/packages/', import.meta.url);
const WRITTEN = new Date('2026-01-01T00:00:00Z');
/** What the mutations begin with: what a package says of itself, its envelope and its signature. */
const SAID = ['manifest.json', 'envelope.json', 'signature.json'];

/** The readers of packages: of their bytes, and of what they say where the seal is right. */
export function packageTargets(): FuzzTarget[] {
	const packages = ['plain-1', 'signed-1', 'locked-1'].map(
		(name) => new Uint8Array(readFileSync(new URL(`${name}.thuocdo`, FIXTURES)))
	);
	const [plain, signed, locked] = packages.map((each) => unzipSync(each));
	const said = (files: Record<string, Uint8Array> = {}): Uint8Array[] =>
		SAID.flatMap((name) => files[name] ?? []);
	return [
		{ name: 'package', seeds: packages, isSlow: true, read: opened },
		{
			name: 'package-manifest',
			seeds: [plain, signed].flatMap((files) => said(files).slice(0, 1)),
			isSlow: true,
			read: (input) => sealedWith(plain, 'manifest.json', input)
		},
		{
			name: 'package-signature',
			seeds: said(signed).slice(1),
			isSlow: true,
			read: (input) => sealedWith(signed, 'signature.json', input)
		},
		{
			name: 'package-envelope',
			seeds: said(locked),
			isSlow: true,
			read: (input) => sealedWith(locked, 'envelope.json', input)
		}
	];
}

async function sealedWith(
	files: Record<string, Uint8Array> = {},
	path: string,
	bytes: Uint8Array
): Promise<unknown> {
	const others = Object.entries({ ...files, [path]: bytes });
	return opened(
		await sealFiles(
			others.map(([name, each]) => ({ path: name, bytes: each })),
			WRITTEN
		)
	);
}

async function opened(input: Uint8Array): Promise<unknown> {
	// A key made of a passphrase is meant to take long: none is given.
	const { contents, ...rest } = await openPackage(input);
	return [rest, [...contents.keys()]];
}
