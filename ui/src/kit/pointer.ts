// Whether something is being pressed: what stands under the pointer is not to move before it is let go.

let isDown = false;
addEventListener("pointerdown", () => (isDown = true), true);
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => (isDown = false), true);

/** Waits until what is pressed has been let go, and the press has been heard; at once where nothing is pressed. */
export function released(): Promise<void> {
  if (!isDown) return Promise.resolve();
  return new Promise((done) => {
    const end = () => {
      removeEventListener("pointerup", end, true);
      removeEventListener("pointercancel", end, true);
      // The press itself is heard after the pointer has gone up.
      setTimeout(done);
    };
    addEventListener("pointerup", end, true);
    addEventListener("pointercancel", end, true);
  });
}
