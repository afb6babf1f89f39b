/** Reads journal and tables from Cassandra. */
@NullMarked
package org.fogg.audit.cassandra;

import org.jspecify.annotations.NullMarked;
