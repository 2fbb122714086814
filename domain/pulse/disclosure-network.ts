/** The department tree, each department cut by the bands of one attribute; everything by its position. */
export interface TreeShape {
  /** The parent of each department, −1 for one at the top. */
  parents: readonly number[];
  bands: number;
}

/** A cell covers a department with everything below it, in one band or (column `bands`) in all of them. */
export const cellAt = ({ bands }: TreeShape, department: number, column: number) =>
  department * (bands + 1) + column;
/** An atom is what everything adds up from: those of one band who work directly in one department. */
export const atomAt = ({ bands }: TreeShape, department: number, band: number) =>
  department * bands + band;
export const cellCount = ({ parents, bands }: TreeShape) => parents.length * (bands + 1);
export const atomCount = ({ parents, bands }: TreeShape) => parents.length * bands;

/** What each cell adds up to. */
export function cellTotals(shape: TreeShape, atoms: readonly (number | null)[]): number[] {
  const totals = Array.from({ length: cellCount(shape) }, () => 0);
  const { parents, bands } = shape;
  for (const [department] of parents.entries()) {
    for (let band = 0; band < bands; band++) {
      const count = atoms[atomAt(shape, department, band)] ?? 0;
      if (count === 0) continue;
      for (let above = department; above >= 0; above = parents[above] ?? -1) {
        for (const column of [band, bands]) {
          const cell = cellAt(shape, above, column);
          totals[cell] = (totals[cell] ?? 0) + count;
        }
      }
    }
  }
  return totals;
}

interface NetworkInput {
  shape: TreeShape;
  /** What each atom adds to a group that must not be light; null where nobody is. */
  weights: readonly (number | null)[];
  /** A group is light up to this weight. */
  limit: number;
  isPublished: (cell: number) => boolean;
}

/**
 * Which groups can be worked out from published cells by adding and subtracting.
 *
 * The tree by bands and the tree of wholes are two laminar families, so their cells are a network: one node per cell
 * and one sink, an arc from each cell to its parent's and from each atom's band to its department's whole. A sum of
 * atoms follows from published cells exactly when it is a difference of potentials that are alike at both ends of every
 * withheld cell. A group is then a directed cut (no atom enters it), and the lightest one that holds a given atom is a
 * maximum flow (Ford and Fulkerson, Flows in Networks, 1962), of which only `limit` + 1 steps are needed.
 */
export class DisclosureNetwork {
  readonly #shape: TreeShape;
  readonly #weights: readonly (number | null)[];
  readonly #limit: number;
  readonly #cells: number;
  readonly #tails: Int32Array;
  readonly #heads: Int32Array;
  readonly #isPublished: Uint8Array;
  readonly #flow: Int32Array;
  readonly #flowing: number[] = [];
  // Nodes that cannot be told apart are merged; each keeps the list of the arc ends that lie at it.
  readonly #merged: Int32Array;
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #next: Int32Array;
  readonly #reachedBy: Int32Array;
  readonly #seen: Int32Array;
  #round = 0;

