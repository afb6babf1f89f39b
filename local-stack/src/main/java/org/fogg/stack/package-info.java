/**
 * Real Cassandra, Kafka and Elasticsearch servers on this machine, each in a JVM of its own,
 * without Docker. {@link org.fogg.stack.LocalStack} is where to begin.
 */
@NullMarked
package org.fogg.stack;

import org.jspecify.annotations.NullMarked;
