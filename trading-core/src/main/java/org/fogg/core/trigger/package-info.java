/**
 * The trigger book: resting orders by stock, trigger price and arrival, with an index by order id.
 */
@NullMarked
package org.fogg.core.trigger;

import org.jspecify.annotations.NullMarked;
