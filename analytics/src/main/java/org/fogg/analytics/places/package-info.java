/** Where the georegions are on the map. */
@NullMarked
package org.fogg.analytics.places;

import org.jspecify.annotations.NullMarked;
