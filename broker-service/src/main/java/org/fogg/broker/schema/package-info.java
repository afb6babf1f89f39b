/** Brings Cassandra's keyspaces and tables to the version that this broker needs. */
@NullMarked
package org.fogg.broker.schema;

import org.jspecify.annotations.NullMarked;
