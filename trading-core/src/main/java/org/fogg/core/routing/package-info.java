/** Which georegion an order belongs to, and what goes there with it. */
@NullMarked
package org.fogg.core.routing;

import org.jspecify.annotations.NullMarked;
