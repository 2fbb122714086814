/** After how many seconds it is worth to try again what was not available. The product's own database is back within three. */
export const retryAfterSeconds = 5;

/** The header of an answer to a request that nothing was done for: it may be sent again as it is. */
export const notBegun = 'X-Not-Begun';
