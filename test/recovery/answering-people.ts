import { setTimeout as sleep } from 'node:timers/promises';
import { randomId } from '../../platform/ids';

const patienceMs = 5_000;
const pauseMs = 40;

/**
 * People who answer one after the other, each as the page does it: with a key of the answer's own, again and again until it
 * is confirmed.
 */
export class AnsweringPeople {
  /** What was confirmed, by its comment. */
  readonly confirmed = new Set<string>();
  /** Requests that were answered with something else, or not at all. */
  failures = 0;
  private isOver = false;
  private readonly people: Promise<void>[];

  constructor(
    private readonly address: string,
    private readonly run: string,
    howMany: number,
  ) {
    this.people = Array.from({ length: howMany }, (_, person) => this.answerOn(person));
  }

  /** Lets everybody finish the answer they are at. */
  async finish(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.people);
  }

  /** Resolves when so many more answers were confirmed. */
  async untilConfirmed(more: number): Promise<void> {
    const wanted = this.confirmed.size + more;
    while (this.confirmed.size < wanted) await sleep(5);
  }

  private async answerOn(person: number): Promise<void> {
    for (let n = 0; !this.isOver; n++) {
      const form = await this.untilServed();
      const comment = `${this.run} ${person}.${n}`;
      const fields = filledIn(form, { key: randomId(), comment });
      while (!(await this.isConfirmed(fields))) await sleep(pauseMs);
      this.confirmed.add(comment);
      await sleep(pauseMs);
    }
  }

  private async untilServed(): Promise<string> {
    for (;;) {
      const page = await this.ask({});
      if (page?.status === 200) return page.text;
      this.failures += 1;
      await sleep(pauseMs);
    }
  }

  private async isConfirmed(body: URLSearchParams): Promise<boolean> {
    const answer = await this.ask({ method: 'POST', redirect: 'manual', body });
    if (answer?.status === 303) return true;
    this.failures += 1;
    return false;
  }

  private async ask(request: RequestInit): Promise<{ status: number; text: string } | undefined> {
    try {
      const signal = AbortSignal.timeout(patienceMs);
      const response = await fetch(this.address, { ...request, signal });
      return { status: response.status, text: await response.text() };
    } catch {
      return undefined;
    }
  }
}

/** Fills in the form as a person would: a choice for each question, and the comment. */
export function filledIn(
  form: string,
  { key, comment }: { key: string; comment: string },
): URLSearchParams {
  const fields = new URLSearchParams({ submission_key: key });
  for (const [, name, value] of form.matchAll(
    /<input[^>]*type="radio"[^>]*name="([^"]+)"[^>]*value="([^"]+)"/g,
  )) {
    if (name && value) fields.set(name, value);
  }
  const commentField = /<textarea[^>]*name="([^"]+)"/.exec(form)?.[1];
  if (commentField) fields.set(commentField, comment);
  return fields;
}
