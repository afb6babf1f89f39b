/**
 * Money on its way between two shards of different georegions, as values and as the books of both
 * sides. The sender numbers its transfers and journals how each stands: HELD, SENT, then APPLIED or
 * VOIDED. The receiver journals which it has applied or barred. Both answers are final, so a
 * transfer may be sent and asked about any number of times.
 */
@NullMarked
package org.fogg.core.funding;

import org.jspecify.annotations.NullMarked;
