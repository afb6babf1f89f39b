/** The tables {@code portfolio_…}. */
@NullMarked
package org.fogg.broker.portfolio.cassandra;

import org.jspecify.annotations.NullMarked;
