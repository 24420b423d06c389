import { AppError } from '#lib/base/app-error.ts';
import { localDayOf } from '#lib/base/local-day.ts';
import type { OpenedPackage, PackageSigner } from '#lib/package/open-package.ts';
import type { SigningKey } from '#lib/package/signature.ts';
import { differenceOf, type ManifestDifference } from '#lib/store/merge-manifests.ts';
import { handOver } from './hand-over.ts';
import { knownMakers, rememberMaker } from './known-makers.ts';
import type { PublishChoice } from './publishing.ts';
import { type RestoreChoice, restorationOf } from './restoration.ts';
import { asAppError } from './work.ts';
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

	/** Makes a package of all that is kept and hands it over; its file's name, absent where `problem` says why not. */
	make({ maker, passphrase, key }: PackageChoice): Promise<string | undefined> {
		return this.#work(async () => {
			const { ground } = this.#workspace;
			if (!ground) return undefined;
			const { store, manifest } = ground;
			const [{ makePackage }, { MADE_BY }, { readOf }] = await Promise.all([
				import('#lib/package/make-package.ts'),
				import('#lib/package/package-manifest.ts'),
				import('#lib/package/stored-bytes.ts')
			]);
			const at = new Date().toISOString();
			const bytes = await makePackage({
				...{ manifest, read: readOf(store), passphrase, key },
				made: { at, by: MADE_BY, ...(maker && { maker }) },
				onPart: (done, total) => (this.#done = { done, total })
			});
			const name = `thuoc-do-${localDayOf(at)}.thuocdo`;
			handOver(name, new Blob([bytes as Uint8Array<ArrayBuffer>]));
			const note = { names: [name], count: manifest.submissions.length };
			await this.#workspace.keep((each) => each.recordBackup(manifest.sequence, note));
			return name;
		});
	}

	/** Makes a site for readers and hands it over as a zip archive; its name, absent where `problem` says why not. */
	publish(choice: PublishChoice): Promise<string | undefined> {
		return this.#work(async () => {
			const store = this.#workspace.ground?.store;
			if (!store) return undefined;
			const { makeSite } = await import('./publishing.ts');
			const onFile = (done: number, total: number): void => void (this.#done = { done, total });
			const bytes = await makeSite(store, choice, onFile);
			const name = `thuoc-do-${localDayOf(Date.now())}.zip`;
			handOver(name, new Blob([bytes as Uint8Array<ArrayBuffer>]));
			return name;
		});
	}

	/** Opens the file; what is in it, or what is wrong with it, stands here then. */
	async open(file: File, passphrase?: string): Promise<void> {
		await this.#work(async () => {
			const { openNamedPackage } = await import('#lib/package/open-named-package.ts');
			const bytes = new Uint8Array(await file.arrayBuffer());
			await this.#workspace.opened;
			try {
				const { name } = file;
				const opened = await openNamedPackage({ name, bytes }, { passphrase });
				this.#show(name, opened);
			} catch (error) {
				const code = error instanceof AppError ? error.code : '';
				this.#locked =
					code === 'package.locked' || code === 'package.wrong-passphrase' ? file : undefined;
				if (code !== 'package.locked') throw error;
			}
		});
	}

	/** Puts the opened package in force; false where it was not done. */
	async restore(choice: RestoreChoice): Promise<boolean> {
		const inHand = this.#inHand;
		if (!inHand) return false;
		const { opened, name } = inHand;
		const isDone = await this.#workspace.restore(restorationOf(opened, { name, choice }));
		if (isDone) this.close();
		return isDone;
	}

	/** Trusts the key of the package's signer from now on. */
	trustSigner(): void {
		const signer = this.#inHand?.signer;
		if (!this.#inHand || !signer) return;
		rememberMaker(signer.fingerprint, signer.maker);
		this.#inHand = { ...this.#inHand, knownAs: signer.maker };
	}

	/** Lets go of the opened package and of what went wrong. */
	close(): void {
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

	#show(name: string, opened: OpenedPackage): void {
		const here = this.#workspace.ground?.manifest;
		if (!here) return;
		const { signer } = opened;
		const knownAs = signer && knownMakers().get(signer.fingerprint);
		this.#locked = undefined;
		this.#inHand = {
			...{ name, opened, difference: differenceOf(here, opened.manifest) },
			...(signer && { signer }),
			...(knownAs !== undefined && { knownAs })
		};
	}

	async #work<T>(task: () => Promise<T>): Promise<T | undefined> {
		this.#problem = undefined;
		this.#done = { done: 0, total: 0 };
		try {
			return await task();
		} catch (error) {
			this.#problem = asAppError(error);
			return undefined;
		} finally {
			this.#done = undefined;
		}
	}
}
