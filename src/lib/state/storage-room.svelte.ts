import { untrack } from 'svelte';
import type { OpenWorkspace } from './open-workspace.svelte.ts';

/** How much room the browser gives this page, in bytes. */
interface Room {
	used: number;
	quota: number;
}

/** Where the workspace is kept: how safely, and with how much room. */
export class StorageRoom {
	readonly #workspace: OpenWorkspace;
	#room = $state.raw<Room>();
	#isPersistent = $state<boolean>();
	#isRefused = $state(false);

	constructor(workspace: OpenWorkspace) {
		this.#workspace = workspace;
	}

	/** How much room there is; absent where the browser does not say. */
	get room(): Room | undefined {
		return this.#workspace.isKept ? this.#room : undefined;
	}

	/** True where the browser will not clear the data by itself; absent where it does not say. */
	get isPersistent(): boolean | undefined {
		return this.#isPersistent;
	}

	/** True once the browser was asked to keep the data, and did not agree. */
	get isRefused(): boolean {
		return this.#isRefused;
	}

	/** Asks the browser how things stand. */
	async look(): Promise<void> {
		if (untrack(() => !this.#workspace.isKept || this.#workspace.site)) return;
		const { storage } = navigator;
		this.#isPersistent = await storage.persisted().catch(() => undefined);
		const estimate = await storage.estimate().catch(() => undefined);
		const { usage, quota } = estimate ?? {};
		this.#room = usage === undefined || quota === undefined ? undefined : { used: usage, quota };
	}

	/** Asks the browser to keep the data however little room is left. */
	async askToKeep(): Promise<void> {
		this.#isRefused = !(await navigator.storage.persist().catch(() => false));
		await this.look();
	}
}
