import { type Int32Column, type TextColumn } from '#lib/engine/columns.ts';

/** Names with the places under which they go in the engine, in the order in which they first came. */
export class Places {
	readonly #places: Map<string, number>;

	constructor(names: readonly string[] = []) {
		this.#places = new Map(names.map((name, place) => [name, place]));
	}

	/** All names, each at its place. */
	get names(): string[] {
		return [...this.#places.keys()];
	}

	/** The place of a name; a new one where it has none. */
	placeOf(name: string): number {
		const place = this.#places.get(name) ?? this.#places.size;
		this.#places.set(name, place);
		return place;
	}

	/** The texts of a column by their places; a row without text has none. */
	numbered({ dictionary, codes }: TextColumn): Int32Column {
		const places = dictionary.map((name) => this.placeOf(name));
		const values = codes.map((code) => places[code] ?? 0);
		if (!codes.includes(-1)) return { type: 'int32', values };
		return { type: 'int32', values, absent: Uint8Array.from(codes, (code) => (code < 0 ? 1 : 0)) };
	}
}
