/**
 * What the owner of a shard does, from take-over to hand-over: folding the journal, logging on,
 * catching up, group commit, and when attempts and answers may leave. Pure; what it needs of the
 * world goes through {@link org.fogg.core.owner.OwnerPort}.
 */
@NullMarked
package org.fogg.core.owner;

import org.jspecify.annotations.NullMarked;
