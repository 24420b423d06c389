import { isStoredFile, type StoredFile } from './edition.ts';
import { count, listOf, optional, record, text, textLike } from './shape.ts';

/** Something that was done to the workspace or taken out of it. */
export interface LogEntry {
	/** When, ISO 8601 in UTC. */
	at: string;
	/**
	 * `submitted`, `undone`, `healed`, `organisation-saved`, `organisation-undone`, `catalogue-saved`, `catalogue-undone`,
	 * `layouts-changed`, `templates-changed`, `reports-changed`, `cleared`, `restored`, `backed-up`, `exported`; newer
	 * versions may write others.
	 */
	what: string;
	/** The first names of files, or of reports, that it was about. */
	names: readonly string[];
	/** How many there were of them in all. */
	count: number;
	/** How many figures were in them, where it was about figures. */
	figures?: number;
}

/** What a log entry says, its time left to the store. */
export type Note = Omit<LogEntry, 'at'>;

/** A run of older entries, kept as a content of its own. */
export interface LogChapter {
	file: StoredFile;
	/** How many entries it holds. */
	entries: number;
}

/** The log as the manifest keeps it. */
export interface Log {
	/** The oldest first. */
	chapters: readonly LogChapter[];
	/** The newest entries, the last one last. */
	recent: readonly LogEntry[];
	/** How many entries were let go of to keep the log small. */
	dropped: number;
}

/** Every entry that can be read, the oldest first. */
export interface WholeLog {
	entries: readonly LogEntry[];
	/** How many were let go of to keep the log small. */
	dropped: number;
	/** How many lay in chapters that are damaged. */
	lost: number;
}

const ENTRIES_IN_CHAPTER = 100;
const MOST_CHAPTERS = 30;
const MOST_NAMES = 20;

const isLogEntry = record<LogEntry>({
	at: textLike(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
	what: text,
	names: listOf(text),
	count,
	figures: optional(count)
});

/** Whether a value read from disk is a log. */
export const isLog = record<Log>({
	chapters: listOf(record<LogChapter>({ file: isStoredFile, entries: count })),
	recent: listOf(isLogEntry),
	dropped: count
});

/** The log with one more entry; a full run of entries is put away by `keep`, and the oldest run is let go of. */
export async function withEntry(
	log: Log = { chapters: [], recent: [], dropped: 0 },
	entry: LogEntry,
	keep: (bytes: Uint8Array) => Promise<StoredFile>
): Promise<Log> {
	const recent = [...log.recent, { ...entry, names: entry.names.slice(0, MOST_NAMES) }];
	if (recent.length < ENTRIES_IN_CHAPTER) return { ...log, recent };
	const file = await keep(new TextEncoder().encode(JSON.stringify(recent)));
	const chapters = [...log.chapters, { file, entries: recent.length }];
	const gone = chapters.slice(0, -MOST_CHAPTERS);
	const dropped = log.dropped + sumOf(gone);
	return { chapters: chapters.slice(-MOST_CHAPTERS), recent: [], dropped };
}

/** The whole log; `read` gives the bytes of a chapter, `undefined` where they are damaged or lost. */
export async function readLog(
	{ chapters, recent, dropped }: Log,
	read: (file: StoredFile) => Promise<Uint8Array | undefined>
): Promise<WholeLog> {
	const entries: LogEntry[] = [];
	const lost: LogChapter[] = [];
	for (const chapter of chapters) {
		const found = entriesIn(await read(chapter.file));
		if (found) entries.push(...found);
		else lost.push(chapter);
	}
	return { entries: [...entries, ...recent], dropped, lost: sumOf(lost) };
}

function entriesIn(bytes: Uint8Array | undefined): LogEntry[] | undefined {
	const entries: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes));
	return Array.isArray(entries) && entries.every(isLogEntry) ? entries : undefined;
}

function sumOf(chapters: readonly LogChapter[]): number {
	return chapters.reduce((sum, { entries }) => sum + entries, 0);
}
