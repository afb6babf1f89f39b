/** Runs the benchmarks of the trading core, which the launcher does not contain. */
@NullMarked
package org.fogg.launcher.microbench;

import org.jspecify.annotations.NullMarked;
