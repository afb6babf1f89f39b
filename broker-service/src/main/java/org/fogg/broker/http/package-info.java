/** Small binary messages over HTTP, as brokers send them to exchanges and to each other. */
@NullMarked
package org.fogg.broker.http;

import org.jspecify.annotations.NullMarked;
