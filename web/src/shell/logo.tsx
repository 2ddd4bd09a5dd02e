/** The product's mark. */
export function Logo({ size }: { readonly size: number }) {
  return <img src="/sluice.svg" width={size} height={size} alt="" />;
}
