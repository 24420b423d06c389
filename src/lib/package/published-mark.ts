/** The name of the element in the page's head by which a published site is known. */
export const PUBLISHED_MARK = 'thuocdo-published';
