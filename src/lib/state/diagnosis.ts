import { version } from '$app/environment';
import type { DiagnosisFacts } from '#lib/views/diagnosis.ts';
import type { StorageRoom } from './storage-room.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What is to be told of the running app where somebody is asked for help: no name, no figure. */
export function diagnose(workspace: Workspace, storage: StorageRoom): DiagnosisFacts {
	const { submissions, damaged, ground } = workspace;
	const { manifest } = ground ?? {};
	const { chapters = [], recent = [] } = manifest?.log ?? {};
	return {
		version,
		browser: navigator.userAgent,
		language: navigator.language,
		at: new Date().toISOString(),
		phase: workspace.phase,
		isKept: workspace.isKept,
		isPersistent: storage.isPersistent,
		used: storage.room?.used,
		quota: storage.room?.quota,
		format: manifest?.format,
		sequence: manifest?.sequence,
		submissions: submissions.length,
		damaged: damaged.length,
		figures: submissions.reduce((sum, { figures }) => sum + figures, 0),
		periods: new Set(submissions.flatMap(({ periods }) => periods)).size,
		units: workspace.tree.units.length,
		organisations: workspace.organisationEditions.length,
		catalogues: workspace.catalogueEditions.length,
		logged: chapters.reduce((sum, { entries }) => sum + entries, recent.length),
		backupAt: manifest?.backup?.at,
		problems: workspace.problemCodes
	};
}
