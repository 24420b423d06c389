import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
	type ContentTypes,
	readContentTypes,
	typeOf,
	writeContentTypes
} from './office-content-kinds.ts';
import {
	ownerOf,
	readRelationships,
	type Relationship,
	relationshipPart,
	writeRelationships
} from './office-relationships.ts';

/** A part that is added to a package; text is written as UTF-8. */
export interface OfficePart {
	/** Its path in the archive, without a slash before it: `word/charts/chart1.xml`. */
	path: string;
	content: string | Uint8Array;
	contentType: string;
}

const CONTENT_TYPES = '[Content_Types].xml';
const MOST_BYTES = 200_000_000;
/** Compressed once already, or small: packing them again costs time alone. */
const STORED = /\.(xlsx|docx|pptx|png|jpe?g|gif)$/i;

/**
 * The parts of an Office file (Open Packaging Conventions, ECMA-376 part 2) with their content types and relationships:
 * opened or begun, changed, and saved. Paths are those in the archive, without a slash before them.
 */
export class OfficePackage {
	readonly #parts = new Map<string, Uint8Array>();
	readonly #relationships = new Map<string, Relationship[]>();
	#types: ContentTypes = { byExtension: new Map(), byPath: new Map() };

	/** The package in the bytes; `undefined` where they are no Office file, are damaged, or unpack to over 200 MB. */
	static open(bytes: Uint8Array): OfficePackage | undefined {
		const files = unpacked(bytes);
		const types = files?.[CONTENT_TYPES];
		if (!files || !types) return undefined;
		const opened = new OfficePackage();
		opened.#types = readContentTypes(strFromU8(types));
		for (const [path, content] of Object.entries(files)) {
			const owner = ownerOf(path);
			if (owner !== undefined)
				opened.#relationships.set(owner, readRelationships(strFromU8(content)));
			else if (path !== CONTENT_TYPES && !path.endsWith('/')) opened.#parts.set(path, content);
		}
		return opened;
	}

	/** The paths of its parts in their order, without relationships and content types. */
	paths(): string[] {
		return [...this.#parts.keys()];
	}

	/** True where it has that part. */
	has(path: string): boolean {
		return this.#parts.has(path);
	}

	/** The bytes of a part; throws where it has none of that path. */
	bytes(path: string): Uint8Array {
		const content = this.#parts.get(path);
		if (!content) throw new Error(`The package has no part "${path}".`);
		return content;
	}

	/** The text of a part; throws where it has none of that path. */
	text(path: string): string {
		return strFromU8(this.bytes(path)).replace(/^\uFEFF/, '');
	}

	/** The content type of a part; `undefined` where none is declared. */
	contentType(path: string): string | undefined {
		return typeOf(this.#types, path);
	}

	/** Puts a part into it, in the place of one that has its path. */
	add({ path, content, contentType }: OfficePart): void {
		this.#parts.set(path, typeof content === 'string' ? strToU8(content) : content);
		if (this.contentType(path) !== contentType) this.#types.byPath.set(path, contentType);
	}

	/** Gives a part that it has other text. */
	replace(path: string, content: string): void {
		this.bytes(path);
		this.#parts.set(path, strToU8(content));
	}

	/** Takes a part out with its own relationships; those that lead to it stay until `unrelate`. */
	remove(path: string): void {
		this.#parts.delete(path);
		this.#relationships.delete(path);
		this.#types.byPath.delete(path);
	}

	/** The first path that no part has yet: `chart1.xml`, `chart2.xml` … for `pathOf(1)`, `pathOf(2)` …. */
	freePath(pathOf: (number: number) => string): string {
		let number = 1;
		while (this.#parts.has(pathOf(number))) number++;
		return pathOf(number);
	}

	/** What a part leads to; of the package itself for an empty path. */
	relationships(owner: string): readonly Relationship[] {
		return this.#relationships.get(owner) ?? [];
	}

	/** Lets a part (the package for an empty path) lead to another, by its path or, where external, its address: the new id. */
	relate(owner: string, to: Omit<Relationship, 'id' | 'target'> & { target: string }): string {
		const held = this.#relationships.get(owner) ?? [];
		const ids = new Set(held.map(({ id }) => id));
		let number = held.length + 1;
		while (ids.has(`rId${number}`)) number++;
		const id = `rId${number}`;
		const target = to.isExternal ? to.target : relativePath(owner, to.target);
		this.#relationships.set(owner, [...held, { ...to, id, target }]);
		return id;
	}

	/** Takes a relationship away. */
	unrelate(owner: string, id: string): void {
		const held = this.#relationships.get(owner) ?? [];
		this.#relationships.set(
			owner,
			held.filter((each) => each.id !== id)
		);
	}

	/** The path of the part that a relationship leads to; `undefined` where there is none such, or it leads outside. */
	follow(owner: string, id: string): string | undefined {
		const found = this.relationships(owner).find((each) => each.id === id);
		return found && !found.isExternal ? absolutePath(owner, found.target) : undefined;
	}

	/** The path of the first part that the owner leads to by that type, told by the end of its address: `/officeDocument`. */
	followType(owner: string, ending: string): string | undefined {
		const found = this.relationships(owner).find(({ type }) => type.endsWith(ending));
		return found && this.follow(owner, found.id);
	}

	/** Its bytes, every file in it dated `at` in UTC: the same parts at the same time give the same bytes. */
	save(at: Date): Uint8Array {
		const files: [string, Uint8Array][] = [
			[CONTENT_TYPES, strToU8(writeContentTypes(this.#types))],
			...this.#relationshipFiles(''),
			...[...this.#parts].flatMap(([path, content]) => [
				[path, content] as [string, Uint8Array],
				...this.#relationshipFiles(path)
			])
		];
		const mtime = inDosTime(at);
		return zipSync(
			Object.fromEntries(
				files.map(([path, content]) => [
					path,
					[content, { level: STORED.test(path) ? 0 : 6, mtime }]
				])
			)
		);
	}

	#relationshipFiles(owner: string): [string, Uint8Array][] {
		const held = this.relationships(owner);
		if (held.length === 0) return [];
		return [[relationshipPart(owner), strToU8(writeRelationships(held))]];
	}
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
	let size = 0;
	try {
		const files = unzipSync(bytes, {
			filter: ({ originalSize }) => {
				size += originalSize;
				return size <= MOST_BYTES;
			}
		});
		return size <= MOST_BYTES ? files : undefined;
	} catch {
		// Whatever is wrong with an archive, it is no Office file that could be read.
		return undefined;
	}
}

/** Zip files hold local time: that of UTC is written, wherever this runs; they know none before 1980. */
function inDosTime(at: Date): Date {
	const year = Math.max(1980, at.getUTCFullYear());
	const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()] as const;
	return new Date(year, at.getUTCMonth(), at.getUTCDate(), ...time);
}

function relativePath(owner: string, target: string): string {
	const from = owner.split('/').slice(0, -1);
	const to = target.split('/');
	let shared = 0;
	while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
	return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

function absolutePath(owner: string, target: string): string {
	if (target.startsWith('/')) return target.slice(1);
	const path: string[] = owner.split('/').slice(0, -1);
	for (const step of target.split('/')) {
		if (step === '..') path.pop();
		else if (step !== '.') path.push(step);
	}
	return path.join('/');
}
