declare module "*?window" {
  const text: string;
  export default text;
}
declare module "*?help" {
  import type { Block } from "../rich";
  export interface Picture { type: "picture"; alt: string; name: string }
  export const sections: { id: string; title: string; blocks: (Block | Picture)[] }[];
  export const pictures: Record<string, string>;
}
