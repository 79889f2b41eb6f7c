/** Errors of the problem file. `{value}` is replaced by the offending value. */
export const problemMessages = {
  'routing.problem.json': {
    zh: '文件不是有效的 JSON：{value}。请用导出功能重新生成，或用编辑器检查括号与逗号。',
    en: 'The file is no JSON: {value}. Export it again, or check brackets and commas in an editor.',
  },
  'routing.problem.size': {
    zh: '文件有 {value} 个字符，超过上限；行程矩阵过大时请按负责人拆分。',
    en: 'The file has {value} characters, more than are read; split it by owner, with a travel matrix for each.',
  },
  'routing.problem.format': {
    zh: '格式标识应为 milepost.visit-problem/1，收到的是 {value}；请用支持该版本的程序打开。',
    en: 'The format is milepost.visit-problem/1, got {value}; open it with a program that knows that version.',
  },
  'routing.problem.calendar': {
    zh: '缺少公司日历；请在 calendar 填入日历文件的内容，base 为 CN 即包含国家法定节假日。',
    en: 'The company calendar is missing; put the contents of a calendar file under calendar, with base CN for the public holidays.',
  },
  'routing.problem.object': {
    zh: '这里需要一个对象 {…}，收到的是 {value}。',
    en: 'An object {…} belongs here, got {value}.',
  },
  'routing.problem.field': {
    zh: '没有名为“{value}”的字段，请检查拼写或删去。',
    en: 'There is no field "{value}"; check its spelling or remove it.',
  },
  'routing.problem.text': {
    zh: '这里需要 1 到 200 个字符的文字，收到的是 {value}。',
    en: 'A text of 1 to 200 characters belongs here, got {value}.',
  },
  'routing.problem.list': {
    zh: '这里需要一个列表 […]，收到的是 {value}。',
    en: 'A list […] belongs here, got {value}.',
  },
  'routing.problem.tooMany': {
    zh: '列表最多 {value} 项，请拆成几份。',
    en: 'The list has more than {value} entries; split it.',
  },
  'routing.problem.number': {
    zh: '数值 {value} 无效或超出允许范围，请参照文档改正。',
    en: 'The number {value} is none or outside of what is allowed here; see the reference for the range.',
  },
  'routing.problem.flag': {
    zh: '这里只能写 true 或 false，收到的是 {value}。',
    en: 'Write true or false here, got {value}.',
  },
  'routing.problem.choice': {
    zh: '“{value}”不是可选的值，请参照文档选择。',
    en: '"{value}" is not one of the possible values; see the reference.',
  },
  'routing.problem.date': {
    zh: '“{value}”不是有效日期，请写成 YYYY-MM-DD，例如 2026-03-02。',
    en: '"{value}" is no date; write YYYY-MM-DD, for example 2026-03-02.',
  },
  'routing.problem.time': {
    zh: '“{value}”不是有效时间，请写成 00:00 到 24:00 之间的 HH:MM，例如 09:30。',
    en: '"{value}" is no time; write HH:MM between 00:00 and 24:00, for example 09:30.',
  },
  'routing.problem.range': {
    zh: '{value} 的结束不晚于开始，请对调或改正。',
    en: '{value} does not end after it starts; swap or correct the two.',
  },
  'routing.problem.horizon': {
    zh: '计划期须为 1 到 100 天，收到的是 {value}；更长的计划请按季度分段。',
    en: 'A horizon has 1 to 100 days, got {value}; plan longer times quarter by quarter.',
  },
  'routing.problem.uncertainDays': {
    zh: '日历没有 {value} 的放假安排；请导入官方通知，或把 unknownDays 设为 plan，按普通星期排并附提示。',
    en: 'The calendar does not know the working days of {value}; import the official notice, or set unknownDays to plan, which takes weekdays and says so.',
  },
  'routing.problem.duplicate': {
    zh: '“{value}”出现了两次，请去掉重复项。',
    en: '"{value}" occurs twice; remove one of the two.',
  },
  'routing.problem.reference': {
    zh: '没有编号为“{value}”的条目，请补上或改正引用。',
    en: 'Nothing has the id "{value}"; add it or correct the reference.',
  },
  'routing.problem.place': {
    zh: '代表的地点必须有坐标（lng、lat、datum）或 travelId，收到的是 {value}。',
    en: 'A place of a representative needs coordinates (lng, lat, datum) or a travelId, got {value}.',
  },
  'routing.problem.frequency': {
    zh: '拜访频率须写明次数（visits）或最长间隔（greatestGapDays），且最短间隔不大于最长间隔，收到的是 {value}。',
    en: 'A frequency states visits or greatestGapDays, and no least gap above the greatest; got {value}.',
  },
  'routing.problem.matrix': {
    zh: '行程矩阵须为正方形，行列数与 ids 一致：{value}。',
    en: 'A travel matrix is square, one row and column per id: {value}.',
  },
  'routing.problem.travelTime': {
    zh: '行程时间与距离须为不小于 0 的数，未知写 null，收到的是 {value}。',
    en: 'Travel times and distances are numbers of at least 0, null where unknown; got {value}.',
  },
  'routing.problem.empty': {
    zh: '{value} 不能为空，请至少写一项。',
    en: '{value} is empty; give at least one entry.',
  },
  'routing.compile.tooLarge': {
    zh: '一组代表与其共同客户有 {value} 个地点，行程矩阵放不进内存；请为客户指定负责人（owner），计划会按人拆分。',
    en: 'Representatives and the customers they share have {value} places, too many for one travel matrix; give customers an owner, and the plan splits by person.',
  },
} as const;
