// Counts what held and what did not, in the form that `cargo xtask test` adds up.
export class Tally {
  passed = 0;
  failed = 0;

  /** One promise; the reason is printed where it does not hold. */
  check(promise, holds, reason = '') {
    if (holds) {
      this.passed += 1;
    } else {
      this.failed += 1;
      console.log(`FAILED ${promise}${reason ? `\n       ${reason}` : ''}`);
    }
  }

  equal(promise, actual, expected) {
    const [one, two] = [JSON.stringify(actual), JSON.stringify(expected)];
    this.check(promise, one === two, `${one} instead of ${two}`);
  }

  /** A group of promises; an exception in it is one that does not hold. */
  async part(name, body) {
    try {
      await body();
    } catch (error) {
      this.check(name, false, error.stack ?? String(error));
    }
  }

  end() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exit(this.failed === 0 ? 0 : 1);
  }
}
