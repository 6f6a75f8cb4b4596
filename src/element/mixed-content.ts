const PLAIN = /^http:\/\/(?!([^/]+\.)?localhost(:|\/|$)|127(\.\d+){3}(:|\/|$)|\[::1\])/i;

/** Whether nothing protects what goes to this address; browsers trust loopback without TLS (Secure Contexts, 3.1). */
export const isPlain = (url: string): boolean => PLAIN.test(url);

/** Whether browsers forbid this address here because the page is https and the address is not (Mixed Content). */
export const isMixedContent = (url: string): boolean => location.protocol === 'https:' && isPlain(url);
