/** The world as data: georegions, data centres, exchanges, and how far apart they are. */
@NullMarked
package org.fogg.world;

import org.jspecify.annotations.NullMarked;
