package org.citygrid.bench;

/// Measures one subject and enters what it found.
@FunctionalInterface
interface Benchmark {
  void run(Ledger ledger) throws Exception;
}
