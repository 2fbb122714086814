/** The tree of the demo organisation: who works there and under which titles. */
export interface DepartmentPlan {
  code: string;
  nameEn: string;
  nameZh: string;
  parentCode: string | null;
  /** Everyone who works directly there today, its head included. */
  headcount: number;
  facesCustomers: boolean;
  headTitle: string;
  leadTitle: string;
  memberTitles: readonly (readonly [string, number])[];
}

const STORE_TITLES = [
  ['Sales adviser · 销售顾问', 6],
  ['Kitchen specialist · 厨电专员', 2],
  ['Cashier · 收银员', 2],
  ['Stock assistant · 库存助理', 1],
] as const;

function store(code: string, nameEn: string, nameZh: string, headcount: number): DepartmentPlan {
  return {
    code,
    nameEn,
    nameZh,
    parentCode: 'STORES',
    headcount,
    facesCustomers: true,
    headTitle: 'Store manager · 门店经理',
    leadTitle: 'Floor leader · 楼面主管',
    memberTitles: STORE_TITLES,
  };
}

function division(
  code: string,
  nameEn: string,
  nameZh: string,
  headTitle: string,
  facesCustomers = true,
): DepartmentPlan {
  return {
    code,
    nameEn,
    nameZh,
    parentCode: 'ASTER',
    headcount: 1,
    facesCustomers,
    headTitle,
    leadTitle: '',
    memberTitles: [],
  };
}

function delivery(code: string, nameEn: string, nameZh: string, headcount: number): DepartmentPlan {
  return {
    code,
    nameEn,
    nameZh,
    parentCode: 'DELIVERY',
    headcount,
    facesCustomers: true,
    headTitle: 'Delivery manager · 配送经理',
    leadTitle: 'Route planner · 路线主管',
    memberTitles: [
      ['Driver · 司机', 5],
      ['Driver’s mate · 随车员', 4],
    ],
  };
}

