/** Indexing everything again. */
@NullMarked
package org.fogg.analytics.rebuild;

import org.jspecify.annotations.NullMarked;
