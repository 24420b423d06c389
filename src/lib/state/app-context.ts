import { createContext } from 'svelte';
import { CatalogueEditing } from './catalogue-editing.svelte.ts';
import { Confirmation } from './confirmation.svelte.ts';
import { Importing } from './importing.svelte.ts';
import { OrganisationEditing } from './organisation-editing.svelte.ts';
import { ReportDesk } from './report-desk.svelte.ts';
import { Reporting } from './reporting.svelte.ts';
import { Shortcuts } from './shortcuts.svelte.ts';
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
	theme: Theme;
	shortcuts: Shortcuts;
	confirmation: Confirmation;
}

const [getApp, setApp] = createContext<App>();

export { getApp, setApp };

/** A new app, nothing opened yet; to be called by the layout, once. */
export function createApp(): App {
	const workspace = new Workspace();
	const view = new View(workspace);
	const reporting = new Reporting(workspace, view);
	return {
		workspace,
		view,
		importing: new Importing(workspace),
		organisation: new OrganisationEditing(workspace),
		reporting,
		reports: new ReportDesk({ workspace, view, reporting }),
		targetList: new TargetList(view),
		editing: new CatalogueEditing(workspace),
		theme: new Theme(),
		shortcuts: new Shortcuts(),
		confirmation: new Confirmation()
	};
}
