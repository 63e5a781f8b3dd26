/** Documents may come from anyone: beyond these they are refused rather than overflowing the stack or the memory. */

/** Levels of nesting. */
export const MAX_DEPTH = 500

/** Values, each counted as often as YAML aliases repeat it. The largest documents in use have about a million. */
export const MAX_VALUES = 20_000_000
