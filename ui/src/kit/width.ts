// The window's width in the program, measured as in the style sheets: 1rem is 16 pixels there, for nobody sets another size.

const REM = 16;

// In pixels: what a rem is, WebKitGTK does not tell the program rightly while everything is shown larger or smaller.

/** A media query for windows narrower than so many rem. */
export const below = (rem: number) => `(width < ${rem * REM}px)`;

/** A media query for windows at least so many rem wide. */
export const from = (rem: number) => `(width >= ${rem * REM}px)`;
