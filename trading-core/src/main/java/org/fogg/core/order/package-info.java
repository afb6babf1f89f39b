/** Orders and what can become of them, as values. */
@NullMarked
package org.fogg.core.order;

import org.jspecify.annotations.NullMarked;
