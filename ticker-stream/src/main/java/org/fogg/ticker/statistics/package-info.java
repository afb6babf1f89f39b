/** What traders decide on: change, trend, averages, volatility and candles of a stock. */
@NullMarked
package org.fogg.ticker.statistics;

import org.jspecify.annotations.NullMarked;
