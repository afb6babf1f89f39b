/** The deciding engine of one shard: accounts, orders, checks, and the fold of its journal. */
@NullMarked
package org.fogg.core.engine;

import org.jspecify.annotations.NullMarked;
