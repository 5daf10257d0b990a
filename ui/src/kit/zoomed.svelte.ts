// How large the window shows everything, where the web view leaves that out of the dots that it tells the page of.

class Zoomed {
  /** How many dots the screen has for each that `devicePixelRatio` counts. */
  dots = $state(1);
}

export const zoomed = new Zoomed();
