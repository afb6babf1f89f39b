/** Between the core's values and the composites that several wire messages share. */
@NullMarked
package org.fogg.broker.wire;

import org.jspecify.annotations.NullMarked;
