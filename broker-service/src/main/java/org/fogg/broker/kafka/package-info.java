/** How this broker connects to Kafka. */
@NullMarked
package org.fogg.broker.kafka;

import org.jspecify.annotations.NullMarked;
