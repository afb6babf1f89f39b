/** Orders: read from requests, handed to their shard, shown to their trader. */
@NullMarked
package org.fogg.broker.orders;

import org.jspecify.annotations.NullMarked;
