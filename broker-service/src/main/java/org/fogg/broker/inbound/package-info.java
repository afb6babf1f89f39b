/** Where commands of the other georegions' brokers come in. */
@NullMarked
package org.fogg.broker.inbound;

import org.jspecify.annotations.NullMarked;
