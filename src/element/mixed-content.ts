/** Browsers trust loopback without TLS (Secure Contexts, 3.1). */
const PLAIN = /^http:\/\/(?!([^/]+\.)?localhost(:|\/|$)|127(\.\d+){3}(:|\/|$)|\[::1\])/;

/** Whether browsers forbid this address here because the page is https and the address is not (Mixed Content). */
export const isMixedContent = (url: string): boolean => location.protocol === 'https:' && PLAIN.test(url);
