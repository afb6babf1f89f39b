/**
 * The way to the brokers of the other georegions, which take commands for their shards as from a
 * broker of their own.
 */
@NullMarked
package org.fogg.broker.foreign;

import org.jspecify.annotations.NullMarked;
