/**
 * Access to Cassandra as all readers share it: consistency, time limit, and what a failure means.
 */
@NullMarked
package org.fogg.broker.cassandra;

import org.jspecify.annotations.NullMarked;
