import { AppError } from '#lib/base/app-error.ts';
import type { Issue } from '#lib/base/issue.ts';
import { localDayOf } from '#lib/base/local-day.ts';
import { changeOrganisation, type Organisation } from '#lib/units/change-organisation.ts';
import { formatLineage } from '#lib/units/format-lineage.ts';
import { formatUnits } from '#lib/units/format-units.ts';
import type { ChangeFault, OrganisationChange } from '#lib/units/organisation-change.ts';
import { isLineageList, readLineage } from '#lib/units/read-lineage.ts';
import { createUnitTree, type UnitTree } from '#lib/units/unit-tree.ts';
import type { BalanceSide } from '#lib/views/trial-balance.ts';
import type { Facts } from '#lib/assess/standing.ts';
import { readBytes } from './read-bytes.ts';
import type { Workspace } from './workspace.svelte.ts';

/** How the sums stand after the changes: not asked, being worked out, or to be compared. */
export type Balance =
	| { phase: 'none' | 'computing' | 'failed' }
	| { phase: 'ready'; before: BalanceSide; after: BalanceSide; today: BalanceSide };

/** A lineage list that was read from a file and is not in force. */
export interface LineageFile {
	name: string;
	events: number;
	issues: readonly Issue[];
}

/** Changes of the organisation in the making: nothing is in force until they are saved together. */
export class OrganisationEditing {
	readonly #workspace: Workspace;
	#changes = $state.raw<readonly OrganisationChange[]>([]);
	/** The lineage of a file, in place of the one in force. */
	#lineage = $state.raw<Organisation['lineage']>();
	#file = $state.raw<LineageFile>();
	#balance = $state.raw<Balance>({ phase: 'none' });
	readonly #proposed = $derived.by(() => this.#with(this.#changes).organisation);
	readonly #tree = $derived(createUnitTree(this.#proposed.units));
	/** Counts the balances asked for, so that an older one cannot overwrite a newer one. */
	#asked = 0;

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/** The changes to be saved, in the order in which they were made. */
	get changes(): readonly OrganisationChange[] {
		return this.#changes;
	}

	/** The lineage list that was read last. */
	get file(): LineageFile | undefined {
		return this.#file;
	}

	/** True where there is anything to save. */
	get isChanged(): boolean {
		return this.#changes.length > 0 || this.#lineage !== undefined;
	}

	/** How the sums stand after the changes. */
	get balance(): Balance {
		return this.#balance;
	}

	/** The organisation as it would be. */
	get proposed(): Organisation {
		return this.#proposed;
	}

	/** The tree of the organisation as it would be. */
	get tree(): UnitTree {
		return this.#tree;
	}

	/** Adds a change; what keeps it from being made, or nothing where it was added. */
	add(change: OrganisationChange): readonly ChangeFault[] {
		const result = changeOrganisation(this.proposed, change);
		if ('faults' in result) return result.faults;
		this.#changes = [...this.#changes, change];
		void this.#weigh();
		return [];
	}

	/** Takes a change out, and those after it that cannot be made without it. */
	remove(change: OrganisationChange): void {
		const rest = this.#changes.filter((each) => each !== change);
		this.#changes = this.#with(rest).made;
		void this.#weigh();
	}

	/** Forgets all changes, and the list that was read. */
	discard(): void {
		this.#changes = [];
		this.#lineage = undefined;
		this.#file = undefined;
		this.#asked += 1;
		this.#balance = { phase: 'none' };
	}

	/** Reads a lineage list, to be saved in place of the one in force; throws AppError where the file is none. */
	async readFile(file: File): Promise<void> {
		const { readFile } = await import('#lib/ingest/read-file.ts');
		const bytes = await readBytes(file);
		const [grid] = await readFile({ name: file.name, bytes });
		if (!grid || !isLineageList(grid)) throw new AppError('organisation.no-lineage-list');
		const { events, issues } = readLineage(grid, this.#workspace.tree.units);
		this.#file = { name: file.name, events: events.length, issues };
		if (issues.some(({ severity }) => severity === 'error')) return;
		this.#changes = [];
		this.#lineage = events;
		await this.#weigh();
	}

	/** Puts the changes in force; false where it was not done. */
	async save(note: string): Promise<boolean> {
		const { units, lineage } = this.proposed;
		const encoder = new TextEncoder();
		const saved = await this.#workspace.saveOrganisation(
			{
				units: encoder.encode(formatUnits(units)),
				lineage: encoder.encode(formatLineage(lineage))
			},
			note.trim() || undefined
		);
		if (saved) this.discard();
		return saved;
	}

	/** The organisation after the changes that can be made one after the other, and which those are. */
	#with(changes: readonly OrganisationChange[]): {
		organisation: Organisation;
		made: OrganisationChange[];
	} {
		const { tree, lineage } = this.#workspace;
		let organisation: Organisation = { units: tree.units, lineage: this.#lineage ?? lineage };
		const made: OrganisationChange[] = [];
		for (const change of changes) {
			const result = changeOrganisation(organisation, change);
			if ('faults' in result) continue;
			made.push(change);
			({ organisation } = result);
		}
		return { organisation, made };
	}

	/** Works out the sums of the whole as they would be. */
	async #weigh(): Promise<void> {
		const asked = ++this.#asked;
		const { facts, tree } = this.#workspace;
		if (!this.isChanged || !facts) {
			this.#balance = { phase: 'none' };
			return;
		}
		this.#balance = { phase: 'computing' };
		const { proposed, tree: proposedTree } = this;
		const day = localDayOf(Date.now());
		const after = await this.#workspace.factsWithOrganisation(proposed);
		const today =
			after && (await this.#workspace.factsWithOrganisation(proposed, { boundaries: day }));
		if (asked !== this.#asked) return;
		const side = (given: Facts, of: UnitTree): BalanceSide => ({ totals: given.totals, tree: of });
		this.#balance =
			after && today
				? {
						phase: 'ready',
						before: side(facts, tree),
						after: side(after, proposedTree),
						today: side(today, proposedTree)
					}
				: { phase: 'failed' };
	}
}
