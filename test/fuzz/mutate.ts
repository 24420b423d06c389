import fc from 'fast-check';

/** One change of an input: places and lengths as shares of 65 536. */
interface Mutation {
	kind: (typeof KINDS)[number];
	at: number;
	size: number;
	value: number;
}

/** A seed by its number, and what is done to it, in order. */
export interface Recipe {
	seed: number;
	mutations: Mutation[];
}

const KINDS = [
	...(['flip', 'flip', 'set', 'cut', 'drop', 'repeat'] as const),
	...(['token', 'token', 'replace', 'number', 'splice'] as const)
];
const WHOLE = 65_536;
const LONGEST = 20_000;

const text = (each: string): Uint8Array => new TextEncoder().encode(each);

/** What has broken readers before. */
const TOKENS = [
	...['\u0000', '\ufeff', '\u202e', '\u200b', '\u2066', '\u0301'.repeat(300), '💩', 'Đơn vị', 'é'],
	...['__proto__', 'constructor', 'toString', 'prototype', 'hasOwnProperty', 'null', 'undefined'],
	...["=cmd|'/c calc'!A1", '<script>alert(1)</script>', '<img src=x onerror=alert(1)>'],
	...["'; DROP TABLE facts;--", '"', "'", '""', ',', ';', '\t', '\n', '\r', '\r\n', '|', '\\'],
	...['1e308', '-0', '9'.repeat(40), '0.1', '1.234,5', '-', '+', '%', '12%', 'x', '#REF!', '#N/A'],
	...['31/02/2024', '2024-Q5', '2024-Q4', '9999-12-31', '0000-00-00', '2024-13-01', '1900'],
	...['NaN', 'Infinity', '0x1F', 'true', '{}', '[]', '{"a":', '['.repeat(3000), '}', ']', ':'],
	...['&lol;', '&#x10ffff;', '&#xd800;', '<!DOCTYPE a [<!ENTITY b "c">]>', '<![CDATA[', ']]>'],
	...['<!--', '-->', '</', '/>', '<c r="XFD1048576">', '<row r="1048576">', '<v>', '<t>', '<si>'],
	...[' repeated="1000000"', 't="s"', 't="e"', 's="999999"', '../../', '%00', '%', '&', '=', '?'],
	...['A'.repeat(5000), '('.repeat(2000), ' '.repeat(5000), ','.repeat(3000), '\n'.repeat(3000)]
].map(text);
/** What is no text. */
const BYTES = [
	[0xed, 0xa0, 0x80],
	[0xff, 0xfe],
	[0xfe, 0xff],
	[0xc0, 0x80],
	[0x50, 0x4b, 3, 4],
	[0x50, 0x4b, 5, 6],
	[0x50, 0x41, 0x52, 0x31],
	[0xd0, 0xcf, 0x11, 0xe0]
].map((bytes) => Uint8Array.from(bytes));
const NUMBERS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];
const ALL_TOKENS = [...TOKENS, ...BYTES];

const share = fc.integer({ min: 0, max: WHOLE - 1 });
const mutation = fc.record({
	kind: fc.constantFrom(...KINDS),
	at: share,
	size: share,
	value: share
});

/** Recipes for inputs out of so many seeds. */
export function recipes(seeds: number): fc.Arbitrary<Recipe> {
	return fc.record({
		seed: fc.integer({ min: 0, max: seeds - 1 }),
		mutations: fc.array(mutation, { minLength: 1, maxLength: 6 })
	});
}

/** The input that comes of a recipe; no longer than 20 000 bytes, so that what takes long is not merely large. */
export function cook({ seed, mutations }: Recipe, seeds: readonly Uint8Array[]): Uint8Array {
	const first = seeds[seed] ?? new Uint8Array();
	return mutations.reduce((bytes, each) => mutated(bytes, each, seeds).slice(0, LONGEST), first);
}

function mutated(
	bytes: Uint8Array,
	{ kind, at: share, size, value }: Mutation,
	seeds: readonly Uint8Array[]
): Uint8Array {
	const at = Math.floor((share / WHOLE) * (bytes.length + 1));
	// Most changes are small, some reach far.
	const length = Math.ceil((bytes.length - at) * (size / WHOLE) ** 4 + 1);
	const before = bytes.subarray(0, at);
	switch (kind) {
		case 'flip':
			return changed(bytes, at, (byte) => byte ^ (1 << (value % 8)));
		case 'set':
			return changed(bytes, at, () => value % 256);
		case 'cut':
			return size % 4 === 0 ? before : bytes.subarray(0, Math.max(0, bytes.length - (value % 64)));
		case 'drop':
			return joined(before, bytes.subarray(at + length));
		case 'repeat':
			return joined(bytes.subarray(0, at + length), bytes.subarray(at));
		case 'token':
			return joined(before, tokenOf(value), bytes.subarray(at));
		case 'replace':
			return joined(before, tokenOf(value), bytes.subarray(at + length));
		case 'number':
			return withNumber(bytes, at, value);
		case 'splice': {
			const other = seeds[value % seeds.length] ?? bytes;
			return joined(before, other.subarray(Math.floor((size / WHOLE) * other.length)));
		}
	}
}

function tokenOf(value: number): Uint8Array {
	return ALL_TOKENS[value % ALL_TOKENS.length] ?? new Uint8Array();
}

function changed(bytes: Uint8Array, at: number, change: (byte: number) => number): Uint8Array {
	return bytes.map((byte, place) => (place === at ? change(byte) : byte));
}

function withNumber(bytes: Uint8Array, at: number, value: number): Uint8Array {
	if (at + 4 > bytes.length) return bytes;
	const copy = bytes.slice();
	const view = new DataView(copy.buffer);
	const number = NUMBERS[value % NUMBERS.length] ?? 0;
	if (value % 2 === 0) view.setUint32(at, number, true);
	else view.setUint16(at, number % 65_536, true);
	return copy;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	parts.reduce((at, part) => {
		bytes.set(part, at);
		return at + part.length;
	}, 0);
	return bytes;
}
