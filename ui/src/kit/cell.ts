/** A row of a field, from 1, and the column of a small table. */
export interface Cell {
  row?: number | null;
  column?: string | null;
}
