/** The colours and the face a chart is drawn in. On a screen they are CSS variables, so one drawing serves both themes. */
export interface ChartTheme {
  text: string;
  quiet: string;
  rule: string;
  surface: string;
  line: string;
  band: string;
  target: string;
  fontFamily: string;
  fontSize: number;
  /** Diverging steps from clearly worse to clearly better, each with the colour of the number on it. */
  heat: readonly HeatStep[];
  /** Steps of a quantity that is neither good nor bad, from little to much. */
  amount: readonly HeatStep[];
  empty: HeatStep;
}

export interface HeatStep {
  fill: string;
  ink: string;
}

export const heatStepCount = 7;
export const amountStepCount = 4;

const steps = (prefix: string, count: number): HeatStep[] =>
  Array.from({ length: count }, (_, index) => ({
    fill: `var(--${prefix}-${index})`,
    ink: `var(--${prefix}-ink-${index})`,
  }));

/** Orange to blue through a neutral middle: told apart with every common kind of colour blindness, and in print. */
export const heatColours = {
  light: ['#c2570c', '#e9a066', '#f7dcc2', '#f1f3f5', '#cfe0f0', '#86b4dc', '#2b6ca8'],
  dark: ['#f0975a', '#a85a22', '#5a3a24', '#2b333a', '#24425e', '#2f6ba3', '#8fc3f2'],
} as const;

export const heatInk = {
  light: ['#ffffff', '#1f262d', '#1f262d', '#1f262d', '#1f262d', '#1f262d', '#ffffff'],
  dark: ['#12171b', '#ffffff', '#f2ede8', '#e3e7eb', '#e6eef6', '#ffffff', '#12171b'],
} as const;

export const amountColours = {
  light: ['#f1f3f5', '#dfe4e9', '#c6ced6', '#a4b0bc'],
  dark: ['#232a31', '#303a43', '#414e5a', '#566674'],
} as const;

export const amountInk = {
  light: ['#1f262d', '#1f262d', '#1f262d', '#12171b'],
  dark: ['#e3e7eb', '#e3e7eb', '#f1f4f6', '#ffffff'],
} as const;

export const screenTheme: ChartTheme = {
  text: 'var(--text)',
  quiet: 'var(--text-quiet)',
  rule: 'var(--line)',
  surface: 'var(--surface)',
  line: 'var(--series-1)',
  band: 'var(--chart-band)',
  target: 'var(--chart-target)',
  fontFamily: 'inherit',
  fontSize: 12,
  heat: steps('heat', heatStepCount),
  amount: steps('amount', amountStepCount),
  empty: { fill: 'var(--surface)', ink: 'var(--text-quiet)' },
};

const pair = (fills: readonly string[], inks: readonly string[]): HeatStep[] =>
  fills.map((fill, index) => ({ fill, ink: inks[index] ?? '#1f262d' }));

/** For paper and for files: plain colours of the light theme. */
export const printTheme: ChartTheme = {
  text: '#1f262d',
  quiet: '#57626d',
  rule: '#e1e5e9',
  surface: '#ffffff',
  line: '#105f6b',
  band: '#cfe4e7',
  target: '#6950a1',
  fontFamily: 'report',
  fontSize: 9,
  heat: pair(heatColours.light, heatInk.light),
  amount: pair(amountColours.light, amountInk.light),
  empty: { fill: '#ffffff', ink: '#57626d' },
};
