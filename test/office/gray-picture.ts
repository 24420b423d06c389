import { inflateSync } from 'node:zlib';

/** A picture in shades of gray, row by row. */
export interface GrayPicture {
	width: number;
	height: number;
	/** From 0 for black to 255 for white. */
	shades: Uint8Array;
}

const SIGNATURE_LENGTH = 8;
/** The side of the squares by whose mean shade pictures are compared. */
const BLOCK = 6;
/** A square whose mean shade is further off than this looks different. */
const TOLERANCE = 26;

/** The picture of a PNG file in 8-bit gray, or in 8-bit colours that are all gray, as pdftoppm writes it. */
export function readGrayPicture(png: Buffer): GrayPicture {
	const data: Buffer[] = [];
	let [width, height, channels] = [0, 0, 1];
	for (let at = SIGNATURE_LENGTH; at < png.length;) {
		const length = png.readUInt32BE(at);
		const kind = png.toString('latin1', at + 4, at + 8);
		const chunk = png.subarray(at + 8, at + 8 + length);
		if (kind === 'IHDR') {
			[width, height] = [chunk.readUInt32BE(0), chunk.readUInt32BE(4)];
			channels = channelsOf(chunk);
		}
		if (kind === 'IDAT') data.push(chunk);
		at += length + 12;
	}
	const samples = unfiltered(inflateSync(Buffer.concat(data)), { width, height, channels });
	return { width, height, shades: samples.filter((_, at) => at % channels === 0) };
}

/** One for gray, three for colours (PNG specification, §11.2.2). */
function channelsOf(header: Buffer): number {
	const [depth, kind] = [header[8], header[9]];
	if (depth !== 8 || (kind !== 0 && kind !== 2)) throw new Error('a PNG of another kind');
	return kind === 0 ? 1 : 3;
}

/** The share of squares in which two pictures look different; 1 where they are not of one size. */
export function differenceOf(one: GrayPicture, other: GrayPicture): number {
	if (one.width !== other.width || one.height !== other.height) return 1;
	let [squares, different] = [0, 0];
	for (let top = 0; top < one.height; top += BLOCK)
		for (let left = 0; left < one.width; left += BLOCK) {
			squares++;
			const apart = Math.abs(meanShade(one, left, top) - meanShade(other, left, top));
			if (apart > TOLERANCE) different++;
		}
	return different / squares;
}

function meanShade({ width, height, shades }: GrayPicture, left: number, top: number): number {
	let [sum, count] = [0, 0];
	for (let y = top; y < Math.min(height, top + BLOCK); y++)
		for (let x = left; x < Math.min(width, left + BLOCK); x++) {
			sum += shades[y * width + x] ?? 0;
			count++;
		}
	return sum / count;
}

/** Undoes what PNG does to each row before it is packed (PNG specification, §9.2). */
function unfiltered(
	packed: Buffer,
	{ width, height, channels }: { width: number; height: number; channels: number }
): Uint8Array {
	const row = width * channels;
	const samples = new Uint8Array(row * height);
	for (let y = 0; y < height; y++) {
		const filter = packed[y * (row + 1)] ?? 0;
		for (let x = 0; x < row; x++) {
			const isFirst = x < channels;
			const left = isFirst ? 0 : (samples[y * row + x - channels] ?? 0);
			const above = y > 0 ? (samples[(y - 1) * row + x] ?? 0) : 0;
			const corner = !isFirst && y > 0 ? (samples[(y - 1) * row + x - channels] ?? 0) : 0;
			const guesses = [0, left, above, (left + above) >> 1, nearest(left, above, corner)];
			samples[y * row + x] = (packed[y * (row + 1) + 1 + x] ?? 0) + (guesses[filter] ?? 0);
		}
	}
	return samples;
}

function nearest(left: number, above: number, corner: number): number {
	const guess = left + above - corner;
	const [toLeft, toAbove, toCorner] = [left, above, corner].map((each) => Math.abs(guess - each));
	if (toLeft! <= toAbove! && toLeft! <= toCorner!) return left;
	return toAbove! <= toCorner! ? above : corner;
}
