/** The journey of a customer of the demo organisation. */
export const JOURNEY = { nameEn: 'Buying for the home', nameZh: '家居选购之旅' } as const;

export const STAGES = [
  { kind: 'before', nameEn: 'Looking and choosing', nameZh: '浏览与选择' },
  { kind: 'during', nameEn: 'Buying and receiving', nameZh: '购买与收货' },
  { kind: 'after', nameEn: 'Using and getting help', nameZh: '使用与售后' },
] as const;

export interface TouchpointPlan {
  code: string;
  stage: 'before' | 'during' | 'after';
  nameEn: string;
  nameZh: string;
  ownerCode: string;
  /** Departments whose customers pass here, with their share of the answers. */
  departments: readonly (readonly [code: string, share: number])[];
}

export const TOUCHPOINT_PLANS: readonly TouchpointPlan[] = [
  {
    code: 'store_visit',
    stage: 'before',
    nameEn: 'Store visit',
    nameZh: '到店参观',
    ownerCode: 'STORES',
    departments: [
      ['ST-CAMDEN', 26],
      ['ST-CROYDON', 22],
      ['ST-MANCHESTER', 30],
      ['ST-BIRMINGHAM', 21],
      ['ST-WHITBY', 0.5],
    ],
  },
  {
    code: 'product_search',
    stage: 'before',
    nameEn: 'Finding a product online',
    nameZh: '线上找商品',
    ownerCode: 'ON-SHOP',
    departments: [['ON-SHOP', 1]],
  },
  {
    code: 'online_chat',
    stage: 'before',
    nameEn: 'Online advice',
    nameZh: '在线咨询',
    ownerCode: 'ON-ADVICE',
    departments: [['ON-ADVICE', 1]],
  },
  {
    code: 'store_purchase',
    stage: 'during',
    nameEn: 'Buying in the store',
    nameZh: '门店购买',
    ownerCode: 'STORES',
    departments: [
      ['ST-CAMDEN', 27],
      ['ST-CROYDON', 20],
      ['ST-MANCHESTER', 31],
      ['ST-BIRMINGHAM', 21.5],
      ['ST-WHITBY', 0.5],
    ],
  },
  {
    code: 'online_checkout',
    stage: 'during',
    nameEn: 'Online checkout',
    nameZh: '线上下单',
    ownerCode: 'ON-SHOP',
    departments: [
      ['ON-SHOP', 97],
      ['ON-MARKET', 3],
    ],
  },
  {
    code: 'click_collect',
    stage: 'during',
    nameEn: 'Click and collect',
    nameZh: '线上下单到店取货',
    ownerCode: 'DL-WAREHOUSE',
    departments: [['DL-WAREHOUSE', 1]],
  },
  {
    code: 'home_delivery',
    stage: 'during',
    nameEn: 'Home delivery',
    nameZh: '送货上门',
    ownerCode: 'DELIVERY',
    departments: [
      ['DL-SOUTH', 56],
      ['DL-NORTH', 44],
    ],
  },
  {
    code: 'installation',
    stage: 'during',
    nameEn: 'Installation at home',
    nameZh: '上门安装',
    ownerCode: 'DL-INSTALL',
    departments: [['DL-INSTALL', 1]],
  },
  {
    code: 'service_call',
    stage: 'after',
    nameEn: 'Call to customer service',
    nameZh: '客服来电',
    ownerCode: 'SV-CONTACT',
    departments: [['SV-CONTACT', 1]],
  },
  {
    code: 'repair_visit',
    stage: 'after',
    nameEn: 'Repair visit',
    nameZh: '上门维修',
    ownerCode: 'SV-REPAIRS',
    departments: [['SV-REPAIRS', 1]],
  },
  {
    code: 'complaint',
    stage: 'after',
    nameEn: 'Complaint or refund',
    nameZh: '投诉与退款',
    ownerCode: 'SV-CLAIMS',
    departments: [['SV-CLAIMS', 1]],
  },
  {
    code: 'spare_parts',
    stage: 'after',
    nameEn: 'Spare parts order',
    nameZh: '配件订购',
    ownerCode: 'SV-PARTS',
    departments: [['SV-PARTS', 1]],
  },
];
