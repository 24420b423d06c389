import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { printSize } from './print-size.ts';

/** Below this many bytes, or this share of the whole, little room is left. */
const LITTLE = { bytes: 50_000_000, share: 0.1 };
/** A backup is due after so many submissions, or after so many days where there is any since. */
const DUE = { submissions: 5, days: 30 };
const DAY = 86_400_000;

/** What the last backup does not hold. */
export interface BackupFacts {
	backup?: { at: string; sequence: number };
	/** The submissions in force that a backup is for. */
	submissions: readonly { sequence: number; at: string }[];
	/** Now, in milliseconds. */
	now: number;
}

/** What the page says of the last backup. */
export interface BackupWords {
	text: string;
	/** True where one should be made now. */
	isDue: boolean;
}

/** True where the browser will soon refuse to keep more. */
export function isRoomLittle({ used, quota }: { used: number; quota: number }): boolean {
	return quota - used < Math.max(LITTLE.bytes, quota * LITTLE.share);
}

/** How much is used and how much is left, in words. */
export function roomWords(
	{ used, quota }: { used: number; quota: number },
	language: Language
): string {
	const size = (bytes: number): string => printSize(bytes, language);
	return say(language, 'storage.room', {
		used: size(used),
		free: size(Math.max(0, quota - used)),
		quota: size(quota)
	});
}

/** When the last backup was made and what has come since; `undefined` where there is nothing to back up. */
export function backupWords(
	{ backup, submissions, now }: BackupFacts,
	language: Language
): BackupWords | undefined {
	const since = submissions.filter(({ sequence }) => sequence > (backup?.sequence ?? 0));
	if (submissions.length === 0) return undefined;
	const oldest = Math.min(...since.map(({ at }) => Date.parse(at)));
	const days = Math.floor((now - (backup ? Date.parse(backup.at) : oldest)) / DAY);
	const isDue = since.length >= DUE.submissions || (since.length > 0 && days >= DUE.days);
	if (!backup) return { text: say(language, 'storage.no-backup', { count: since.length }), isDue };
	const key = since.length === 0 ? 'storage.backup-whole' : 'storage.backup-since';
	return { text: say(language, key, { days: Math.max(0, days), count: since.length }), isDue };
}
