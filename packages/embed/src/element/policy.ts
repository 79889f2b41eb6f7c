/** Watches whether the page's Content-Security-Policy or Trusted Types refuse something that in-page mode needs. */
export function watchPolicy(gateway: string): { violated(): boolean; stop(): void } {
  let violated = false;
  const listen = (event: SecurityPolicyViolationEvent): void => {
    if (event.disposition !== 'enforce') return;
    // Cross-origin addresses are reported by origin; refused policies of Trusted Types by name.
    if (event.blockedURI.startsWith(gateway) || event.blockedURI.startsWith('trusted-types')) violated = true;
  };
  document.addEventListener('securitypolicyviolation', listen);
  return {
    violated: () => violated,
    stop: () => document.removeEventListener('securitypolicyviolation', listen),
  };
}
