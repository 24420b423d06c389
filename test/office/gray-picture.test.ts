import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { differenceOf, readGrayPicture } from './gray-picture.ts';

const SIZE = 12;

/** A PNG of one shade with a black square of half its side in a corner, each row kept as differences from the dot before. */
function png(channels: 1 | 3, shade: number, corner: 'left' | 'right'): Buffer {
	const rows = Array.from({ length: SIZE }, (_, y) => {
		const dots = Array.from({ length: SIZE }, (_, x) => {
			const isInside = y < SIZE / 2 && x < SIZE / 2 === (corner === 'left');
			return isInside ? 0 : shade;
		});
		const samples = dots.flatMap((dot) => Array.from({ length: channels }, () => dot));
		return [1, ...samples.map((each, at) => each - (samples[at - channels] ?? 0))];
	});
	const header = Buffer.alloc(13);
	header.writeUInt32BE(SIZE, 0);
	header.writeUInt32BE(SIZE, 4);
	header.set([8, channels === 1 ? 0 : 2], 8);
	return Buffer.concat([
		Buffer.alloc(8),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(Uint8Array.from(rows.flat())))
	]);
}

function chunk(kind: string, content: Uint8Array): Buffer {
	const length = Buffer.alloc(4);
	length.writeUInt32BE(content.length);
	return Buffer.concat([length, Buffer.from(kind, 'latin1'), content, Buffer.alloc(4)]);
}

describe('a gray picture', () => {
	it.each([1, 3] as const)('is read dot by dot, of %d samples each', (channels) => {
		const { width, height, shades } = readGrayPicture(png(channels, 200, 'right'));
		expect([width, height, shades.length]).toEqual([SIZE, SIZE, SIZE * SIZE]);
		expect([shades[0], shades[SIZE - 1], shades[shades.length - 1]]).toEqual([200, 0, 200]);
	});

	it('differs by the share of its squares that look different', () => {
		const [gray, coloured] = [png(1, 200, 'left'), png(3, 200, 'left')].map(readGrayPicture);
		const other = readGrayPicture(png(3, 200, 'right'));
		expect(differenceOf(gray!, coloured!)).toBe(0);
		expect(differenceOf(coloured!, other)).toBe(0.5);
	});

	it('of another kind is refused', () => {
		const bytes = png(1, 200, 'left');
		bytes[8 + 8 + 9] = 3;
		expect(() => readGrayPicture(bytes)).toThrow('another kind');
	});
});
