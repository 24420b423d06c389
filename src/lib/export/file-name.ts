/** What some file system refuses in a name, path separators among them, and what no one sees: controls and marks of direction. */
const REFUSED = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;
/** Names that Windows keeps for devices, whatever follows the first full stop. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\s*(?:\.|$))/iu;
/** Disks hold 255 bytes, a Vietnamese letter takes up to three; a path around it needs its share. */
const MOST_BYTES = 160;

/**
 * A name for a file, with its extension, that Windows, macOS, Linux and zip files take as it is: no path, nothing reserved,
 * not too long (160 bytes with its extension, cut between letters), its Vietnamese letters kept and composed. `báo-cáo`
 * stands in for a name of which nothing is left.
 */
export function safeFileName(name: string, extension: string): string {
	const plain = name
		.normalize('NFC')
		.replace(REFUSED, ' ')
		.replace(/\s+/gu, ' ')
		.replace(/^[\s.~-]+/u, '');
	const ending = `.${extension}`;
	const kept = withoutEnd(cutTo(plain, MOST_BYTES - bytesOf(ending)));
	const named = kept === '' ? 'báo-cáo' : kept;
	return `${named.replace(DEVICE, '$&_')}${ending}`;
}

/** The same names, later ones with ` (2)`, ` (3)` … before the extension where an earlier one differs only in case. */
export function distinctFileNames(names: readonly string[]): string[] {
	const taken = new Set<string>();
	return names.map((name) => {
		const dot = name.lastIndexOf('.');
		const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
		let free = name;
		for (let turn = 2; taken.has(keyOf(free)); turn += 1) free = `${stem} (${turn})${ending}`;
		taken.add(keyOf(free));
		return free;
	});
}

const keyOf = (name: string): string => name.normalize('NFC').toLowerCase();

/** Windows drops full stops and blanks at the end. */
function withoutEnd(text: string): string {
	return text.replace(/[\s.]+$/u, '');
}

function cutTo(text: string, most: number): string {
	if (bytesOf(text) <= most) return text;
	let kept = '';
	for (const letter of text) {
		if (bytesOf(kept) + bytesOf(letter) > most) break;
		kept += letter;
	}
	return kept;
}

function bytesOf(text: string): number {
	return new TextEncoder().encode(text).length;
}
