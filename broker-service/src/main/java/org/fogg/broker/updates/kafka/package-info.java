/** Trade updates from the topic of order events. */
@NullMarked
package org.fogg.broker.updates.kafka;

import org.jspecify.annotations.NullMarked;
