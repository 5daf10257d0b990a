declare module "*?window" {
  const text: string;
  export default text;
}
