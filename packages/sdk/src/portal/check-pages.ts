import type { ContractProblem } from '../validation/problem.ts';
import { portalProblem, unknownName } from './problems.ts';
import type { PortalFile, PortalPage } from './types.ts';

/** First segments that the gateway keeps for itself. */
const reserved = ['api', 'plugins', 'assets', 'embed', 'embed.js', 'healthz', 'readyz', 'metrics'];

/** What is wrong with the pages and the navigation between them, apart from plugins. */
export function checkPages(portal: PortalFile): readonly ContractProblem[] {
  return [...portal.pages.flatMap((page, index) => checkPage(portal.pages, page, index)), ...checkNavigation(portal)];
}

function checkPage(pages: readonly PortalPage[], page: PortalPage, index: number): readonly ContractProblem[] {
  const at = `pages.${index}`;
  const problems: ContractProblem[] = [];
  const sameId = pages.findIndex((other) => other.id === page.id);
  if (sameId < index) {
    problems.push(
      portalProblem(
        `${at}.id`,
        'page.duplicate',
        [`${page.id} 已是第 ${sameId + 1} 个页面的编号。`, `${page.id} is already the id of pages.${sameId}.`],
        ['请换一个编号。', 'Choose another id.'],
      ),
    );
  }
  const samePath = pages.findIndex((other) => shape(other.path) === shape(page.path));
  if (samePath < index) {
    const other = pages[samePath]?.id ?? '';
    problems.push(
      portalProblem(
        `${at}.path`,
        'path.conflict',
        [`${page.path} 与页面 ${other} 的路径冲突。`, `${page.path} is the same place as the path of page ${other}.`],
        ['请换一条路径。', 'Choose another path.'],
      ),
    );
  }
  const first = page.path.split('/')[1] ?? '';
  if (reserved.includes(first)) {
    problems.push(
      portalProblem(
        `${at}.path`,
        'path.reserved',
        [`/${first} 由服务器使用。`, `/${first} belongs to the server.`],
        ['请换一条路径。', 'Choose another path.'],
      ),
    );
  }
  if (page.kind === 'account' && !page.path.split('/').includes(':accountId')) {
    problems.push(
      portalProblem(
        `${at}.path`,
        'path.parameter',
        ['客户页面的路径缺少 :accountId。', 'The path of an account page lacks :accountId.'],
        ['例如 /accounts/:accountId。', 'Write for example /accounts/:accountId.'],
      ),
    );
  }
  if (page.kind === 'slots' && !page.slot && !page.byRole) {
    problems.push(
      portalProblem(
        at,
        'page.slot',
        ['没有写明要显示哪个插槽。', 'It does not say which slot it shows.'],
        ['请补上 slot 或 byRole。', 'Add slot or byRole.'],
      ),
    );
  }
  return problems;
}

/** Paths that differ only in the names of their parameters are one place. */
function shape(path: string): string {
  return path.replaceAll(/:[^/]+/g, ':');
}

function checkNavigation({ pages, navigation }: PortalFile): readonly ContractProblem[] {
  return navigation.flatMap((item, index) => {
    const page = pages.find((candidate) => candidate.id === item.page);
    const at = `navigation.${index}.page`;
    if (!page)
      return [
        unknownName(
          at,
          'page.unknown',
          ['页面', 'page'],
          item.page,
          pages.map(({ id }) => id),
        ),
      ];
    if (!page.path.includes(':')) return [];
    return [
      portalProblem(
        at,
        'navigation.parameter',
        [`${item.page} 的路径带参数，不能放入导航。`, `The path of ${item.page} has a parameter and cannot be navigated to.`],
        ['请从导航中删除此项。', 'Remove it from the navigation.'],
      ),
    ];
  });
}
