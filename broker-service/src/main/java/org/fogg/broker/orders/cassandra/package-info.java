/** Orders in Cassandra. */
@NullMarked
package org.fogg.broker.orders.cassandra;

import org.jspecify.annotations.NullMarked;
