import { AppError } from '#lib/base/app-error.ts';

const FIRST = 8;
const HEAD = 3;
const TWO_BYTES = 0x01;
const HAS_SOUNDS = 0x04;
const HAS_RUNS = 0x08;
const RUN = 4;

/**
 * Walks the shared texts of an .xls file as the spreadsheet library does, which reads on without end where the length
 * of a text lies past the last byte. Given are what the record holds with all that continues it, and where each
 * continuation begins. Throws AppError `file.damaged` where a text reaches past the end.
 */
export function checkSharedTexts(bytes: Uint8Array, continued: readonly number[]): void {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < FIRST) throw new AppError('file.damaged');
	const count = view.getUint32(4, true);
	let at = FIRST;
	let place = 0;
	for (let text = 0; text < count && at < bytes.length; text++) {
		const head = headOf(view, at);
		at = head.start;
		let [left, width] = [head.letters, head.width];
		while (left > 0) {
			while ((continued[place] ?? Infinity) < at) place += 1;
			const fit = Math.min(left, (nextOf(continued, { place, at, width }) - at) / width);
			at += fit * width;
			left -= fit;
			// What continues a text says anew how wide its letters are.
			if (left > 0) width = widthAgain(bytes, at++);
		}
		at += head.behind;
		if (at > bytes.length) throw new AppError('file.damaged');
	}
}

/** Where the next continuation begins that the letters from here on meet. */
function nextOf(
	continued: readonly number[],
	{ place, at, width }: { place: number; at: number; width: number }
): number {
	for (let each = place; each < continued.length; each++) {
		const next = continued[each] ?? Infinity;
		if ((next - at) % width === 0) return next;
	}
	return Infinity;
}

function headOf(
	view: DataView,
	at: number
): { letters: number; width: number; start: number; behind: number } {
	if (at + HEAD > view.byteLength) throw new AppError('file.damaged');
	const flags = view.getUint8(at + 2);
	const runs = at + HEAD;
	const sounds = runs + (flags & HAS_RUNS ? 2 : 0);
	const start = sounds + (flags & HAS_SOUNDS ? 4 : 0);
	if (start > view.byteLength) throw new AppError('file.damaged');
	return {
		letters: view.getUint16(at, true),
		width: flags & TWO_BYTES ? 2 : 1,
		start,
		behind:
			(flags & HAS_RUNS ? view.getUint16(runs, true) * RUN : 0) +
			(flags & HAS_SOUNDS ? view.getUint32(sounds, true) : 0)
	};
}

function widthAgain(bytes: Uint8Array, at: number): number {
	if (at >= bytes.length) throw new AppError('file.damaged');
	return bytes[at] ? 2 : 1;
}
