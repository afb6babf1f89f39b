/** Measures the trading core beside exchange-core and plain JDK collections. */
@NullMarked
package org.fogg.benchmarks;

import org.jspecify.annotations.NullMarked;
