/** Preparing Cassandra's statements. */
@NullMarked
package org.fogg.broker.statement;

import org.jspecify.annotations.NullMarked;
