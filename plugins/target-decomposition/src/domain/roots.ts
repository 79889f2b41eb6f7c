/** Nodes whose parent is not among the given ones: the tops of what a person sees. */
export function rootsOf(nodes: readonly { readonly nodeId: string; readonly parentId: string | null }[]): string[] {
  const ids = new Set(nodes.map((node) => node.nodeId));
  return nodes.filter((node) => node.parentId === null || !ids.has(node.parentId)).map((node) => node.nodeId);
}
