import { strFromU8, unzipSync } from 'fflate';
import { archiveOf } from '#test/hostile/archive.ts';

/** Between the files of an archive that is written out, so that mutations reach what its checksums would hide. */
const FILE = '\u0001';
const CONTENT = '\u0002';

/** The archive written out as text; none where it cannot be unpacked. */
export function unpacked(archive: Uint8Array): Uint8Array[] {
	try {
		const files = Object.entries(unzipSync(archive));
		const texts = files.map(([name, content]) => `${name}${CONTENT}${strFromU8(content)}`);
		return [new TextEncoder().encode(texts.join(FILE))];
	} catch {
		// Some fixtures are damaged archives: those are seeds of the other target.
		return [];
	}
}

/** The archive that a text stands for, its checksums in order. */
export function packed(input: Uint8Array): Uint8Array {
	const entries = new TextDecoder().decode(input).split(FILE);
	return archiveOf(
		entries.map((entry) => {
			const [name = '', ...content] = entry.split(CONTENT);
			return { name: name.slice(0, 200), content: content.join(CONTENT) };
		})
	);
}
