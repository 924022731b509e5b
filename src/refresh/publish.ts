/** How many versions lie in a root after one was put in use: that one, and two to go back to. */
export const KEPT_VERSIONS = 3;
