import type { Facts } from '#lib/assess/standing.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import {
	changesBetween,
	isSame,
	type OwnChange,
	withoutOwn,
	withParts,
	withRestored,
	withRetired
} from '#lib/catalogue/edit-own-catalogue.ts';
import { productCatalogue, productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { mergeCatalogue, NOTHING_OWN, type OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import type { CatalogueForm } from './catalogue-form.ts';
import type { FormFault } from './form-fault.ts';
import { type FormReading, readCatalogueForm } from './read-catalogue-form.ts';
import type { Workspace } from './workspace.svelte.ts';

/** The facts now, and as they would be with what is proposed. */
export interface ProposedFacts {
	of: OwnCatalogue;
	before: Facts;
	after: Facts;
}

/** What an analyst is about to change in the catalogue: forms that are open, then a proposal to be saved as a whole. */
export class CatalogueEditing {
	readonly #workspace: Workspace;
	#product = $state.raw<Catalogue>(productCatalogue());
	#isWhole = $state(false);
	/** What the proposal began from; absent while nothing is proposed. */
	#since = $state.raw<OwnCatalogue>();
	/** What was proposed step by step, the newest last. */
	#steps = $state.raw<readonly OwnCatalogue[]>([]);
	/** The forms that are open, each over the one before. */
	#forms = $state<CatalogueForm[]>([]);
	#isChecked = $state(false);

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/** The catalogue that the product carries; without its milestones, duties and tasks until they are loaded. */
	get product(): Catalogue {
		return this.#product;
	}

	/** True once the milestones, duties and tasks of the product are there. */
	get isWhole(): boolean {
		return this.#isWhole;
	}

	/** The own catalogue as it would be saved. */
	get proposed(): OwnCatalogue {
		return this.#steps.at(-1) ?? this.#workspace.ownCatalogue;
	}

	/** The catalogue in force with what is no longer followed in it: what the page shows. */
	readonly kept: Catalogue = $derived.by(() =>
		mergeCatalogue(this.product, { ...this.#workspace.ownCatalogue, retired: [] })
	);

	/** The catalogue as it would be, with what is no longer followed in it: what ids and names are looked up in. */
	readonly everything: Catalogue = $derived.by(() =>
		mergeCatalogue(this.product, { ...this.proposed, retired: [] })
	);

	/** What saving would change. */
	readonly changes: readonly OwnChange[] = $derived.by(() =>
		changesBetween(this.product, { before: this.#workspace.ownCatalogue, after: this.proposed })
	);

	/** The form in front; absent while none is open. */
	get form(): CatalogueForm | undefined {
		return this.#forms.at(-1);
	}

	/** What the form in front says; its faults are to be shown once it was to be applied. */
	readonly reading: FormReading = $derived.by(() =>
		this.form
			? readCatalogueForm(this.form, { catalogue: this.everything })
			: { faults: [], parts: {} }
	);

	/** True once the form in front was to be applied: from then on its faults are shown as they are mended. */
	get isChecked(): boolean {
		return this.#isChecked;
	}

	/** What is wrong with a field once the form was to be applied; what is doubtful about it at any time. */
	faultAt(field: string): FormFault | undefined {
		return this.reading.faults.find(
			(fault) => fault.field === field && (this.#isChecked || fault.isDoubt)
		);
	}

	/** True while a reload would lose what was typed or proposed. */
	get hasUnsaved(): boolean {
		return this.#forms.length > 0 || this.changes.length > 0;
	}

	/** True where there is a step to take back. */
	get canStepBack(): boolean {
		return this.#steps.length > 0;
	}

	/** True where another tab has saved a catalogue since the proposal began: saving would undo that. */
	get isOvertaken(): boolean {
		return this.#since !== undefined && !isSame(this.#since, this.#workspace.ownCatalogue);
	}

	/** Loads what of the product's catalogue is not there from the start; to be called before anything is changed. */
	async load(): Promise<void> {
		this.#product = await productCatalogueWhole();
		this.#isWhole = true;
	}

	/** Opens a form, over the one that is open. */
	begin(form: CatalogueForm): void {
		this.#forms.push(form);
		this.#isChecked = false;
	}

	/** Closes the form in front; what was typed in it is gone. */
	cancel(): void {
		this.#forms.pop();
		this.#isChecked = false;
	}

	/** Puts what the form in front says into the proposal and closes it; false where its faults are to be mended first. */
	apply(): boolean {
		const { form, reading } = this;
		this.#isChecked = true;
		if (!form || !reading.parts) return false;
		this.propose(withParts(this.proposed, reading.parts));
		this.cancel();
		this.#choose(form, reading.parts.indicators?.[0]?.id);
		return true;
	}

	/** Proposes another own catalogue. */
	propose(own: OwnCatalogue): void {
		this.#since ??= this.#workspace.ownCatalogue;
		this.#steps = [...this.#steps, own];
	}

	/** No longer follows the target or undertaking. */
	retire(id: string): void {
		this.propose(withRetired(this.proposed, id));
	}

	/** Follows the target or undertaking again. */
	restore(id: string): void {
		this.propose(withRestored(this.proposed, id));
	}

	/** Takes the own part out: what the product says stands again, or nothing. */
	revert(part: Pick<OwnChange, 'part' | 'id'>): void {
		this.propose(withoutOwn(this.proposed, part));
	}

	/** Proposes the product's catalogue as it is. */
	proposeDefault(): void {
		this.propose(NOTHING_OWN);
	}

	/** Takes the last step back. */
	stepBack(): void {
		this.#steps = this.#steps.slice(0, -1);
		if (this.#steps.length === 0) this.#since = undefined;
	}

	/** Lets go of everything proposed; open forms stay. */
	discard(): void {
		this.#steps = [];
		this.#since = undefined;
	}

	/** The facts as they would be with the proposal, on the same totals where no indicator counts otherwise; absent where there are none, or `problem` says why. */
	async factsProposed(): Promise<ProposedFacts | undefined> {
		const before = this.#workspace.facts;
		const of = this.proposed;
		if (!before) return undefined;
		const countsOtherwise = this.changes.some(({ part }) => part === 'indicators');
		const after = countsOtherwise
			? await this.#workspace.factsWithCatalogue(of)
			: { ...before, catalogue: mergeCatalogue(this.product, of) };
		return after && { of, before, after };
	}

	/** Puts the proposal in force; false where it was not done. */
	async save(note: string): Promise<boolean> {
		const isDone = await this.#workspace.saveCatalogue(this.proposed, note.trim() || undefined);
		if (isDone) this.discard();
		return isDone;
	}

	/** The own catalogue as it would be with the parts of another in it. */
	mergedWith({ retired, ...parts }: OwnCatalogue): OwnCatalogue {
		const merged = withParts(this.proposed, parts);
		return { ...merged, retired: [...new Set([...merged.retired, ...retired])] };
	}

	/** The item that the indicator was made for takes it. */
	#choose(form: CatalogueForm, indicator: string | undefined): void {
		const under = this.#forms.at(-1);
		if (form.kind !== 'indicator' || under?.kind !== 'targets') return;
		const item = under.items.find(({ key }) => key === form.forItem);
		if (item && indicator) item.indicator = indicator;
	}
}
