/** What several features need of Kafka: topics and settings. */
@NullMarked
package org.fogg.exchange.kafka;

import org.jspecify.annotations.NullMarked;