export const DEPARTMENT_PLANS: readonly DepartmentPlan[] = [
  {
    ...division('ASTER', 'Aster Home', '阿斯特家居', 'Chief executive · 首席执行官'),
    parentCode: null,
  },
  division('STORES', 'Stores', '门店事业部', 'Director of stores · 门店总监'),
  division('ONLINE', 'Online shop', '线上商城', 'Director of online · 线上总监'),
  division(
    'DELIVERY',
    'Delivery and installation',
    '配送与安装',
    'Director of delivery · 配送总监',
  ),
  division('SERVICE', 'Customer service', '客户服务', 'Director of service · 客服总监'),
  division('OFFICE', 'Head office', '总部职能', 'Director of operations · 运营总监', false),

  store('ST-CAMDEN', 'Camden store', '卡姆登店', 32),
  store('ST-CROYDON', 'Croydon store', '克罗伊登店', 28),
  store('ST-MANCHESTER', 'Manchester store', '曼彻斯特店', 36),
  store('ST-BIRMINGHAM', 'Birmingham store', '伯明翰店', 30),
  store('ST-WHITBY', 'Whitby showroom', '惠特比展厅', 9),

  {
    code: 'ON-SHOP',
    nameEn: 'Website and app',
    nameZh: '网站与应用',
    parentCode: 'ONLINE',
    headcount: 26,
    facesCustomers: true,
    headTitle: 'Head of website and app · 网站与应用负责人',
    leadTitle: 'Product owner · 产品负责人',
    memberTitles: [
      ['Software developer · 软件工程师', 5],
      ['Content editor · 内容编辑', 2],
      ['Interaction designer · 交互设计师', 1],
    ],
  },
  {
    code: 'ON-ADVICE',
    nameEn: 'Online advice',
    nameZh: '在线导购',
    parentCode: 'ONLINE',
    headcount: 16,
    facesCustomers: true,
    headTitle: 'Head of online advice · 在线导购负责人',
    leadTitle: 'Chat team leader · 在线组长',
    memberTitles: [['Chat adviser · 在线顾问', 1]],
  },
  {
    code: 'ON-MARKET',
    nameEn: 'Marketplace',
    nameZh: '第三方平台',
    parentCode: 'ONLINE',
    headcount: 6,
    facesCustomers: true,
    headTitle: 'Head of marketplace · 平台负责人',
    leadTitle: 'Partner lead · 合作主管',
    memberTitles: [['Partner assistant · 合作专员', 1]],
  },
  {
    ...delivery('DL-WAREHOUSE', 'Warehouse', '仓储中心', 28),
    headTitle: 'Warehouse manager · 仓储经理',
    leadTitle: 'Shift leader · 班组长',
    memberTitles: [
      ['Warehouse operative · 仓库作业员', 5],
      ['Dispatcher · 调度员', 1],
    ],
  },
  delivery('DL-SOUTH', 'Home delivery South', '南区配送', 28),
  delivery('DL-NORTH', 'Home delivery North', '北区配送', 24),
  {
    ...delivery('DL-INSTALL', 'Installation', '上门安装', 20),
    headTitle: 'Installation manager · 安装经理',
    leadTitle: 'Lead installer · 安装组长',
    memberTitles: [
      ['Installer · 安装技师', 4],
      ['Electrician · 电工', 1],
    ],
  },
  {
    code: 'SV-CONTACT',
    nameEn: 'Contact centre',
    nameZh: '呼叫中心',
    parentCode: 'SERVICE',
    headcount: 34,
    facesCustomers: true,
    headTitle: 'Contact centre manager · 呼叫中心经理',
    leadTitle: 'Team leader · 组长',
    memberTitles: [['Service adviser · 客服专员', 1]],
  },
  {
    code: 'SV-REPAIRS',
    nameEn: 'Repairs',
    nameZh: '维修服务',
    parentCode: 'SERVICE',
    headcount: 24,
    facesCustomers: true,
    headTitle: 'Repairs manager · 维修经理',
    leadTitle: 'Lead technician · 技师组长',
    memberTitles: [
      ['Field technician · 上门技师', 4],
      ['Workshop technician · 车间技师', 2],
    ],
  },
  {
    code: 'SV-CLAIMS',
    nameEn: 'Complaints and refunds',
    nameZh: '投诉与退款',
    parentCode: 'SERVICE',
    headcount: 12,
    facesCustomers: true,
    headTitle: 'Complaints manager · 投诉处理经理',
    leadTitle: 'Case lead · 工单主管',
    memberTitles: [['Case handler · 工单专员', 1]],
  },
  {
    code: 'SV-PARTS',
    nameEn: 'Spare parts',
    nameZh: '配件供应',
    parentCode: 'SERVICE',
    headcount: 5,
    facesCustomers: true,
    headTitle: 'Parts manager · 配件经理',
    leadTitle: 'Parts lead · 配件主管',
    memberTitles: [['Parts assistant · 配件专员', 1]],
  },
  {
    code: 'HO-PEOPLE',
    nameEn: 'People',
    nameZh: '人力资源部',
    parentCode: 'OFFICE',
    headcount: 12,
    facesCustomers: false,
    headTitle: 'Head of people · 人力资源负责人',
    leadTitle: 'HR partner · 人力资源伙伴',
    memberTitles: [
      ['HR adviser · 人力资源专员', 2],
      ['Recruiter · 招聘专员', 1],
    ],
  },
  {
    code: 'HO-INSIGHT',
    nameEn: 'Finance and insight',
    nameZh: '财务与洞察',
    parentCode: 'OFFICE',
    headcount: 22,
    facesCustomers: false,
    headTitle: 'Head of finance and insight · 财务与洞察负责人',
    leadTitle: 'Team lead · 团队主管',
    memberTitles: [
      ['Accountant · 会计', 3],
      ['Data analyst · 数据分析师', 1],
      ['Systems engineer · 系统工程师', 2],
    ],
  },
];
