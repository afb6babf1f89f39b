/** Trade updates pushed to clients: the trading API's WebSocket {@code /stream}. */
@NullMarked
package org.fogg.broker.updates;

import org.jspecify.annotations.NullMarked;
