/** Errors of travel times and coordinates. `{value}` is replaced by the offending value. */
export const travelMessages = {
  'routing.point.invalid': {
    zh: '坐标 {value} 无效：经度须在 -180 到 180 之间，纬度须在 -90 到 90 之间，请检查是否写反。',
    en: 'The point {value} is no coordinate: longitude lies between -180 and 180, latitude between -90 and 90; check their order.',
  },
  'routing.datum.invalid': {
    zh: '坐标系请写 wgs84（GPS）、gcj02（高德、腾讯）或 bd09（百度），收到的是 {value}。',
    en: 'Write the datum as wgs84 (GPS), gcj02 (AMap, Tencent) or bd09 (Baidu), got {value}.',
  },
  'routing.profile.detour': {
    zh: '绕路系数必须是不小于 1 的数（道路不会比直线短），收到的是 {value}。',
    en: 'A detour factor is a number of at least 1, no road being shorter than the straight line; got {value}.',
  },
  'routing.profile.bands': {
    zh: '车速分段须按距离从近到远排列，车速大于 0，最后一段的 uptoMetres 为 null，收到的是 {value}。',
    en: 'List speed bands from near to far, each faster than 0, the last one with uptoMetres null; got {value}.',
  },
  'routing.profile.start': {
    zh: '每程的停车与起步时间须为 0 到 120 分钟，收到的是 {value}。',
    en: 'Minutes for parking and setting off lie between 0 and 120, got {value}.',
  },
  'routing.calibration.empty': {
    zh: '没有可用于校准的点对（共收到 {value} 对）：请提供相距 100 米以上、且道路距离不短于直线的点对。',
    en: 'None of the {value} pairs can be used; give pairs more than 100 m apart whose road is not shorter than the straight line.',
  },
  'routing.travel.key': {
    zh: '{value} 需要密钥，请在设置中填写。',
    en: '{value} needs a key; enter it in the settings.',
  },
  'routing.travel.url': {
    zh: '服务地址“{value}”无效，请写成 https:// 开头的地址，不带问号后的参数。',
    en: 'The address "{value}" is no address of a service; write https://… without parameters.',
  },
  'routing.travel.tooMany': {
    zh: '一次最多计算 {value} 个地点的行程矩阵，请按负责人拆分。',
    en: 'One matrix holds at most {value} places; split the plan by owner.',
  },
} as const;
