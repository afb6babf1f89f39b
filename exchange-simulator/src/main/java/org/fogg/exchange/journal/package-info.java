/** The exchange's journal in Kafka: appending in order, reading back. */
@NullMarked
package org.fogg.exchange.journal;

import org.jspecify.annotations.NullMarked;
