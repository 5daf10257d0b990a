// Fields and their places on the pages.
import type { SheetView, SpotView } from "../../api";

/** A stripe of a page, in shares of its height and width. */
export interface Band {
  page: number;
  top: number;
  height: number;
  left: number;
  /** How much is left of the page at its right. */
  right: number;
}

/** How far a place reaches above its first letters, in tenths of a millimetre. */
const ABOVE = 10;
/** How far its edge stands before them; where something else stands before them, it must not strike that through. */
const BEFORE = { free: 40, beside: 10 };
/** What is left free at the right of the page, as a share of it. */
const MARGIN = .06;
/** The least height and width of a place. */
const LEAST = 60;
/** Places whose tops differ by less than this stand on one line. */
const LINE = 20;

/** The place of a field: from its spot to the end of what it says on that page, and not into the next one beside or below it. */
export function bands(spots: SpotView[], here: { object: string; field: string }, sizes: SheetView[]): Band[] {
  const at = spots.findIndex(({ object, field }) => object === here.object && field === here.field);
  const spot = spots[at];
  const size = spot && sizes[spot.page];
  if (!spot || !size) return [];
  const next = spots.find((other, i) => i > at && (other.page > spot.page || other.top > spot.top + LINE));
  const below = spot.bottom + ABOVE;
  const isFollowed = next?.page === spot.page;
  const end = isFollowed ? Math.min(next.top, below) : below;
  const least = isFollowed ? Math.min(LEAST, next.top - spot.top) : LEAST;
  const beside = spots.filter(({ page, top, x }) => page === spot.page && Math.abs(top - spot.top) < LINE && x !== spot.x).map(({ x }) => x);
  const before = beside.some((x) => x < spot.x) ? BEFORE.beside : BEFORE.free;
  const after = Math.min(...beside.filter((x) => x > spot.x)) - BEFORE.beside;
  return [{
    page: spot.page,
    top: (spot.top - ABOVE) / size.height,
    height: Math.max(least, end - spot.top - ABOVE) / size.height,
    left: Math.max(0, spot.x - before) / size.width,
    right: Math.max(MARGIN, 1 - Math.max(after, spot.x + LEAST) / size.width),
  }];
}

/** The field whose place is pressed: the last spot at or above it, of those on one line the last to its left. */
export function spotAt(spots: SpotView[], page: number, x: number, y: number): SpotView | undefined {
  const above = spots.filter((spot) => spot.page < page || (spot.page === page && spot.top - ABOVE <= y));
  const last = above.at(-1);
  if (!last || last.page !== page) return last;
  const line = above.filter((spot) => spot.page === page && Math.abs(spot.top - last.top) < LINE);
  return line.filter((spot) => spot.x <= x + LINE).at(-1) ?? line[0];
}
