/** One shard's journal: decoding its entries, and whether they form one unbroken chain. */
@NullMarked
package org.fogg.audit.journal;

import org.jspecify.annotations.NullMarked;
