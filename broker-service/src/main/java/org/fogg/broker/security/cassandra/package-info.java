/** Keys in Cassandra. */
@NullMarked
package org.fogg.broker.security.cassandra;

import org.jspecify.annotations.NullMarked;
