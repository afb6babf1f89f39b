/** Ticks over Kafka: publishing, consuming, dropping what comes twice or late. */
@NullMarked
package org.fogg.ticker.stream;

import org.jspecify.annotations.NullMarked;
