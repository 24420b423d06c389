import { AppError } from '#lib/base/app-error.ts';
import { localDayOf } from '#lib/base/local-day.ts';
import type { OpenedPackage, PackageSigner } from '#lib/package/open-package.ts';
import type { SigningKey } from '#lib/package/signature.ts';
import type { Manifest } from '#lib/store/manifest.ts';
import type { differenceOf, ManifestDifference } from '#lib/store/merge-manifests.ts';
import type { PackageWork } from './ask-package-worker.ts';
import { handOver } from './hand-over.ts';
import { knownMakers, rememberMaker } from './known-makers.ts';
import type { PublishChoice } from './publishing.ts';
import type { RestoreChoice } from './restoration.ts';
import { asAppError, Cancelled } from './work.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What the analyst says of a package to be made. */
export interface PackageChoice {
	maker: string;
	passphrase?: string;
	key?: SigningKey;
}

/** A key that packages are signed with. */
export type SigningKeyInHand = SigningKey;

/** A package that was opened and waits for the analyst's word. */
export interface PackageInHand {
	name: string;
	opened: OpenedPackage;
	difference: ManifestDifference;
	signer?: PackageSigner;
	/** The name under which the signer's key is known here. */
	knownAs?: string;
}

/** Making packages of the workspace, and taking them in. */
export class Packing {
	readonly #workspace: Workspace;
	#inHand = $state.raw<PackageInHand>();
	#locked = $state.raw<File>();
	#problem = $state.raw<AppError>();
	#done = $state<{ done: number; total: number }>();
	#isOpening = $state(false);
	#merged = $state.raw<{ name: string; before: Manifest; after: Manifest }>();
	#cancelling?: AbortController;

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/** The package that was opened. */
	get inHand(): PackageInHand | undefined {
		return this.#inHand;
	}

	/** The package that wants a passphrase. */
	get locked(): File | undefined {
		return this.#locked;
	}

	/** What went wrong last. */
	get problem(): AppError | undefined {
		return this.#problem;
	}

	/** How far the package is that is being made, opened or taken in. */
	get progress(): { done: number; total: number } | undefined {
		return this.#done;
	}

	/** Whether what is under way, or went wrong, is the opening of a package. */
	get isOpening(): boolean {
		return this.#isOpening;
	}

	/** The name of the package that was merged last, as long as that can be undone. */
	get merged(): string | undefined {
		const { manifest } = this.#workspace.ground ?? {};
		const isThere = this.#merged && manifest && manifest.sequence === this.#merged.after.sequence;
		return isThere ? this.#merged?.name : undefined;
	}

