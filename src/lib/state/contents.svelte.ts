import type { Facts } from '#lib/assess/standing.ts';
import type { Layout } from '#lib/base/layout.ts';
import type { ProgressFact } from '#lib/base/progress.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { NOTHING_OWN, type OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import type { PublishedSite } from '#lib/package/published-site.ts';
import type { Edition } from '#lib/store/edition.ts';
import type { KeptReports } from '#lib/store/kept-report.ts';
import type { Manifest } from '#lib/store/manifest.ts';
import type { Submission } from '#lib/store/submission.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import { createUnitTree, type UnitTree } from '#lib/units/unit-tree.ts';
import { Attempts } from './attempts.svelte.ts';
import type { Ground } from './ground.ts';
import { SAMPLE_NOTE } from '#lib/base/sample-note.ts';

const NO_REPORTS: KeptReports = { definitions: [], templates: [] };

/** What is in force, to be shown: submissions, organisation, catalogue, and what they add up to. */
export class Contents extends Attempts {
	#ground = $state.raw<Ground>();
	#tree = $state.raw<UnitTree>(createUnitTree([]));
	#facts = $state.raw<Facts>();
	#site = $state.raw<PublishedSite>();
	readonly #newestAt = $derived(
		this.submissions
			.map(({ at }) => at)
			.sort()
			.at(-1)
	);

	/** The organisation and the catalogue that the submissions are read against; absent until they are read. */
	get ground(): Ground | undefined {
		return this.#ground;
	}

	/** What the published site says of itself: its figures are for reading; absent in a workspace of one's own. */
	get site(): PublishedSite | undefined {
		return this.#site;
	}

	protected set site(site: PublishedSite | undefined) {
		this.#site = site;
	}

	/** When the newest of the submissions in force was made; absent where there is none. */
	get newestAt(): string | undefined {
		return this.#newestAt;
	}

	/** True while any figure comes from the sample data. */
	get isSample(): boolean {
		return this.submissions.some(({ note }) => note === SAMPLE_NOTE);
	}

	/** True where a unit list of the organisation's own is in use, false for the sample city. */
	get hasOwnUnits(): boolean {
		return this.organisationEditions.length > 0;
	}

	/** Every organisation saved, the one in force last; empty for the sample city. */
	get organisationEditions(): readonly Edition[] {
		return this.#ground?.manifest.organisation ?? [];
	}

	/** What became of the units. */
	get lineage(): readonly LineageEvent[] {
		return this.#ground?.lineage ?? [];
	}

	/** What the sheets B8 in force say of targets, milestones, duties and tasks. */
	get progress(): readonly ProgressFact[] {
		return this.#ground?.progress ?? [];
	}

	/** Everything that is monitored: the product's catalogue with the organisation's own parts in it. */
	get catalogue(): Catalogue {
		return this.#ground?.catalogue ?? productCatalogue();
	}

	/** The organisation's own part of the catalogue. */
	get ownCatalogue(): OwnCatalogue {
		return this.#ground?.own ?? NOTHING_OWN;
	}

	/** Every own catalogue saved, the one in force last; empty where the product's stands alone. */
	get catalogueEditions(): readonly Edition[] {
		return this.#ground?.manifest.catalogue ?? [];
	}

	/** The organisation. */
	get tree(): UnitTree {
		return this.#tree;
	}

	/** All that assessments rest on; absent until there are figures. */
	get facts(): Facts | undefined {
		return this.#facts;
	}

	/** The submissions in force that cannot be read: no figure rests on them. */
	get damaged(): readonly Submission[] {
		return this.#ground?.damaged ?? [];
	}

	/** The submissions in force that can be read, in the order of commit. */
	get submissions(): readonly Submission[] {
		return this.#ground?.manifest.submissions ?? [];
	}

	/** What was settled about kinds of sheets, the newest last. */
	get layouts(): readonly Layout[] {
		return this.#ground?.manifest.layouts ?? [];
	}

	/** What is kept for reports. */
	get reports(): KeptReports {
		return this.#ground?.manifest.reports ?? NO_REPORTS;
	}

	/** True where what is shown rests on the same submissions, organisation and catalogue as the manifest. */
	protected restsOn(manifest: Manifest): boolean {
		const ground = ({ submissions, organisation, catalogue }: Manifest): string =>
			JSON.stringify([submissions.map(({ id }) => id), organisation, catalogue]);
		return this.#ground !== undefined && ground(this.#ground.manifest) === ground(manifest);
	}

	/** Shows what is kept anew where the figures and what they are read against stay as they are. */
	protected showManifest(manifest: Manifest): void {
		if (!this.#ground) return;
		const { submissions } = this;
		const areSame =
			submissions.length === manifest.submissions.length &&
			submissions.every(({ id }, place) => manifest.submissions[place]?.id === id);
		// What was read of the submissions holds as long as they are the same.
		const shown = areSame ? { ...manifest, submissions } : manifest;
		this.#ground = { ...this.#ground, manifest: shown };
	}

	/** Shows another ground and the facts on it. */
	show(ground: Ground | undefined, facts: Facts | undefined): void {
		this.#ground = ground;
		this.#tree = createUnitTree(ground?.units ?? []);
		this.#facts = facts;
	}
}
