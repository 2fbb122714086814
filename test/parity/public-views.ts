import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../platform/project-root';

const modelsIn = (folder: 'cubes' | 'views') => {
  const root = join(projectRoot, 'cube-models', folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yml'))
    .map((path) => readFileSync(join(root, path), 'utf8'));
};

/** The names in a list of named things, such as `measures:`, of a cube. */
function namesUnder(model: string, key: 'dimensions' | 'measures'): string[] {
  const [, part = ''] = model.split(new RegExp(`^    ${key}:\\n`, 'm'));
  const [own = ''] = part.split(/^ {4}\w/m);
  return [...own.matchAll(/^ {6}- name: (\w+)$/gm)].map(([, name = '']) => name);
}

const nameOf = (model: string) => /^ {2}- name: (\w+)$/m.exec(model)?.[1] ?? '';

/** Which members of which cubes a view shows. */
function includesOf(view: string): { cube: string; prefix: string; members: string[] }[] {
  return view
    .split(/^ {6}- join_path: /m)
    .slice(1)
    .map((part) => {
      const [block = ''] = part.split(/^ {4}access_policy:/m);
      const cube = /^[\w.]+/.exec(block)?.[0].split('.').at(-1) ?? '';
      const [, included = ''] = block.split(/includes:/);
      return {
        cube,
        prefix: /^ {8}prefix: true$/m.test(block) ? `${cube}_` : '',
        members: included.match(/\w+/g) ?? [],
      };
    });
}

/** The views of the semantic layer that may be asked, with the measures that they show, as the models say. */
export function publicViews(): Map<string, string[]> {
  const cubes = new Map(modelsIn('cubes').map((model) => [nameOf(model), model]));
  return new Map(
    modelsIn('views').map((view) => [
      nameOf(view),
      includesOf(view).flatMap(({ cube, prefix, members }) => {
        const model = cubes.get(cube) ?? '';
        const [measures, dimensions] = [
          namesUnder(model, 'measures'),
          namesUnder(model, 'dimensions'),
        ];
        const unknown = members.filter(
          (member) => !measures.includes(member) && !dimensions.includes(member),
        );
        if (members.length === 0 || unknown.length > 0)
          throw new Error(`${nameOf(view)}: what of ${cube} is "${unknown.join(', ')}"?`);
        return members.filter((member) => measures.includes(member)).map((name) => prefix + name);
      }),
    ]),
  );
}
