/** Reads topics from Kafka, from their beginning to the end they have now. */
@NullMarked
package org.fogg.audit.kafka;

import org.jspecify.annotations.NullMarked;
