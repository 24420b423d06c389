/**
 * A table of a FlatBuffer, read by the numbers of its fields (https://flatbuffers.dev/internals): a field that the writer
 * left out holds its default. Reading past the bytes throws a RangeError.
 */
export class FlatTable {
	readonly #view: DataView;
	readonly #start: number;

	/** @param start where the table begins in the bytes of the view */
	constructor(view: DataView, start: number) {
		this.#view = view;
		this.#start = start;
	}

	/** The table that the bytes hold. */
	static root(bytes: Uint8Array): FlatTable {
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		return new FlatTable(view, view.getInt32(0, true));
	}

	/** A whole number of that many bytes; 0 where it is left out. Throws where it is beyond exact numbers. */
	number(field: number, bytes: 1 | 2 | 4 | 8): number {
		const place = this.#placeOf(field);
		return place === undefined ? 0 : numberAt(this.#view, place, bytes);
	}

	/** The text; empty where it is left out. */
	text(field: number): string {
		const place = this.#pointedTo(field);
		if (place === undefined) return '';
		const { buffer, byteOffset } = this.#view;
		const length = this.#view.getUint32(place, true);
		return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
			new Uint8Array(buffer, byteOffset + place + 4, length)
		);
	}

	/** The table that stands in the field; `undefined` where it is left out. */
	table(field: number): FlatTable | undefined {
		const place = this.#pointedTo(field);
		return place === undefined ? undefined : new FlatTable(this.#view, place);
	}

	/** The tables of a list. */
	tables(field: number): FlatTable[] {
		return this.#items(field, 4, (place) => {
			return new FlatTable(this.#view, place + this.#view.getUint32(place, true));
		});
	}

	/** A list of pairs of 64-bit numbers. */
	pairs(field: number): [number, number][] {
		return this.#items(field, 16, (place) => [
			numberAt(this.#view, place, 8),
			numberAt(this.#view, place + 8, 8)
		]);
	}

	#items<T>(field: number, size: number, itemAt: (place: number) => T): T[] {
		const place = this.#pointedTo(field);
		if (place === undefined) return [];
		const items: T[] = [];
		const end = place + 4 + this.#view.getUint32(place, true) * size;
		for (let at = place + 4; at < end; at += size) items.push(itemAt(at));
		return items;
	}

	#pointedTo(field: number): number | undefined {
		const place = this.#placeOf(field);
		return place === undefined ? undefined : place + this.#view.getUint32(place, true);
	}

	#placeOf(field: number): number | undefined {
		const names = this.#start - this.#view.getInt32(this.#start, true);
		const at = 4 + field * 2;
		if (at >= this.#view.getUint16(names, true)) return undefined;
		const offset = this.#view.getUint16(names + at, true);
		return offset === 0 ? undefined : this.#start + offset;
	}
}

function numberAt(view: DataView, place: number, bytes: 1 | 2 | 4 | 8): number {
	if (bytes === 1) return view.getUint8(place);
	if (bytes === 2) return view.getInt16(place, true);
	if (bytes === 4) return view.getInt32(place, true);
	const number = Number(view.getBigInt64(place, true));
	if (!Number.isSafeInteger(number)) throw new RangeError(`${number} is too large`);
	return number;
}
