/** Where prices come from: seeded random walks and replays of files of real prices. */
@NullMarked
package org.fogg.ticker.price;

import org.jspecify.annotations.NullMarked;
