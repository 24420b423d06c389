import { createContext } from 'svelte';
import { CatalogueEditing } from './catalogue-editing.svelte.ts';
import { Confirmation } from './confirmation.svelte.ts';
import { Importing } from './importing.svelte.ts';
import { OrganisationEditing } from './organisation-editing.svelte.ts';
import { Packing } from './packing.svelte.ts';
import { ReportDesk } from './report-desk.svelte.ts';
import { Reporting } from './reporting.svelte.ts';
import { SiteUpdates } from './site-updates.svelte.ts';
import { Shortcuts } from './shortcuts.svelte.ts';
import { StorageRoom } from './storage-room.svelte.ts';
import { TargetList } from './target-list.svelte.ts';
import { Theme } from './theme.svelte.ts';
import { View } from './view.svelte.ts';
import { Workspace } from './workspace.svelte.ts';

/** The running app: the only things in it that change. */
export interface App {
	workspace: Workspace;
	view: View;
	importing: Importing;
	organisation: OrganisationEditing;
	reporting: Reporting;
	reports: ReportDesk;
	targetList: TargetList;
	editing: CatalogueEditing;
	packing: Packing;
	theme: Theme;
	shortcuts: Shortcuts;
	confirmation: Confirmation;
	updates: SiteUpdates;
	storage: StorageRoom;
}

const [getApp, setApp] = createContext<App>();

export { getApp, setApp };

/** A new app, nothing opened yet; to be called by the layout, once. */
export function createApp(): App {
	const workspace = new Workspace();
	const view = new View(workspace);
	const reporting = new Reporting(workspace, view);
	const importing = new Importing(workspace);
	const reports = new ReportDesk({ workspace, view, reporting });
	const editing = new CatalogueEditing(workspace);
	const organisation = new OrganisationEditing(workspace);
	const packing = new Packing(workspace);
	const isBusy = (): boolean =>
		workspace.work !== undefined ||
		importing.progress.waiting > 0 ||
		importing.committable.length > 0 ||
		importing.hasUnsaved ||
		reports.run.now !== undefined ||
		editing.hasUnsaved ||
		organisation.isChanged ||
		packing.progress !== undefined;
	return {
		workspace,
		view,
		importing,
		organisation,
		reporting,
		reports,
		targetList: new TargetList(view),
		editing,
		packing,
		theme: new Theme(),
		shortcuts: new Shortcuts(),
		confirmation: new Confirmation(),
		updates: new SiteUpdates(isBusy),
		storage: new StorageRoom(workspace)
	};
}
