const ROUNDS = 64;

/** The first 32 bits of the fractional parts of a root of the first primes, as FIPS 180-4 defines the constants. */
function rootsOfPrimes(count: number, root: (prime: number) => number): Uint32Array {
	const primes: number[] = [];
	for (let number = 2; primes.length < count; number += 1) {
		if (primes.every((prime) => number % prime !== 0)) primes.push(number);
	}
	return Uint32Array.from(primes, (prime) => Math.floor((root(prime) % 1) * 2 ** 32));
}

const CONSTANTS = rootsOfPrimes(ROUNDS, Math.cbrt);
const START = rootsOfPrimes(8, Math.sqrt);

/** The SHA-256 of the bytes (FIPS 180-4), for pages over plain http, where browsers give no cryptography. */
export function sha256InScript(bytes: Uint8Array): Uint8Array {
	const padded = padding(bytes);
	const view = new DataView(padded.buffer);
	const state = START.slice();
	const words = new Uint32Array(ROUNDS);
	for (let at = 0; at < padded.length; at += 64) {
		for (let i = 0; i < 16; i += 1) words[i] = view.getUint32(at + i * 4);
		extend(words);
		compress(state, words);
	}
	const digest = new DataView(new ArrayBuffer(32));
	for (const [place, word] of state.entries()) digest.setUint32(place * 4, word);
	return new Uint8Array(digest.buffer);
}

/** The bytes, a bit, and their length in bits as the last eight bytes of a whole number of blocks. */
function padding(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
	padded.set(bytes);
	padded[bytes.length] = 0x80;
	new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
	return padded;
}

function turned(word: number, by: number): number {
	return (word >>> by) | (word << (32 - by));
}

function extend(words: Uint32Array): void {
	const at = (place: number): number => words[place] ?? 0;
	for (let i = 16; i < ROUNDS; i += 1) {
		const [near, far] = [at(i - 2), at(i - 15)];
		const a = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
		const b = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
		words.set([at(i - 16) + a + at(i - 7) + b], i);
	}
}

function compress(state: Uint32Array, words: Uint32Array): void {
	let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
	for (let i = 0; i < ROUNDS; i += 1) {
		const choice = (e & f) ^ (~e & g);
		const sum = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
		const one = (h + sum + choice + (CONSTANTS[i] ?? 0) + (words[i] ?? 0)) | 0;
		const majority = (a & b) ^ (a & c) ^ (b & c);
		const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0;
		[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
	}
	for (const [place, word] of [a, b, c, d, e, f, g, h].entries()) {
		state.set([(state[place] ?? 0) + word], place);
	}
}