  constructor({ shape, weights, limit, isPublished }: NetworkInput) {
    const cells = cellCount(shape);
    const arcs = cells + atomCount(shape);
    this.#shape = shape;
    this.#weights = weights;
    this.#limit = limit;
    this.#cells = cells;
    this.#tails = new Int32Array(arcs);
    this.#heads = new Int32Array(arcs);
    this.#isPublished = Uint8Array.from({ length: cells }, (_, cell) =>
      isPublished(cell) ? 1 : 0,
    );
    this.#flow = new Int32Array(arcs);
    this.#merged = Int32Array.from({ length: cells + 1 }, (_, node) => node);
    this.#first = new Int32Array(cells + 1).fill(-1);
    this.#last = new Int32Array(cells + 1).fill(-1);
    this.#next = new Int32Array(2 * arcs).fill(-1);
    this.#reachedBy = new Int32Array(cells + 1);
    this.#seen = new Int32Array(cells + 1);
    this.#layOut();
  }

  #layOut(): void {
    const shape = this.#shape;
    const { parents, bands } = shape;
    for (const [department, parent] of parents.entries()) {
      for (let column = 0; column <= bands; column++) {
        const cell = cellAt(shape, department, column);
        this.#addArc(cell, cell, parent < 0 ? this.#cells : cellAt(shape, parent, column));
      }
    }
    for (const [department] of parents.entries()) {
      for (let band = 0; band < bands; band++) {
        const atom = atomAt(shape, department, band);
        const weight = this.#weights[atom] ?? null;
        if (weight === null) continue;
        const [tail, head] = [cellAt(shape, department, band), cellAt(shape, department, bands)];
        this.#addArc(this.#cells + atom, tail, head);
        // Heavier than any light group, so part of none.
        if (weight > this.#limit) this.#merge(tail, head);
      }
    }
  }

  #addArc(arc: number, tail: number, head: number): void {
    this.#tails[arc] = tail;
    this.#heads[arc] = head;
    for (const [end, node] of [
      [2 * arc, this.#find(tail)],
      [2 * arc + 1, this.#find(head)],
    ] as const) {
      const last = this.#last[node]!;
      if (last < 0) this.#first[node] = end;
      else this.#next[last] = end;
      this.#last[node] = end;
    }
  }

  /** Withholds a cell for good. */
  withhold(cell: number): void {
    this.#isPublished[cell] = 0;
    this.#merge(this.#tails[cell]!, this.#heads[cell]!);
  }

  /** Publishes a cell that was not published, and was not withheld for good. */
  publish(cell: number): void {
    this.#isPublished[cell] = 1;
  }

  /**
   * The published cells that give away a light group with this atom in it. Undefined when there is none; withholding
   * more cells never makes one, so the atom need not be asked about again.
   */
  findLeak(atom: number): number[] | undefined {
    const arc = this.#cells + atom;
    const [from, to] = [this.#tails[arc]!, this.#heads[arc]!];
    if (this.#lightestCut(from, to) > this.#limit) {
      this.#merge(from, to);
      return undefined;
    }
    return this.#publishedAcrossCut();
  }

  /** Whether publishing a cell would let no light group be worked out that could not be worked out before. */
  isSafeToPublish(cell: number): boolean {
    const [tail, head] = [this.#tails[cell]!, this.#heads[cell]!];
    if (this.#find(tail) === this.#find(head)) return true;
    const before = this.#isPublished[cell]!;
    this.#isPublished[cell] = 1;
    const oneWay = this.#lightestCut(tail, head);
    const otherWay = oneWay === 0 ? 0 : this.#lightestCut(head, tail);
    this.#isPublished[cell] = before;
    // A cut that no atom crosses: the cell follows from others already.
    return oneWay === 0 || otherWay === 0 || (oneWay > this.#limit && otherWay > this.#limit);
  }

  #find(node: number): number {
    const merged = this.#merged;
    let root = node;
    while (merged[root]! !== root) {
      merged[root] = merged[merged[root]!]!;
      root = merged[root]!;
    }
    return root;
  }

  #merge(a: number, b: number): void {
    const [kept, gone] = [this.#find(a), this.#find(b)];
    if (kept === gone) return;
    this.#merged[gone] = kept;
    if (this.#first[gone]! < 0) return;
    if (this.#last[kept]! < 0) this.#first[kept] = this.#first[gone]!;
    else this.#next[this.#last[kept]!] = this.#first[gone]!;
    this.#last[kept] = this.#last[gone]!;
  }

  /** The weight of the lightest cut with `from` inside and `to` outside, or something above the limit. */
  #lightestCut(from: number, to: number): number {
    const [start, end] = [this.#find(from), this.#find(to)];
    for (const arc of this.#flowing) this.#flow[arc] = 0;
    this.#flowing.length = 0;
    if (start === end) return this.#limit + 1;
    for (let weight = 0; weight <= this.#limit; weight++) {
      if (!this.#search(start, end)) return weight;
      this.#push(start, end);
    }
    return this.#limit + 1;
  }

  /** Walks from `start` along everything that still has room; true when `end` can be reached. */
  #search(start: number, end: number): boolean {
    this.#round += 1;
    const queue = [start];
    this.#seen[start] = this.#round;
    for (let at = 0; at < queue.length; at++) {
      const node = queue[at]!;
      let before = -1;
      for (let half = this.#first[node]!; half >= 0; half = this.#next[half]!) {
        const other = this.#find(half & 1 ? this.#tails[half >> 1]! : this.#heads[half >> 1]!);
        if (other === node && before >= 0) {
          // Both ends were merged: the arc is never needed again.
          this.#next[before] = this.#next[half]!;
          if (this.#last[node] === half) this.#last[node] = before;
          continue;
        }
        before = half;
        if (this.#seen[other] === this.#round || !this.#hasRoom(half)) continue;
        this.#seen[other] = this.#round;
        this.#reachedBy[other] = half;
        if (other === end) return true;
        queue.push(other);
      }
    }
    return false;
  }

  #hasRoom(half: number): boolean {
    const arc = half >> 1;
    if (arc < this.#cells) return this.#isPublished[arc] === 0;
    // Against its direction an atom lets everything pass: no cut may be entered by one.
    return (half & 1) === 1 || this.#flow[arc]! < this.#weights[arc - this.#cells]!;
  }

  #push(start: number, end: number): void {
    let node = end;
    while (node !== start) {
      const half = this.#reachedBy[node]!;
      const arc = half >> 1;
      if (arc >= this.#cells) {
        // Below zero where something went against the direction, which later steps can take back.
        this.#flow[arc] = this.#flow[arc]! + ((half & 1) === 0 ? 1 : -1);
        this.#flowing.push(arc);
      }
      node = this.#find(half & 1 ? this.#heads[arc]! : this.#tails[arc]!);
    }
  }

  /** The published cells with one end inside the cut that the last search ended at. */
  #publishedAcrossCut(): number[] {
    const isInside = (node: number) => this.#seen[this.#find(node)] === this.#round;
    const crossing: number[] = [];
    for (let cell = 0; cell < this.#cells; cell++) {
      if (
        this.#isPublished[cell] === 1 &&
        isInside(this.#tails[cell]!) !== isInside(this.#heads[cell]!)
      )
        crossing.push(cell);
    }
    return crossing;
  }
}
