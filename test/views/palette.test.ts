import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Status } from '#lib/assess/assessment.ts';
import { paperColours, statusColours, type Tone } from '#lib/views/palette.ts';
import { STATUS_ORDER } from '#lib/views/status-look.ts';

const TONES: Tone[] = ['light', 'dark', 'contrast'];
/** What stands on white in black has more than the others need: graphic, words, plain text. */
const LEAST: Record<Tone, { graphic: number; words: number }> = {
	light: { graphic: 3, words: 4.5 },
	dark: { graphic: 3, words: 4.5 },
	contrast: { graphic: 4.5, words: 7 }
};
const css = readFileSync(new URL('../../src/tokens.css', import.meta.url), 'utf8');
const inCss = (name: string): Record<Tone, string | undefined> => {
	const [, light, dark] =
		new RegExp(`\\t--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\);`).exec(css) ?? [];
	const [, contrast] = new RegExp(`\\t--${name}: (#\\w{6});`).exec(css) ?? [];
	return { light, dark, contrast };
};

type Rgb = [number, number, number];

const channels = (hex: string): Rgb =>
	[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as Rgb;
const linear = (channel: number): number =>
	channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

function luminance(hex: string): number {
	const [r, g, b] = channels(hex).map(linear) as Rgb;
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
	const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
	return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
const BLINDNESS: Record<string, number[][]> = {
	none: [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1]
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998]
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881]
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039]
	]
};

function seenAs(hex: string, matrix: number[][]): Rgb {
	const rgb = channels(hex).map(linear);
	return matrix.map((row) =>
		Math.min(
			1,
			Math.max(
				0,
				row.reduce((sum, part, at) => sum + part * rgb[at]!, 0)
			)
		)
	) as Rgb;
}

/** CIE L*a*b* of linear sRGB under D65. */
function lab([r, g, b]: Rgb): Rgb {
	const curve = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (t * 841) / 108 + 4 / 29);
	const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
	const y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b);
	const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function difference(a: string, b: string, matrix: number[][]): number {
	const [one, other] = [lab(seenAs(a, matrix)), lab(seenAs(b, matrix))];
	return Math.hypot(...one.map((part, at) => part - other[at]!));
}

describe.each(TONES)('the %s palette', (tone) => {
	const { card, paper, ink, inkSoft, accent } = paperColours(tone);

	it.each(STATUS_ORDER)('shows %s clearly', (status) => {
		const colours = statusColours(status, tone);
		expect(contrast(colours.graphic, card)).toBeGreaterThanOrEqual(LEAST[tone].graphic);
		expect(contrast(colours.word, card)).toBeGreaterThanOrEqual(LEAST[tone].words);
		expect(contrast(colours.word, colours.tint)).toBeGreaterThanOrEqual(LEAST[tone].words);
		expect(contrast(colours.graphic, colours.tint)).toBeGreaterThanOrEqual(2.5);
	});

	it('keeps text legible on card and paper', () => {
		for (const text of [ink, inkSoft, accent])
			for (const ground of [card, paper])
				expect(contrast(text, ground)).toBeGreaterThanOrEqual(LEAST[tone].words);
	});

	it.each(Object.keys(BLINDNESS))('tells verdicts apart with colour blindness: %s', (kind) => {
		const verdicts: Status[] = ['met', 'not-met', 'undecided'];
		for (const [at, one] of verdicts.entries())
			for (const other of verdicts.slice(at + 1)) {
				const [a, b] = [statusColours(one, tone).graphic, statusColours(other, tone).graphic];
				expect(difference(a, b, BLINDNESS[kind]!), `${one} and ${other}`).toBeGreaterThan(20);
			}
	});

	it.each(Object.keys(BLINDNESS))('tells failing from passing the band: %s', (kind) => {
		const [a, b] = (['not-met', 'above-band'] as const).map(
			(status) => statusColours(status, tone).graphic
		) as [string, string];
		expect(difference(a, b, BLINDNESS[kind]!)).toBeGreaterThan(11);
	});

	it.each(STATUS_ORDER)('stands in tokens.css: %s', (status) => {
		expect({
			graphic: inCss(status)[tone],
			word: inCss(`${status}-word`)[tone],
			tint: inCss(`${status}-tint`)[tone]
		}).toEqual(statusColours(status, tone));
	});

	it('has its paper colours in tokens.css', () => {
		const { inkSoft: soft, ...others } = paperColours(tone);
		expect(inCss('ink-soft')[tone]).toBe(soft);
		for (const [name, colour] of Object.entries(others)) expect(inCss(name)[tone]).toBe(colour);
	});
});
