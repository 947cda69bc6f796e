/*
 * Which workspace this tab is about: it stands in the tab's own address, so that two tabs never mix. The pages of the
 * server's first workspace have plain addresses; those of another stand below `/w/` and its name.
 */
const found = /^\/w\/([a-z0-9-]+)(?=\/|$)/.exec(window.location.pathname);

/** The name of the workspace in the address; null for the first one. */
export const slug: string | null = found?.[1] ?? null;

/** What stands before the path of each page here. */
export const prefix: string = slug === null ? "" : `/w/${slug}`;
