// Loaded before anything else and written so that an old Node can read it.
var major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  var chinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');
  var found = process.versions.node;
  process.stderr.write(
    chinese
      ? 'Milepost 需要 Node.js 20 或更高版本，当前为 ' + found + '。请从 https://nodejs.org 安装新版本后重试。\n'
      : 'Milepost needs Node.js 20 or later, this is ' + found + '. Install a newer one from https://nodejs.org and try again.\n',
  );
  process.exit(1);
}
