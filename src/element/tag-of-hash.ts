/** What of a hash (base64) is in the name of its file: the first ten characters that mean nothing to an address. */
export const tagOfHash = (hash: string): string => hash.replace(/\W/g, '').slice(0, 10);
