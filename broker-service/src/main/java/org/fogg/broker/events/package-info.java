/**
 * Tells the rest of the world what became of orders and accounts, from the journal, in its order.
 */
@NullMarked
package org.fogg.broker.events;

import org.jspecify.annotations.NullMarked;
