/** A query that the analyst keeps under a name. */
export interface SavedQuery {
	id: string;
	name: string;
	text: string;
}

/** A query that was run, the newest first. */
export interface PastQuery {
	text: string;
	/** When, ISO 8601 in UTC. */
	at: string;
	/** How many rows it gave; absent where it gave none to count. */
	rows?: number;
}

/** The queries that are kept on this device. */
export interface Shelf {
	saved: readonly SavedQuery[];
	past: readonly PastQuery[];
}

const KEY = 'thuocdo.queries';
const MOST_PAST = 40;
/** Longer texts are run, and not kept. */
const LONGEST = 20_000;

/** The shelf as the device keeps it; what is no shelf counts as an empty one. */
export function readShelf(storage: Pick<Storage, 'getItem'>): Shelf {
	const kept = parsed(storage.getItem(KEY));
	const { saved, past } = (kept ?? {}) as { saved?: unknown; past?: unknown };
	return {
		saved: Array.isArray(saved) ? saved.filter(isSaved) : [],
		past: Array.isArray(past) ? past.filter(isPast) : []
	};
}

/** Keeps the shelf. */
export function writeShelf(storage: Pick<Storage, 'setItem'>, shelf: Shelf): void {
	storage.setItem(KEY, JSON.stringify(shelf));
}

/** The shelf with a query that was run first among those of the past; the same text stands there once. */
export function withPast(shelf: Shelf, query: PastQuery): Shelf {
	if (query.text.length > LONGEST) return shelf;
	const others = shelf.past.filter(({ text }) => text !== query.text);
	return { ...shelf, past: [query, ...others].slice(0, MOST_PAST) };
}

/** The shelf with a query under its name; one of that name gives way to it. */
export function withSaved(shelf: Shelf, query: SavedQuery): Shelf {
	const isSame = ({ id, name }: SavedQuery): boolean => id === query.id || name === query.name;
	const at = shelf.saved.findIndex(isSame);
	const others = shelf.saved.filter((saved) => !isSame(saved));
	return { ...shelf, saved: others.toSpliced(at < 0 ? others.length : at, 0, query) };
}

/** The shelf without a query. */
export function withoutSaved(shelf: Shelf, id: string): Shelf {
	return { ...shelf, saved: shelf.saved.filter((saved) => saved.id !== id) };
}

function parsed(text: string | null): unknown {
	if (text === null) return undefined;
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

function isSaved(value: unknown): value is SavedQuery {
	const { id, name, text } = (value ?? {}) as Record<string, unknown>;
	return [id, name, text].every((each) => typeof each === 'string');
}

function isPast(value: unknown): value is PastQuery {
	const { text, at, rows } = (value ?? {}) as Record<string, unknown>;
	return (
		typeof text === 'string' &&
		typeof at === 'string' &&
		(rows === undefined || typeof rows === 'number')
	);
}
