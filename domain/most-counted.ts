/** What waits is counted so far and no further, from the functions to the pages: beyond it a number says no more than 很多. */
export const MOST_COUNTED = 99;
