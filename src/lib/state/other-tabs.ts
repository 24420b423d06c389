const CHANNEL = 'thuocdo.workspace';

/** The line to the tabs that have the same workspace open. */
export interface OtherTabs {
	/** Tells them that what is in force has changed. */
	tell(): void;
}

/** Opens the line; `onChange` is called when another tab tells of a change. */
export function listenToOtherTabs(onChange: () => void): OtherTabs {
	const channel = new BroadcastChannel(CHANNEL);
	channel.addEventListener('message', onChange);
	return { tell: () => channel.postMessage('changed') };
}
