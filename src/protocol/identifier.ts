/** How sites and kiosks are named. */
export const ID_PATTERN = /^[a-z0-9][a-z0-9.-]{0,62}$/;
export const ID_RULE = '1–63 of a–z, 0–9, dot and hyphen';
