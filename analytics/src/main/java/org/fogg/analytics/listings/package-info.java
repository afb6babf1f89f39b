/** Which stock is listed where, from the listings topics. */
@NullMarked
package org.fogg.analytics.listings;

import org.jspecify.annotations.NullMarked;
