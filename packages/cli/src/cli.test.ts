import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyLookup } from '@milepost/crm';
import type { EntityName, MirrorAccess, MirrorRow, TenantInfo } from '@milepost/crm';
import { columnReference, problemCodes } from '@milepost/crm/csv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localeOf } from './context.ts';
import type { CommandContext } from './context.ts';
import { run } from './run.ts';

/** A mirror in memory that keeps the rules of a sink: nothing is seen before `finish`. */
class MemoryMirror implements MirrorAccess {
  readonly describes = 'memory';
  readonly companies: TenantInfo[] = [];
  readonly rows = new Map<string, MirrorRow>();
  readonly calls: string[] = [];
  onUpsert: (entity: EntityName) => void = () => undefined;

  tenants = () => Promise.resolve(this.companies);
  lookup = () => emptyLookup;
  close = () => Promise.resolve(void this.calls.push('close'));

  sink() {
    const pending = new Map<string, MirrorRow>();
    let tenant: TenantInfo | undefined;
    return {
      begin: (info: TenantInfo) => {
        tenant = info;
        return Promise.resolve(void this.calls.push(`begin ${info.id}`));
      },
      upsert: (entity: EntityName, rows: Iterable<MirrorRow>) => {
        this.onUpsert(entity);
        const counts = { inserted: 0, changed: 0, unchanged: 0 };
        for (const row of rows) {
          const key = `${entity}/${String(row['id'])}`;
          const before = this.rows.get(key);
          counts[before === undefined ? 'inserted' : JSON.stringify(before) === JSON.stringify(row) ? 'unchanged' : 'changed'] +=
            1;
          pending.set(key, row);
        }
        return Promise.resolve(counts);
      },
      finish: (derive: string) => {
        for (const [key, row] of pending) this.rows.set(key, row);
        if (tenant && !this.companies.some((known) => known.id === tenant?.id)) this.companies.push(tenant);
        return Promise.resolve(void this.calls.push(`finish ${derive}`));
      },
      rollback: () => Promise.resolve(void this.calls.push('rollback')),
    };
  }
}

let folder: string;
let mirror: MemoryMirror;
let out: string;
let err: string;
let cancel: AbortController;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'milepost-cli-'));
  mirror = new MemoryMirror();
  cancel = new AbortController();
});
afterEach(() => rm(folder, { recursive: true }));

function milepost(...args: string[]): Promise<number> {
  out = '';
  err = '';
  const context: CommandContext = {
    locale: localeOf(args, {}),
    cwd: folder,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    interactive: false,
    terminal: false,
    today: () => '2026-11-21',
    openMirror: () => Promise.resolve(mirror),
    signal: cancel.signal,
  };
  return run(args, '0.1.0', context);
}

describe('milepost templates', () => {
  it('writes a template per entity in the language asked for, and will not overwrite', async () => {
    expect(await milepost('templates', '.', '--lang', 'zh')).toBe(0);
    expect(await readdir(folder)).toContain('阶段变更.csv');
    expect(await readFile(join(folder, '客户.csv'), 'utf8')).toMatch(/^\uFEFF客户编号,名称,客户类型/);
    expect(await milepost('templates', '.', '--lang', 'zh')).toBe(1);
    expect(err).toContain('已存在，未覆盖任何文件');
    expect(await milepost('templates', '.', '--lang', 'zh', '--force', '--json')).toBe(0);
    expect((JSON.parse(out) as { files: string[] }).files).toHaveLength(15);
  });
});

describe('milepost import', () => {
  beforeEach(() => milepost('templates', '.'));

  it('imports once, and changes nothing the second time', async () => {
    expect(await milepost('import', '.', '--tenant', 'acme', '--name', 'Acme', '--json')).toBe(0);
    expect((JSON.parse(out) as { counts: object }).counts).toMatchObject({
      accounts: { inserted: 1 },
      activities: { inserted: 1 },
    });
    expect(mirror.calls).toEqual(['begin acme', 'finish compute', 'close']);
    expect(await milepost('import', '.', '--json')).toBe(0);
    expect((JSON.parse(out) as { counts: object }).counts).toMatchObject({
      accounts: { inserted: 0, changed: 0, unchanged: 1 },
    });
  });

  it('shows the cell of an error with file and row, and begins nothing', async () => {
    await writeFile(
      join(folder, 'orders.csv'),
      'id,客户编号,负责人,下单日期,状态,金额,税额\no001,a001,p001,3/5/2026,已交货,2116.80,1\n',
    );
    expect(await milepost('import', '.', '--tenant', 'acme', '--name', 'Acme', '--lang', 'zh')).toBe(1);
    expect(err).toContain('orders.csv:2 下单日期: 不是明确的日期“3/5/2026”。写成 2026-03-05 [csv.value.date]\n');
    expect(err).toContain('共 1 处错误，没有导入任何数据');
    expect(mirror.calls).toEqual(['close']);
  });

  it('lists fifty errors for people and all of them as one JSON document', async () => {
    const rows = Array.from({ length: 80 }, (_, index) => `c${index},`).join('\n');
    await writeFile(join(folder, 'categories.csv'), `id,name\ntea,Tea\n${rows}\n`);
    expect(await milepost('import', '.', '--tenant', 'a', '--name', 'A')).toBe(1);
    expect(err.match(/csv\.value\.required/g)).toHaveLength(50);
    expect(err).toContain('… and 30 more');
    expect(await milepost('import', '.', '--tenant', 'a', '--name', 'A', '--json')).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, imported: false, errorCount: 80 });
  });

  it('only checks with --dry-run', async () => {
    expect(await milepost('import', '.', '--tenant', 'acme', '--name', 'Acme', '--dry-run')).toBe(0);
    expect(out).toBe('14 rows are fine; nothing was imported\n');
    expect(mirror.calls).toEqual(['close']);
  });

  it('says what is missing: folder, files, company', async () => {
    expect(await milepost('import', 'nowhere')).toBe(1);
    expect(err).toContain('[cli.folder]');
    expect(await milepost('import', '.', '--tenant', 'other')).toBe(1);
    expect(err).toContain('There is no company "other"');
    expect(await milepost('import', '.')).toBe(1);
    expect(err).toContain('[cli.tenant.choose]');
  });
});

