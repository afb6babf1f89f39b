/** What traders whose home is here have in other georegions, as far as it is known at home. */
@NullMarked
package org.fogg.broker.portfolio;

import org.jspecify.annotations.NullMarked;
