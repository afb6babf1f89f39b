/** Bars in Cassandra. */
@NullMarked
package org.fogg.broker.stocks.cassandra;

import org.jspecify.annotations.NullMarked;
