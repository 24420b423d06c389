import { asset } from '$app/paths';

/** The address of a file of the folder static, wherever the app is served. */
export function staticFile(path: string): string {
	return asset(`/${path}`);
}
