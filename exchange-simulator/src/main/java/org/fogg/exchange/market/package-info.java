/** One running exchange: its prices, its ledger and its journal under one lock. */
@NullMarked
package org.fogg.exchange.market;

import org.jspecify.annotations.NullMarked;
