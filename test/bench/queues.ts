/** Where the hand-written workflows run. */
export const BY_HAND_QUEUE = 'by-hand';
