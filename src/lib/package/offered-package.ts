import { makePackage } from './make-package.ts';
import type { PublishedSource, SiteAbout } from './publish-data.ts';

/** The package that a published site offers to its readers: the same data, by the same maker at the same time. */
export async function offeredPackage(
	{ manifest, contents }: PublishedSource,
	{ at, by, maker }: SiteAbout
): Promise<{ name: string; bytes: Uint8Array }> {
	const read = async (content: string): Promise<Uint8Array> =>
		contents.get(content) ?? new Uint8Array();
	const made = { at, by, ...(maker !== undefined && { maker }) };
	return { name: 'package.thuocdo', bytes: await makePackage({ manifest, read, made }) };
}