	/** Makes a package of all that is kept and hands it over; its file's name, absent where `problem` says why not. */
	make({ maker, passphrase, key }: PackageChoice): Promise<string | undefined> {
		return this.#work(async (work) => {
			const { ground } = this.#workspace;
			if (!ground) return undefined;
			const { store, manifest } = ground;
			const [{ askPackageWorker }, { MADE_BY }, { packedContents }] = await Promise.all([
				import('./ask-package-worker.ts'),
				import('#lib/package/package-manifest.ts'),
				import('#lib/package/stored-bytes.ts')
			]);
			const at = new Date().toISOString();
			const made = { at, by: MADE_BY, ...(maker && { maker }) };
			const contents = await packedContents(store, manifest);
			const order = { manifest, contents, made, passphrase, key };
			const bytes = await askPackageWorker('make', order, work);
			const name = `thuoc-do-${localDayOf(at)}.thuocdo`;
			handOver(name, new Blob([bytes as Uint8Array<ArrayBuffer>]));
			const note = { names: [name], count: manifest.submissions.length };
			await this.#workspace.keep((each) => each.recordBackup(manifest.sequence, note));
			return name;
		});
	}

	/** Makes a site for readers and hands it over as a zip archive; its name, absent where `problem` says why not. */
	publish(choice: PublishChoice): Promise<string | undefined> {
		return this.#work(async (work) => {
			const store = this.#workspace.ground?.store;
			if (!store) return undefined;
			const { makeSite } = await import('./publishing.ts');
			const bytes = await makeSite(store, choice, work);
			if (work.signal.aborted) throw new Cancelled();
			const name = `thuoc-do-${localDayOf(Date.now())}.zip`;
			handOver(name, new Blob([bytes as Uint8Array<ArrayBuffer>]));
			return name;
		});
	}

	/** Opens the file; what is in it, or what is wrong with it, stands here then. */
	async open(file: File, passphrase?: string): Promise<void> {
		const opened = this.#work(async (work) => {
			const [{ askPackageWorker }, { differenceOf }] = await Promise.all([
				import('./ask-package-worker.ts'),
				import('#lib/store/merge-manifests.ts')
			]);
			const bytes = new Uint8Array(await file.arrayBuffer());
			await this.#workspace.opened;
			try {
				const { name } = file;
				const opened = await askPackageWorker('open', { name, bytes, passphrase }, work);
				this.#show({ name, opened }, differenceOf);
			} catch (error) {
				const code = error instanceof AppError ? error.code : '';
				this.#locked =
					code === 'package.locked' || code === 'package.wrong-passphrase' ? file : undefined;
				if (code !== 'package.locked') throw error;
			}
		});
		this.#isOpening = true;
		await opened;
	}

	/** Puts the opened package in force; false where it was not done. */
	async restore(choice: RestoreChoice): Promise<boolean> {
		const restored = this.#work((work) => this.#restore(choice, work));
		this.#isOpening = true;
		const isDone = (await restored) ?? false;
		if (isDone) this.close();
		return isDone;
	}

	async #restore(choice: RestoreChoice, { signal }: PackageWork): Promise<boolean> {
		const inHand = this.#inHand;
		if (!inHand) return false;
		const { opened, name } = inHand;
		const { restorationOf } = await import('./restoration.ts');
		if (signal.aborted) throw new Cancelled();
		const before = this.#workspace.ground?.manifest;
		const isDone = await this.#workspace.restore(restorationOf(opened, { name, choice }));
		const after = this.#workspace.ground?.manifest;
		const isUndoable = isDone && choice.mode === 'merge' && before && after;
		this.#merged = isUndoable ? { name, before, after } : undefined;
		// The page that says why is behind the sheet.
		if (!isDone && this.#workspace.problem) throw this.#workspace.problem;
		return isDone;
	}

	/** Takes out again what the package that was merged last brought, and leaves what came after it; false where it was not done. */
	async undoMerge(): Promise<boolean> {
		if (!this.#merged) return false;
		const merge = this.#merged;
		const { unmergedManifest } = await import('#lib/store/merge-manifests.ts');
		const isDone = await this.#workspace.restore({
			contents: [],
			make: (here) => unmergedManifest(here, merge)
		});
		if (isDone) this.#merged = undefined;
		return isDone;
	}

	/** Trusts the key of the package's signer from now on. */
	trustSigner(): void {
		const signer = this.#inHand?.signer;
		if (!this.#inHand || !signer) return;
		rememberMaker(signer.fingerprint, signer.maker);
		this.#inHand = { ...this.#inHand, knownAs: signer.maker };
	}

	/** Ends what is being made, opened or published, with nothing changed. */
	cancel(): void {
		this.#cancelling?.abort();
	}

	/** Lets go of the opened package and of what went wrong, and ends what is under way. */
	close(): void {
		this.cancel();
		this.#inHand = undefined;
		this.#locked = undefined;
		this.#problem = undefined;
	}

	/** The signing key in a file; absent where `problem` says why. */
	readKey(file: File): Promise<SigningKey | undefined> {
		return this.#work(async () => {
			const { readSigningKey } = await import('#lib/package/signature.ts');
			return readSigningKey(new Uint8Array(await file.arrayBuffer()));
		});
	}

	/** A new signing key of the maker, handed over as a file; absent where `problem` says why. */
	newKey(maker: string): Promise<SigningKey | undefined> {
		return this.#work(async () => {
			const { makeSigningKey } = await import('#lib/package/signature.ts');
			const key = await makeSigningKey(maker);
			handOver('khoa-ky-thuoc-do.json', new Blob([JSON.stringify(key, null, '\t')]));
			return key;
		});
	}

	#show(
		{ name, opened }: Pick<PackageInHand, 'name' | 'opened'>,
		compare: typeof differenceOf
	): void {
		const here = this.#workspace.ground?.manifest;
		if (!here) return;
		const { signer } = opened;
		const knownAs = signer && knownMakers().get(signer.fingerprint);
		this.#locked = undefined;
		this.#inHand = {
			...{ name, opened, difference: compare(here, opened.manifest) },
			...(signer && { signer }),
			...(knownAs !== undefined && { knownAs })
		};
	}

	async #work<T>(task: (work: PackageWork) => Promise<T>): Promise<T | undefined> {
		const cancelling = new AbortController();
		const { signal } = cancelling;
		this.#cancelling?.abort();
		this.#cancelling = cancelling;
		this.#problem = undefined;
		this.#isOpening = false;
		this.#done = { done: 0, total: 0 };
		const onProgress = (done: number, total: number): void => {
			if (!signal.aborted) this.#done = { done, total };
		};
		try {
			return await task({ signal, onProgress });
		} catch (error) {
			if (!(error instanceof Cancelled)) this.#problem = asAppError(error);
			return undefined;
		} finally {
			if (this.#cancelling === cancelling) this.#done = undefined;
		}
	}
}
