/** What tests ordered to go wrong at the gateway. */
export class Troubles {
  ackMuted = false;
  #resumes = 0;
  #identifies: number[] = [];
  #duplicates = 0;

  refuseResumes(times: number): void {
    this.#resumes = times;
  }

  refuseIdentifies(code: number, times: number): void {
    this.#identifies = new Array<number>(times).fill(code);
  }

  duplicateNext(times: number): void {
    this.#duplicates = times;
  }

  clear(): void {
    this.ackMuted = false;
    this.#resumes = 0;
    this.#identifies = [];
    this.#duplicates = 0;
  }

  takeResumeRefusal(): boolean {
    if (this.#resumes === 0) return false;
    this.#resumes -= 1;
    return true;
  }

  /** The close code for this IDENTIFY, if it is to be refused. */
  takeIdentifyRefusal(): number | undefined {
    return this.#identifies.shift();
  }

  /** How often the next event is delivered. */
  takeCopies(): number {
    if (this.#duplicates === 0) return 1;
    this.#duplicates -= 1;
    return 2;
  }
}
