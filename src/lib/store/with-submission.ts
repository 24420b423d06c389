import type { StoredFile } from './edition.ts';
import type { Manifest } from './manifest.ts';
import { type Addition, isSameTable } from './submission.ts';

/** The manifest with the submission added; as it was where the same entries of the same table are in force already. */
export function withSubmission(
	manifest: Manifest,
	addition: Addition,
	{ at, stored }: { at: string; stored: StoredFile }
): Manifest {
	const table = { ...addition, contentSha256: stored.sha256 };
	if (manifest.submissions.some((submission) => isSameTable(submission, table))) return manifest;
	const sequence = manifest.sequence + 1;
	const id = `${String(sequence).padStart(6, '0')}-${addition.sha256.slice(0, 8)}`;
	const place = { content: stored.content, contentSha256: stored.sha256 };
	const submission = { ...addition, id, sequence, at, ...place };
	return { ...manifest, sequence, submissions: [...manifest.submissions, submission] };
}
