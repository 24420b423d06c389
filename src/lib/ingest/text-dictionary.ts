const FIRST_SIZE = 1 << 12;
/** A letter that joins the one before it may do so across the end of a cell, and has no place at its start. */
const JOINING = /^\p{M}/u;
const NO_LETTERS = /[\u0080-\u009f\ufffe\uffff]/;

/** The different texts among stretches of bytes in UTF-8, each with its place in the order of first appearance. */
export class TextDictionary {
	readonly #bytes: Uint8Array;
	/** Where each text begins and ends, two numbers a text. */
	#stretches = new Int32Array(256);
	#hashes = new Int32Array(128);
	#count = 0;
	/** By hash, open addressing: the place + 1, 0 where free. */
	#slots = new Int32Array(FIRST_SIZE);
	/** Texts mostly come again soon: the one that was asked for last. */
	#last = -1;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	/** The place of the text that stands there; it is taken in where it is new. */
	placeOf(begin: number, end: number): number {
		if (this.#last >= 0 && this.#isAt(this.#last, begin, end)) return this.#last;
		let hash = 0x811c9dc5;
		for (let at = begin; at < end; at += 1)
			hash = Math.imul(hash ^ (this.#bytes[at] ?? 0), 0x01000193);
		hash ^= hash >>> 15;
		const mask = this.#slots.length - 1;
		let slot = hash & mask;
		for (let taken = this.#slots[slot] ?? 0; taken > 0; taken = this.#slots[slot] ?? 0) {
			const place = taken - 1;
			if (this.#hashes[place] === hash && this.#isAt(place, begin, end)) {
				this.#last = place;
				return place;
			}
			slot = (slot + 1) & mask;
		}
		this.#slots[slot] = this.#count + 1;
		this.#last = this.#take(hash, begin, end);
		return this.#last;
	}

	/** All texts in order; `undefined` where one is no clean text in NFC. */
	texts(): string[] | undefined {
		const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
		const texts: string[] = [];
		for (let place = 0; place < this.#count; place += 1) {
			const [begin, end] = [this.#stretches[place * 2], this.#stretches[place * 2 + 1]];
			const text = decoded(decoder, this.#bytes.subarray(begin, end));
			if (text === undefined || JOINING.test(text) || NO_LETTERS.test(text)) return undefined;
			if (text.normalize('NFC') !== text) return undefined;
			texts.push(text);
		}
		return texts;
	}

	#isAt(place: number, begin: number, end: number): boolean {
		const start = this.#stretches[place * 2] ?? 0;
		const length = end - begin;
		if ((this.#stretches[place * 2 + 1] ?? 0) - start !== length) return false;
		for (let at = 0; at < length; at += 1) {
			if (this.#bytes[start + at] !== this.#bytes[begin + at]) return false;
		}
		return true;
	}

	#take(hash: number, begin: number, end: number): number {
		const place = this.#count;
		this.#count += 1;
		if (place >= this.#hashes.length) {
			this.#hashes = grown(this.#hashes);
			this.#stretches = grown(this.#stretches);
		}
		this.#hashes[place] = hash;
		this.#stretches[place * 2] = begin;
		this.#stretches[place * 2 + 1] = end;
		if (this.#count * 2 > this.#slots.length) this.#spread();
		return place;
	}

	#spread(): void {
		const slots = new Int32Array(this.#slots.length * 4);
		const mask = slots.length - 1;
		for (let place = 0; place < this.#count; place += 1) {
			let slot = (this.#hashes[place] ?? 0) & mask;
			while (slots[slot] !== 0) slot = (slot + 1) & mask;
			slots[slot] = place + 1;
		}
		this.#slots = slots;
	}
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
	const more = new Int32Array(numbers.length * 2);
	more.set(numbers);
	return more;
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
	try {
		return decoder.decode(bytes);
	} catch (cause) {
		if (cause instanceof TypeError) return undefined;
		throw cause;
	}
}
