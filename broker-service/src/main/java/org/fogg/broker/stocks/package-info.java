/** What traders decide on: prices, statistics and bars of a stock. */
@NullMarked
package org.fogg.broker.stocks;

import org.jspecify.annotations.NullMarked;
