/** What administration keeps, in Cassandra. */
@NullMarked
package org.fogg.broker.admin.cassandra;

import org.jspecify.annotations.NullMarked;