describe('a database that stops in the middle', () => {
  beforeEach(() => milepost('templates', '.'));

  it.each([
    ['terminating connection due to administrator command', '57P01'],
    ['Connection terminated unexpectedly', undefined],
  ])('is one line with a remedy, and the load is rolled back (%s)', async (message, code) => {
    mirror.onUpsert = (entity) => {
      if (entity === 'orders') throw Object.assign(new Error(message), code && { code });
    };
    expect(await milepost('import', '.', '--tenant', 'acme', '--name', 'Acme')).toBe(1);
    expect(err.trim().split('\n').at(-1)).toMatch(/^The database cannot be used: .*\. .*npm start.*\[cli\.database\]$/);
    expect(mirror.calls).toEqual(['begin acme', 'rollback', 'close']);
  });
});

describe('milepost demo', () => {
  it('loads both companies with their derived fields', async () => {
    expect(await milepost('demo', '--scale', '0.1', '--json')).toBe(0);
    expect(mirror.calls).toEqual(['begin qinghe', 'finish given', 'begin beichen', 'finish given', 'close']);
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      companies: [{ tenant: 'qinghe' }, { tenant: 'beichen' }],
    });
    expect(mirror.rows.get('units/sh')).toMatchObject({ path: '/co/east/sh/' });
  });

  it('leaves nothing behind when it is cancelled half-way', async () => {
    mirror.onUpsert = (entity) => {
      if (entity === 'orders') cancel.abort();
    };
    expect(await milepost('demo', '--scale', '0.1')).toBe(130);
    expect(mirror.calls).toEqual(['begin qinghe', 'rollback', 'close']);
    expect(mirror.rows.size).toBe(0);
  });

  it('refuses a size or a day that makes no sense before it opens anything', async () => {
    expect(await milepost('demo', '--scale', 'big')).toBe(1);
    expect(err).toContain('[cli.usage]');
    expect(await milepost('demo', '--as-of', '2026-02-30', '--lang', 'zh')).toBe(1);
    expect(err).toContain('milepost demo --help');
    expect(mirror.calls).toEqual([]);
  });
});

describe('the reference of the import', () => {
  it('documents every column and every code as they are', async () => {
    const page = await readFile(new URL('../../../docs/reference/import.md', import.meta.url), 'utf8');
    const squeezed = (text: string): string => text.replace(/[ -]+/g, ' ');
    expect(squeezed(page)).toContain(squeezed(columnReference('en')).trim());
    for (const code of problemCodes) expect(page).toContain(`\`${code}\``);
  });
});

describe('the command line', () => {
  it('answers what it does not know with one line and code 2', async () => {
    expect(await milepost('imprt')).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(await milepost('demo', '--json', '--wrong')).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ ok: false, code: 'cli.usage' });
  });

  it('names the port that another program uses, not the database', async () => {
    mirror.onUpsert = () => {
      throw Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE', port: 4190 });
    };
    expect(await milepost('demo', '--scale', '0.1', '--lang', 'en')).toBe(1);
    expect(err.trim().split('\n').at(-1)).toBe(
      'Port 4190 is in use. Choose another with --port, or stop the program that uses it [cli.port.used]',
    );
  });

  it('shows help and version and ends well', async () => {
    expect(await milepost()).toBe(0);
    expect(out).toContain('templates');
    expect(await milepost('--version')).toBe(0);
    expect(out).toBe('0.1.0\n');
    expect(await milepost('import', '--help')).toBe(0);
    expect(out).toContain('--dry-run');
  });

  it('speaks the language asked for, else that of the terminal', () => {
    expect(localeOf(['--lang', 'zh'], { LANG: 'en_US.UTF-8' })).toBe('zh-CN');
    expect(localeOf([], { LANG: 'zh_CN.UTF-8' })).toBe('zh-CN');
    expect(localeOf([], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' })).toBe('en');
  });
});
