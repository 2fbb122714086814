/** Two rings that share a link: customers and employees. */
export function Logo() {
  return (
    <svg
      width="28"
      height="20"
      viewBox="0 0 28 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      aria-hidden
    >
      <circle cx="9.5" cy="10" r="7" />
      <circle cx="18.5" cy="10" r="7" opacity="0.55" />
    </svg>
  );
}
